import { DEVICES, type Device, type Disability } from '#domain/resident/disability';
import type { RosterEntry } from '#domain/resident/roster-entry';
import type { ImportReason } from '#geodata/item';
import { parseCareLevel } from './care-level.ts';
import { parseDeviceFlag, parseDevices } from './device.ts';
import { parseDisabilities, parsePhysicalInTwoColumns, uniqueDisabilities } from './disability.ts';
import type { DisabilityColumn } from './disability-tokens.ts';
import { parseHousehold } from './household.ts';
import { parseJapaneseDate } from './japanese-date.ts';
import type { RosterField } from './roster-columns.ts';
import { parseCommunication } from './roster-communication.ts';
import type { SuggestedMapping } from './roster-mapping.ts';
import { parsePhone } from './roster-phone.ts';
import { parsePlan } from './roster-plan.ts';
import { type PositionCells, parsePosition } from './roster-position.ts';
import { parseSex } from './roster-sex.ts';
import { parseSupporters } from './roster-supporters.ts';
import { oneSpelling, type Parsed, textOrNull } from './roster-text.ts';

/** What one row says of a person; rows with the same number are merged into a RosterEntry. */
export interface RosterDraft extends Omit<RosterEntry, 'rosterNumber' | 'name'> {
  readonly rowNumber: number;
  /** `null` where the row has no number: nobody can say whose row it is. */
  readonly rosterNumber: string | null;
  readonly name: string | null;
  readonly repairs: readonly ImportReason[];
  /** The care level was a two-digit code, or a bare digit: see `settleCareDigits`. */
  readonly careForm: 'word' | 'code' | 'digit' | null;
}

export interface RowOptions {
  readonly mapping: Pick<SuggestedMapping, 'columns' | 'supporters'>;
  readonly spreadsheet: boolean;
  readonly date1904: boolean;
  readonly asOf: string | null;
  readonly assumedAccuracy: PositionCells['assumed'];
}

/** Reads one row; every value that is not understood becomes `null` with a note. */
export function readRosterRow(
  rowNumber: number,
  record: Readonly<Record<string, string>>,
  options: RowOptions,
): RosterDraft {
  const { columns, supporters } = options.mapping;
  const cell = (field: RosterField): string | undefined => {
    const header = columns[field];
    return header === undefined ? undefined : record[header];
  };
  const repairs: ImportReason[] = [];
  const take = <T>(read: Parsed<T>): T | null => {
    repairs.push(...read.repairs);
    return read.value;
  };
  const careLevel = parseCareLevel(cell('careLevel'), columns.careLevel);
  return {
    rowNumber,
    rosterNumber: textOrNull(oneSpelling(cell('rosterNumber'))),
    name: textOrNull(cell('name')),
    nameKana: textOrNull(cell('nameKana')),
    birthDate: take(
      parseJapaneseDate(cell('birthDate'), { ...options, column: columns.birthDate }),
    ),
    sex: take(parseSex(cell('sex'), columns.sex)),
    address: joinAddress(cell('address'), cell('addressDetail')),
    phone: take(parsePhone(cell('phone'))),
    districtName: textOrNull(cell('districtName')),
    reason: textOrNull(cell('reason')),
    careLevel: take(careLevel),
    careForm: careLevel.form,
    disabilities: unite(disabilityColumns(cell, columns).map(take), uniqueDisabilities),
    devices: unite(deviceColumns(cell, columns).map(take), inOrder),
    household: take(parseHousehold(cell('household'), columns.household)),
    plan: take(parsePlan(cell('plan'), columns.plan)),
    communication: take(parseCommunication(cell('communication'), columns.communication)),
    supporters: take(parseSupporters(record, supporters)),
    notes: textOrNull(cell('notes')),
    located: take(
      parsePosition({
        latitude: cell('latitude'),
        longitude: cell('longitude'),
        accuracy: cell('accuracy'),
        hasAccuracyColumn: columns.accuracy !== undefined,
        assumed: options.assumedAccuracy,
      }),
    ),
    repairs,
  };
}

type Columns = RowOptions['mapping']['columns'];
type Cell = (field: RosterField) => string | undefined;

function disabilityColumns(cell: Cell, columns: Columns): Parsed<readonly Disability[]>[] {
  const read: Parsed<readonly Disability[]>[] = [];
  const physical = columns.physical ?? columns.physicalGrade ?? columns.physicalKind;
  if (physical !== undefined) {
    const grade = columns.physicalGrade === undefined ? cell('physical') : cell('physicalGrade');
    const kind =
      columns.physicalKind === undefined && columns.physicalGrade !== undefined
        ? cell('physical')
        : cell('physicalKind');
    read.push(parsePhysicalInTwoColumns(grade, kind, physical));
  }
  const others: readonly [RosterField, DisabilityColumn][] = [
    ['intellectual', 'intellectual'],
    ['mental', 'mental'],
    ['disease', 'disease'],
    ['disabilities', 'any'],
  ];
  for (const [field, kind] of others) {
    const column = columns[field];
    if (column !== undefined) read.push(parseDisabilities(cell(field), kind, column));
  }
  return read;
}

const DEVICE_FIELDS: Readonly<Record<Device, RosterField>> = {
  ventilator: 'ventilator',
  suction: 'suction',
  'oxygen-concentrator': 'oxygenConcentrator',
  dialysis: 'dialysis',
  'tube-feeding': 'tubeFeeding',
};

function deviceColumns(cell: Cell, columns: Columns): Parsed<readonly Device[]>[] {
  const read: Parsed<readonly Device[]>[] = [];
  if (columns.devices !== undefined) read.push(parseDevices(cell('devices'), columns.devices));
  for (const device of DEVICES) {
    const field = DEVICE_FIELDS[device];
    const column = columns[field];
    if (column !== undefined) read.push(parseDeviceFlag(cell(field), device, column));
  }
  return read;
}

/** Lists of several columns in one. `[]` only if every column says "none": a blank one may hide something. */
function unite<T>(
  lists: readonly (readonly T[] | null)[],
  tidy: (all: readonly T[]) => T[],
): T[] | null {
  const all = lists.flatMap((list) => list ?? []);
  if (all.length > 0) return tidy(all);
  return lists.length > 0 && lists.every((list) => list !== null) ? [] : null;
}

function inOrder(devices: readonly Device[]): Device[] {
  return DEVICES.filter((device) => devices.includes(device));
}

/** Address and 方書 in one line. */
function joinAddress(address: string | undefined, detail: string | undefined): string | null {
  const parts = [textOrNull(address), textOrNull(detail)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('　');
}

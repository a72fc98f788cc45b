import { SHELTER_EQUIPMENT, type ShelterEquipment } from '#domain/shelter/shelter';
import { comparable } from './roster-text.ts';
import { SHELTER_REASONS } from './shelter-reasons.ts';
import type { ShelterDraft, ShelterRow } from './shelter-row.ts';
import {
  municipalityCodeOf,
  readCapacity,
  readGroups,
  readPhone,
  readPosition,
} from './shelter-values.ts';

/** Column of each equipment, in the order of SHELTER_EQUIPMENT. */
const EQUIPMENT_HEADERS: Readonly<Record<ShelterEquipment, string>> = {
  'emergency-power': '非常用電源(有・無)',
  suction: '吸引器(有・無)',
  oxygen: '酸素(有・無)',
  'accessible-toilet': '車いす用トイレ(有・無)',
  'care-bed': '介護ベッド(有・無)',
};
const BASIS_HEADER = '区分(指定・協定)';

export const WELFARE_HEADERS = ['名称', '受入対象者', BASIS_HEADER] as const;

/** The empty list to fill in, as CSV that spreadsheets open (UTF-8 with byte order mark). */
export const WELFARE_SHELTERS_TEMPLATE = `\ufeff${[
  '施設番号',
  '名称',
  '名称_カナ',
  '住所',
  '緯度',
  '経度',
  '定員',
  '受入対象者',
  BASIS_HEADER,
  ...SHELTER_EQUIPMENT.map((equipment) => EQUIPMENT_HEADERS[equipment]),
  '電話番号',
  '市区町村コード',
  '備考',
].join(',')}\r\n`;

/** A row of our own list of welfare shelters. */
export function readWelfareRow(row: ShelterRow): ShelterDraft {
  return {
    listId: row.text('施設番号'),
    repairs: row.repairs,
    entry: {
      kind: 'welfare-shelter',
      name: row.text('名称'),
      nameKana: row.text('名称_カナ'),
      address: row.text('住所'),
      position: readPosition(row),
      designatedHazards: null,
      ...readCapacity(row, '定員'),
      acceptedGroups: readGroups(row, '受入対象者'),
      basis: readBasis(row),
      equipment: readEquipment(row),
      phone: readPhone(row, '電話番号'),
      municipalityCode: municipalityCodeOf(row.text('市区町村コード')),
      notes: row.text('備考'),
    },
  };
}

function readBasis(row: ShelterRow): 'designated' | 'agreement' | null {
  const text = row.text(BASIS_HEADER);
  if (text === null) return null;
  if (comparable(text).startsWith('指定')) return 'designated';
  if (comparable(text).startsWith('協定')) return 'agreement';
  row.repairs.push(SHELTER_REASONS.unreadableBasis(text));
  return null;
}

/** null where no cell says anything; an empty cell beside filled ones is no equipment. */
function readEquipment(row: ShelterRow): ShelterEquipment[] | null {
  const flags = SHELTER_EQUIPMENT.map(
    (equipment) => [equipment, row.flag(EQUIPMENT_HEADERS[equipment])] as const,
  );
  if (flags.every(([, flag]) => flag === null)) return null;
  return flags.flatMap(([equipment, flag]) => (flag === true ? [equipment] : []));
}

import type { RosterEntry } from '#domain/resident/roster-entry';
import { FOUND } from '#geodata/found';
import {
  type Bilingual,
  type ImportItem,
  type ImportReason,
  type OpenedSource,
  UnknownLayoutError,
} from '#geodata/item';
import { resolveMapping } from '#geodata/mappers/roster-mapping';
import { isAnotherPerson, mergeRosterRows } from '#geodata/mappers/roster-merge';
import { ACCURACY_LABELS_JA, type PositionCells } from '#geodata/mappers/roster-position';
import { type RosterDraft, type RowOptions, readRosterRow } from '#geodata/mappers/roster-row';
import { comparable } from '#geodata/mappers/roster-text';
import { ROSTER_REASONS } from '#geodata/roster-reasons';
import {
  EXPECTED_ROSTER,
  type RosterRow,
  type RowsOptions,
  readRosterRows,
} from './roster-rows.ts';

export interface RosterOptions extends Omit<RowsOptions, 'onEncoding'> {
  /** YYYY-MM-DD that the roster stands for; birth dates after it are not believed. */
  readonly asOf?: string | null | undefined;
  /** What coordinates without a readable accuracy count as. Block: cautious, never a building by itself. */
  readonly assumedAccuracy?: PositionCells['assumed'] | undefined;
}

/**
 * Reads rosters (避難行動要支援者名簿). A record is a *person*: rows with the same number are merged
 * into the first of them, and each further row is a skipped item that says so. Hence
 * accepted + repaired + rejected = persons (and rows without a number) and, with the skipped, = rows.
 *
 * Rows of a person may stand anywhere in the files, so the persons are held until the end: about
 * 2 KB each, some 50 MB for 24,000. Skipped and rejected rows come as they are met, persons last, in
 * the order of their first rows.
 */
export function openRoster(
  files: readonly string[],
  options: RosterOptions = {},
): OpenedSource<RosterEntry> {
  const notes: Bilingual[] = [];
  const encodings = new Set<string>();
  const onEncoding = (encoding: string) => encodings.add(encoding);
  return {
    items: readPersons(files, { ...options, onEncoding }, notes),
    metadata: () => ({
      asOf: options.asOf ?? null,
      encoding: [...encodings].join(', ') || null,
      crs: null,
      credit: null,
      licence: null,
      notes: [...notes],
    }),
  };
}

type ReadOptions = RosterOptions & RowsOptions;

async function* readPersons(
  files: readonly string[],
  options: ReadOptions,
  notes: Bilingual[],
): AsyncGenerator<ImportItem<RosterEntry>> {
  const persons = new Map<string, RosterDraft>();
  let mergedRows = 0;
  for (const file of files)
    for await (const { row, draft } of readDrafts(file, options, notes)) {
      const recordNumber = row.rowNumber;
      const reject = (reason: ImportReason): ImportItem<RosterEntry> => ({
        outcome: 'rejected',
        recordNumber,
        reason,
        raw: row.raw,
      });
      if (row.defect !== null) {
        yield reject(row.defect);
        continue;
      }
      if (draft === null) {
        yield { outcome: 'skipped', recordNumber, reason: ROSTER_REASONS.blankRow() };
        continue;
      }
      if (isTotal(draft)) {
        yield { outcome: 'skipped', recordNumber, reason: ROSTER_REASONS.totalRow() };
        continue;
      }
      if (draft.rosterNumber === null) {
        yield reject(ROSTER_REASONS.numberMissing());
        continue;
      }
      const key = comparable(draft.rosterNumber);
      const known = persons.get(key);
      if (known === undefined) persons.set(key, draft);
      else if (isAnotherPerson(known, draft))
        yield reject(ROSTER_REASONS.numberClash(known.rowNumber));
      else {
        persons.set(key, mergeRosterRows(known, draft));
        mergedRows += 1;
        yield {
          outcome: 'skipped',
          recordNumber,
          reason: ROSTER_REASONS.mergedRow(known.rowNumber),
        };
      }
    }
  if (mergedRows > 0)
    notes.push({
      ja: `${persons.size + mergedRows} 行を ${persons.size} 人にまとめました`,
      en: `${persons.size + mergedRows} rows were merged into ${persons.size} persons`,
    });
  yield* finish(persons);
}

/** A sum below the list, such as `合計,8人`: no one of that name is meant. */
function isTotal({ rosterNumber, name }: RosterDraft): boolean {
  return [rosterNumber, name].some(
    (text) =>
      text !== null && /^(?:合計|総計|小計|計)[::]?(?:\d+[人名件]?)?$/.test(comparable(text)),
  );
}

async function* readDrafts(
  file: string,
  options: ReadOptions,
  notes: Bilingual[],
): AsyncGenerator<{ row: RosterRow; draft: RosterDraft | null }> {
  let rowOptions: RowOptions | null = null;
  for await (const row of readRosterRows(file, options)) {
    rowOptions ??= settle(row, options, notes);
    const blank = Object.values(row.record).every((cell) => cell.trim() === '');
    if (blank || row.defect !== null) yield { row, draft: null };
    else {
      const draft = readRosterRow(row.rowNumber, row.record, rowOptions);
      yield { row, draft: { ...draft, repairs: [...row.remarks, ...draft.repairs] } };
    }
  }
  // An empty file would make everybody "gone".
  if (rowOptions === null) throw new UnknownLayoutError(EXPECTED_ROSTER, FOUND.noRows);
}

function settle(row: RosterRow, options: RosterOptions, notes: Bilingual[]): RowOptions {
  const headers = Object.keys(row.record);
  const mapping = resolveMapping(headers, options.mapping);
  const assumedAccuracy = options.assumedAccuracy ?? 'block';
  if (mapping.unmapped.length > 0)
    notes.push({
      ja: `取り込まない列: ${mapping.unmapped.join('、')}`,
      en: `Columns that are not imported: ${mapping.unmapped.join(', ')}`,
    });
  if (mapping.columns.latitude !== undefined && mapping.columns.accuracy === undefined)
    notes.push({
      ja: `位置精度の列がないため、緯度・経度は「${ACCURACY_LABELS_JA[assumedAccuracy]}」の精度として扱います`,
      en: `There is no column for the accuracy: positions count as “${assumedAccuracy}”`,
    });
  const { spreadsheet, date1904 } = row;
  return { mapping, spreadsheet, date1904, asOf: options.asOf ?? null, assumedAccuracy };
}

function* finish(persons: ReadonlyMap<string, RosterDraft>): Generator<ImportItem<RosterEntry>> {
  const hasCodes = [...persons.values()].some(({ careForm }) => careForm === 'code');
  for (const draft of persons.values()) {
    const { rowNumber, rosterNumber, name, repairs, careForm, ...facts } = draft;
    const allRepairs = [...repairs];
    let careLevel = facts.careLevel;
    // In a file of two-digit codes a lone 1 may be an 01 (非該当) that a spreadsheet took the zero from.
    if (hasCodes && careForm === 'digit' && careLevel === '21') {
      careLevel = null;
      allRepairs.push(ROSTER_REASONS.ambiguousCareDigit('要介護度', '1'));
    }
    if (name === null) allRepairs.push(ROSTER_REASONS.nameMissing());
    const value: RosterEntry = {
      ...facts,
      careLevel,
      rosterNumber: rosterNumber ?? '',
      name: name ?? '',
    };
    const common = { recordNumber: rowNumber, value };
    yield allRepairs.length === 0
      ? { outcome: 'accepted', ...common }
      : { outcome: 'repaired', ...common, repairs: allRepairs };
  }
}

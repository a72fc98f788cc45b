import { createHash } from 'node:crypto';
import type { ShelterEntry } from '#domain/shelter/shelter';
import { FOUND } from '#geodata/found';
import {
  type Bilingual,
  type ImportItem,
  type ImportReason,
  type OpenedSource,
  UnknownLayoutError,
} from '#geodata/item';
import { comparable } from '#geodata/mappers/roster-text';
import { SHELTER_REASONS } from '#geodata/mappers/shelter-reasons';
import { type ShelterDraft, ShelterRow } from '#geodata/mappers/shelter-row';
import { refuseBinary } from '#geodata/steps/refuse-binary';
import { type ListFindings, type ListRecord, readListRecords } from './shelter-records.ts';
import type { SourceOptions } from './source-options.ts';

/** One kind of list: how its headers are known and its rows are read. */
export interface ShelterLayout {
  /** All of these must be among the headers. */
  readonly headers: readonly string[];
  read(row: ShelterRow): ShelterDraft;
}

export interface ShelterSource {
  readonly layouts: readonly ShelterLayout[];
  readonly expected: Bilingual;
  readonly credit: string | null;
  /** The cells of a record under the headers that a layout knows, where the file has others. */
  readonly rename?: (
    cells: Readonly<Record<string, unknown>>,
    options: SourceOptions,
  ) => Readonly<Record<string, unknown>>;
}

/**
 * Reads lists of shelters. Places without a position, and different facilities at one position, are
 * kept. An id is the list's own, else a hash of kind, name and address; the same id again gets a hash
 * of all values, and a record that is the same in all of them is skipped.
 */
export function openShelterList(
  source: ShelterSource,
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<ShelterEntry> {
  const findings: ListFindings = { encodings: new Set(), crs: new Set() };
  return {
    items: readShelters(source, files, options, findings),
    metadata: () => ({
      asOf: options.asOf ?? null,
      encoding: [...findings.encodings].join(', ') || null,
      crs: [...findings.crs].join(', ') || 'EPSG:6668',
      credit: source.credit,
      licence: null,
      notes: [],
    }),
  };
}

async function* readShelters(
  source: ShelterSource,
  files: readonly string[],
  options: SourceOptions,
  findings: ListFindings,
): AsyncGenerator<ImportItem<ShelterEntry>> {
  const seen = new Set<string>();
  for (const file of files) {
    let layout: ShelterLayout | null = null;
    await refuseBinary(file, source.expected);
    const rename = (cells: Readonly<Record<string, unknown>>) =>
      source.rename?.(cells, options) ?? cells;
    const isHeader = (headers: readonly string[]): boolean =>
      findLayout(
        source,
        Object.keys(rename(Object.fromEntries(headers.map((one) => [one, ''])))),
      ) !== null;
    for await (const read of readListRecords(file, options, isHeader, findings)) {
      const record = { ...read, cells: rename(read.cells) };
      layout ??= findLayout(source, Object.keys(record.cells));
      if (layout === null)
        throw new UnknownLayoutError(
          source.expected,
          Object.keys(record.cells).slice(0, 12).join(', '),
        );
      yield toItem(record, layout, seen);
    }
    if (layout === null) throw new UnknownLayoutError(source.expected, FOUND.noRows);
  }
}

function findLayout({ layouts }: ShelterSource, headers: readonly string[]): ShelterLayout | null {
  const known = new Set(headers.map(comparable));
  return (
    layouts.find((layout) => layout.headers.every((header) => known.has(comparable(header)))) ??
    null
  );
}

function toItem(
  { recordNumber, cells, raw, defect, remarks }: ListRecord,
  layout: ShelterLayout,
  seen: Set<string>,
): ImportItem<ShelterEntry> {
  const rejected = (reason: ImportReason): ImportItem<ShelterEntry> => ({
    outcome: 'rejected',
    recordNumber,
    reason,
    raw: raw(),
  });
  if (defect !== null) return rejected(defect);
  const row = new ShelterRow(cells);
  if (row.isBlank) return { outcome: 'skipped', recordNumber, reason: SHELTER_REASONS.blankRow };
  const { listId, entry, repairs } = layout.read(row);
  const { name } = entry;
  if (name === null) return rejected(SHELTER_REASONS.nameMissing);
  const contentId = hash(listId, entry);
  if (seen.has(contentId))
    return { outcome: 'skipped', recordNumber, reason: SHELTER_REASONS.duplicate };
  seen.add(contentId);
  const ownId = listId ?? hash(entry.kind, name, entry.address);
  const isTaken = seen.has(ownId);
  seen.add(ownId);
  const value: ShelterEntry = { id: isTaken ? contentId : ownId, ...entry, name };
  const allRepairs = [...remarks, ...repairs, ...(isTaken ? [SHELTER_REASONS.sameId] : [])];
  return allRepairs.length === 0
    ? { outcome: 'accepted', recordNumber, value }
    : { outcome: 'repaired', recordNumber, value, repairs: allRepairs };
}

function hash(...content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

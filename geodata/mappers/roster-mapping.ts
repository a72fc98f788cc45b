import { z } from 'zod';
import {
  ROSTER_COLUMNS,
  ROSTER_FIELDS,
  type RosterField,
  SUPPORTER_COLUMNS,
  SUPPORTER_FIELDS,
  type SupporterField,
} from './roster-columns.ts';
import { comparable } from './roster-text.ts';

/** Headers of one supporter's columns. */
export type SupporterMapping = Readonly<Partial<Record<SupporterField, string>>>;

/**
 * Which header holds which fact. A field that is left out is found by its synonyms, `null` says
 * that the file has none whatever its headers look like; `supporters`, where given, replaces what
 * the headers suggest.
 */
export interface RosterMapping {
  readonly columns: Readonly<Partial<Record<RosterField, string | null>>>;
  readonly supporters?: readonly SupporterMapping[] | undefined;
}

/** What the headers suggest, for the officer to confirm. */
export interface SuggestedMapping {
  readonly columns: Readonly<Partial<Record<RosterField, string>>>;
  readonly supporters: readonly SupporterMapping[];
  /** Headers that no fact was found for: they would not be imported. */
  readonly unmapped: readonly string[];
  /** Facts that no header was found for. */
  readonly missing: readonly RosterField[];
}

const mappingSchema = z.strictObject({
  columns: z.partialRecord(
    z.enum(ROSTER_FIELDS as [RosterField, ...RosterField[]]),
    z.string().nullable(),
  ),
  supporters: z
    .array(
      z.partialRecord(
        z.enum(SUPPORTER_FIELDS as [SupporterField, ...SupporterField[]]),
        z.string(),
      ),
    )
    .optional(),
});

/** A mapping file's JSON; throws a ZodError that names the wrong key. */
export function parseRosterMapping(json: unknown): RosterMapping {
  return mappingSchema.parse(json) as RosterMapping;
}

/** One spelling of a header: half-width, upper case, without spaces, brackets, dots and underscores. */
export function comparableHeader(header: string): string {
  return comparable(header).replaceAll(/[()[\]【】「」『』._:※*]/gu, '');
}

interface RankedField {
  readonly field: RosterField;
  readonly rank: number;
}

const FIELD_BY_HEADER = new Map(
  ROSTER_FIELDS.flatMap((field) =>
    ROSTER_COLUMNS[field].synonyms.map((header, rank): [string, RankedField] => [
      comparableHeader(header),
      { field, rank },
    ]),
  ),
);
const SUPPORTER_FIELD_BY_HEADER = new Map(
  SUPPORTER_FIELDS.flatMap((field) =>
    SUPPORTER_COLUMNS[field].synonyms.map((header): [string, SupporterField] => [
      comparableHeader(header),
      field,
    ]),
  ),
);
const SUPPORTER_HEADER = /^(?:避難)?支援(?:等)?(?:実施)?者(?:等)?([0-9]*)の?(.*?)([0-9]*)$/u;

/** Finds the facts of a file by its headers; of two headers for one fact the better-known is taken. */
export function suggestMapping(headers: readonly string[]): SuggestedMapping {
  const columns = bestColumns(headers);
  const supporters = supporterColumns(headers);
  const used = new Set([
    ...Object.values(columns),
    ...supporters.flatMap((one) => Object.values(one)),
  ]);
  return {
    columns,
    supporters,
    unmapped: headers.filter((header) => header.trim() !== '' && !used.has(header)),
    missing: ROSTER_FIELDS.filter((field) => columns[field] === undefined),
  };
}

function bestColumns(headers: readonly string[]): Partial<Record<RosterField, string>> {
  const best = new Map<RosterField, { header: string; rank: number }>();
  for (const header of headers) {
    const known = FIELD_BY_HEADER.get(comparableHeader(header));
    if (
      known !== undefined &&
      known.rank < (best.get(known.field)?.rank ?? Number.POSITIVE_INFINITY)
    )
      best.set(known.field, { header, rank: known.rank });
  }
  return Object.fromEntries([...best].map(([field, { header }]) => [field, header]));
}

function supporterColumns(headers: readonly string[]): readonly SupporterMapping[] {
  const supporters = new Map<number, Partial<Record<SupporterField, string>>>();
  for (const header of headers) {
    const read = readSupporterHeader(comparableHeader(header));
    if (read === null) continue;
    const one = supporters.get(read.number) ?? {};
    supporters.set(read.number, one);
    one[read.field] ??= header;
  }
  return [...supporters].sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** The mapping to read a file by: what was said goes before what the headers suggest. */
export function resolveMapping(
  headers: readonly string[],
  said: RosterMapping | undefined,
): Omit<SuggestedMapping, 'missing'> {
  const suggested = suggestMapping(headers);
  const columns: Partial<Record<RosterField, string>> = { ...suggested.columns };
  const claimed = new Set(Object.values(said?.columns ?? {}));
  for (const field of ROSTER_FIELDS) {
    const header = said?.columns[field];
    if (header === undefined) {
      // A header that the mapping gives to another fact is no longer this one's.
      if (claimed.has(columns[field] ?? '')) delete columns[field];
    } else if (header === null) delete columns[field];
    else columns[field] = header;
  }
  const supporters = said?.supporters ?? suggested.supporters;
  const used = new Set([
    ...Object.values(columns),
    ...supporters.flatMap((one) => Object.values(one)),
  ]);
  return {
    columns,
    supporters,
    unmapped: headers.filter((header) => header.trim() !== '' && !used.has(header)),
  };
}

function readSupporterHeader(plain: string): { number: number; field: SupporterField } | null {
  const match = SUPPORTER_HEADER.exec(plain);
  const field = match === null ? undefined : SUPPORTER_FIELD_BY_HEADER.get(match[2]!);
  return match === null || field === undefined
    ? null
    : { number: Number(match[1] || match[3] || 1), field };
}

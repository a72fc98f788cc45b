/** A number of a record in its file: a line of text or the ordinal of a feature, counted from 1. */
export type RecordNumber = number;

export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/**
 * What a reader says of one record. Every record that was read is exactly one of accepted, repaired
 * or rejected; `skipped` is what is no record of the wanted kind (line features, blank rows) and is
 * counted beside them.
 */
export type ImportItem<T> =
  | { readonly outcome: 'accepted'; readonly recordNumber: RecordNumber; readonly value: T }
  | {
      readonly outcome: 'repaired';
      readonly recordNumber: RecordNumber;
      readonly value: T;
      /** What was mended, in words for the officer. */
      readonly repairs: readonly Bilingual[];
    }
  | {
      readonly outcome: 'rejected';
      readonly recordNumber: RecordNumber;
      readonly reason: ImportReason;
      /** The record as it stood in the file, for the download of rejects. */
      readonly raw: string;
    }
  | {
      readonly outcome: 'skipped';
      readonly recordNumber: RecordNumber;
      readonly reason: ImportReason;
    };

/** A reason from one catalogue: a code for programs and words for people (what, where, how to mend). */
export interface ImportReason extends Bilingual {
  readonly code: string;
}

/** What a file says of itself, found while reading it. */
export interface SourceMetadata {
  /** YYYY-MM-DD that the data stands for; null where the file does not say. */
  readonly asOf: string | null;
  readonly encoding: string | null;
  readonly crs: string | null;
  /** 出典: the credit line to be shown. */
  readonly credit: string | null;
  readonly licence: string | null;
  readonly notes: readonly Bilingual[];
}

/** A file of a layout that the reader does not know: nothing is imported. */
export class UnknownLayoutError extends Error {
  readonly expected: Bilingual;
  readonly found: Bilingual;
  /** `found`: words, or names from the file itself, which are the same in both languages. */
  constructor(expected: Bilingual, found: Bilingual | string) {
    const said = typeof found === 'string' ? { ja: found, en: found } : found;
    const cut = { ja: shorten(said.ja), en: shorten(said.en) };
    super(`unknown layout: expected ${expected.en}; found ${cut.en}`);
    this.name = 'UnknownLayoutError';
    this.expected = expected;
    this.found = cut;
  }
}

/** A file without line breaks would be quoted as a whole. */
const LONGEST_FOUND = 200;

function shorten(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_FOUND + 2)];
  return characters.length <= LONGEST_FOUND
    ? text
    : `${characters.slice(0, LONGEST_FOUND - 1).join('')}…`;
}

/** An opened source: items to be read once, and metadata that is complete when the items have ended. */
export interface OpenedSource<T> {
  readonly items: AsyncIterable<ImportItem<T>>;
  metadata(): SourceMetadata;
}

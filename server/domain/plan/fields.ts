export type Json = Readonly<Record<string, unknown>>;
/** A row of a list: with an id, or a line of text. */
export type Row = Json | string;

/** Fields that are taken as a whole: half of one place and half of another is none. */
const WHOLE = /^(?:route|destination|secondDestination|supporters\/[^/]+\/place)$/;
export const isWhole = (path: string): boolean => WHOLE.test(path);

/** Rows by their id, lines of text by themselves; a line that stands there twice counts once. */
export function keyedRows(list: readonly unknown[]): Map<string, Row> {
  return new Map(
    (list as readonly Row[]).map((row) => [typeof row === 'string' ? row : String(row.id), row]),
  );
}

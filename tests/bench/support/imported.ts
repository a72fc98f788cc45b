export const IMPORT_CITY = '99203';

/** What a process took from a file of zones, and at what cost. */
export interface Imported {
  readonly records: number;
  readonly vertices: number;
  /** Of west, south, east and north of every zone. */
  readonly sum: number;
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

export function isSameImported(a: Imported, b: Imported): boolean {
  return a.records === b.records && a.vertices === b.vertices && Math.abs(a.sum - b.sum) < 1e-3;
}

export function recordsPerSecond({ records, milliseconds }: Imported): number {
  return Math.round((records / milliseconds) * 1000);
}

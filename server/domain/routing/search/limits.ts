/** What bounds a search: it asks now and then whether to go on, and looks at so many cores at most. */
export interface SearchLimits {
  readonly shouldStop?: () => boolean;
  readonly mostSettled?: number;
}

/** Often enough to stop within a few milliseconds, seldom enough not to be felt. */
const ASK_EVERY = 4096;

/** Whether a search that has settled so many cores has to stop. */
export function mustStop(settled: number, { shouldStop, mostSettled }: SearchLimits): boolean {
  if (mostSettled !== undefined && settled > mostSettled) return true;
  return settled % ASK_EVERY === 0 && shouldStop !== undefined && shouldStop();
}

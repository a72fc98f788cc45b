/** Tells half of the bytes of each reading of files that are read twice. */
export function halved(
  onBytes: ((bytes: number) => void) | undefined,
): ((bytes: number) => void) | undefined {
  let read = 0;
  let told = 0;
  return onBytes === undefined
    ? undefined
    : (bytes) => {
        read += bytes;
        const half = Math.floor(read / 2);
        onBytes(half - told);
        told = half;
      };
}

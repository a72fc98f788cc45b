import type { ZipFile } from 'yauzl';

/** More entries than any list or map of a prefecture is delivered in. */
const MOST_ENTRIES = 10_000;
/** Of all entries together: the largest national files are some gigabytes. */
const MOST_BYTES = 16 * 2 ** 30;
/** What is small unpacked may be packed as tightly as it likes. */
const FREE_BYTES = 64 * 2 ** 20;
/** Text of coordinates and of rosters packs to a tenth, the most repetitive of it to a hundredth. */
const MOST_RATIO = 300;

interface Sizes {
  readonly compressedSize: number;
  readonly uncompressedSize: number;
}

/**
 * Counts what an archive says of its entries before any is unpacked, and says whether it is one that
 * would fill memory or keep the server busy for hours (a zip bomb). What an entry says of its size is held
 * against it by the reader: one byte more is a broken archive.
 */
export function unpackLimits(
  { entryCount }: Pick<ZipFile, 'entryCount'>,
  mostBytes = MOST_BYTES,
): (entry: Sizes) => boolean {
  let total = 0;
  return ({ compressedSize, uncompressedSize }) => {
    total += uncompressedSize;
    const isTight = uncompressedSize > MOST_RATIO * Math.max(compressedSize, 1);
    return (
      entryCount > MOST_ENTRIES || total > mostBytes || (isTight && uncompressedSize > FREE_BYTES)
    );
  };
}

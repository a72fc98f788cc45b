import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { PbfReader } from 'pbf';
import { UnknownLayoutError } from '#geodata/item';
import { type InputFile, readBytes } from '#geodata/steps/input-file';
import { ByteQueue } from './byte-queue.ts';
import {
  EXPECTED_OSM,
  OSM_FOUND,
  type OsmHeader,
  type OsmVisitor,
  unknownCompression,
  unknownFeature,
} from './osm-visitor.ts';
import { visitBlock } from './pbf-block.ts';

/** The format's own limits (https://wiki.openstreetmap.org/wiki/PBF_Format#File_format). */
const MOST_HEADER_BYTES = 64 << 10;
const MOST_BLOB_BYTES = 32 << 20;
/** What a reader has to know of a file, by name; anything else changes what its elements mean. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const HISTORY = 'HistoricalInformation';
const COMPRESSIONS: Readonly<Record<number, string>> = {
  4: 'LZMA',
  5: 'bzip2',
  6: 'LZ4',
  7: 'Zstandard',
};

const unpack = promisify(inflate);

/**
 * Tells a visitor the elements of a PBF file. One block of the file is held at a time (32 MB at most).
 *
 * @throws UnknownLayoutError where it ends early, is broken, or needs what is not known here.
 */
export async function readPbf(
  file: InputFile,
  visitor: OsmVisitor,
  onBytes?: (bytes: number) => void,
): Promise<OsmHeader> {
  const queue = new ByteQueue(readBytes(file, onBytes));
  try {
    return await visitBlobs(queue, visitor);
  } finally {
    await queue.close();
  }
}

async function visitBlobs(queue: ByteQueue, visitor: OsmVisitor): Promise<OsmHeader> {
  let header: OsmHeader | null = null;
  for (;;) {
    const size = await queue.take(4);
    if (size === 'end') break;
    const blobHeader = readBlobHeader(await whole(queue, lengthOf(size)));
    const blob = await unpackBlob(await whole(queue, blobHeader.dataSize));
    if (blobHeader.type === 'OSMHeader') header = readHeader(blob);
    else if (blobHeader.type === 'OSMData') {
      if (header === null) throw broken();
      orBroken(() => visitBlock(blob, visitor));
    }
    // Blocks of any other type are to be left aside, says the format.
  }
  if (header === null) throw broken();
  return header;
}

/** Whether the first bytes are those of a PBF: length, then a header block. */
export function isPbfStart(start: Uint8Array): boolean {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString(
    'latin1',
    0,
    32,
  );
  return start[0] === 0 && start[1] === 0 && text.slice(4, 16).includes('\u000a\u0009OSMHeader');
}

async function whole(queue: ByteQueue, length: number): Promise<Uint8Array> {
  const bytes = await queue.take(length);
  if (bytes === 'end' || bytes === 'cut') throw new UnknownLayoutError(EXPECTED_OSM, OSM_FOUND.cut);
  return bytes;
}

function lengthOf(bytes: Uint8Array | 'cut'): number {
  if (bytes === 'cut') throw new UnknownLayoutError(EXPECTED_OSM, OSM_FOUND.cut);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length > MOST_HEADER_BYTES) throw broken();
  return length;
}

function readBlobHeader(bytes: Uint8Array): { type: string; dataSize: number } {
  const header = orBroken(() =>
    new PbfReader(bytes).readFields(
      (tag, found, pbf) => {
        if (tag === 1) found.type = pbf.readString();
        else if (tag === 3) found.dataSize = pbf.readVarint();
      },
      { type: '', dataSize: -1 },
    ),
  );
  if (header.dataSize < 0 || header.dataSize > MOST_BLOB_BYTES) throw broken();
  return header;
}

async function unpackBlob(bytes: Uint8Array): Promise<Uint8Array> {
  const blob = orBroken(() =>
    new PbfReader(bytes).readFields(
      (tag, found, pbf) => {
        if (tag === 1) found.raw = pbf.readBytes();
        else if (tag === 3) found.zlib = pbf.readBytes();
        else if (tag in COMPRESSIONS) found.other = COMPRESSIONS[tag]!;
      },
      { raw: null as Uint8Array | null, zlib: null as Uint8Array | null, other: '' },
    ),
  );
  if (blob.raw !== null) return blob.raw;
  if (blob.zlib === null) {
    if (blob.other === '') throw broken();
    throw new UnknownLayoutError(EXPECTED_OSM, unknownCompression(blob.other));
  }
  try {
    return await unpack(blob.zlib, { maxOutputLength: MOST_BLOB_BYTES });
  } catch {
    throw broken();
  }
}

function readHeader(bytes: Uint8Array): OsmHeader {
  const found = orBroken(() =>
    new PbfReader(bytes).readFields(
      (tag, header, pbf) => {
        if (tag === 4) header.required.push(pbf.readString());
        else if (tag === 32) header.seconds = pbf.readVarint(true);
      },
      { required: [] as string[], seconds: 0 },
    ),
  );
  for (const feature of found.required) {
    if (feature === HISTORY) throw new UnknownLayoutError(EXPECTED_OSM, OSM_FOUND.history);
    if (!KNOWN_FEATURES.has(feature))
      throw new UnknownLayoutError(EXPECTED_OSM, unknownFeature(feature));
  }
  const day = found.seconds > 0 ? new Date(found.seconds * 1000).toISOString().slice(0, 10) : null;
  return { format: 'PBF', asOf: day };
}

/** Bytes that are no message of the format make the parser throw what says nothing to anybody. */
function orBroken<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw broken();
  }
}

function broken(): UnknownLayoutError {
  return new UnknownLayoutError(EXPECTED_OSM, OSM_FOUND.broken);
}

import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { Position } from '#domain/geo/position';

export interface Tile {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

export interface ArchiveOptions {
  readonly type: 'mvt' | 'png';
  /** How the tiles' data is compressed already. */
  readonly tileCompression: 'none' | 'gzip';
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly center: Position;
  readonly centerZoom: number;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const HEADER_BYTES = 127;
/** Readers fetch this much at first and expect header and root directory in it. */
const FIRST_FETCH_BYTES = 16_384;
const COMPRESSION = { none: 1, gzip: 2 } as const;
const TILE_TYPE = { mvt: 1, png: 2 } as const;

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

/**
 * A PMTiles archive, version 3 (github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md), clustered: tiles
 * in the order of their ids, equal tiles stored once. Enough for a city: all entries stand in the root
 * directory.
 *
 * @throws Error where the root directory would not fit into a reader's first fetch.
 */
export function pmtilesArchive(tiles: readonly Tile[], options: ArchiveOptions): Uint8Array {
  const { entries, data, contents } = layOut(tiles);
  const root = gzipSync(directoryBytes(entries));
  if (HEADER_BYTES + root.length > FIRST_FETCH_BYTES)
    throw new Error(
      `pmtiles: root directory of ${root.length} bytes, expected at most ${FIRST_FETCH_BYTES - HEADER_BYTES}`,
    );
  const metadata = gzipSync(JSON.stringify(options.metadata));
  const metadataOffset = HEADER_BYTES + root.length;
  const dataOffset = metadataOffset + metadata.length;
  const dataLength = data.reduce((sum, one) => sum + one.length, 0);

  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  new Uint8Array(header.buffer).set(Buffer.from('PMTiles'));
  header.setUint8(7, 3);
  const longs = [
    HEADER_BYTES,
    root.length,
    metadataOffset,
    metadata.length,
    dataOffset,
    0,
    dataOffset,
    dataLength,
    entries.reduce((sum, { runLength }) => sum + runLength, 0),
    entries.length,
    contents,
  ];
  for (const [index, value] of longs.entries())
    header.setBigUint64(8 + 8 * index, BigInt(value), true);
  header.setUint8(96, 1);
  header.setUint8(97, COMPRESSION.gzip);
  header.setUint8(98, COMPRESSION[options.tileCompression]);
  header.setUint8(99, TILE_TYPE[options.type]);
  const zooms = tiles.map(({ zoom }) => zoom);
  header.setUint8(100, Math.min(...zooms));
  header.setUint8(101, Math.max(...zooms));
  const degrees = (at: number, value: number) => header.setInt32(at, Math.round(value * 1e7), true);
  for (const [index, value] of options.bounds.entries()) degrees(102 + 4 * index, value);
  header.setUint8(118, options.centerZoom);
  degrees(119, options.center[0]);
  degrees(123, options.center[1]);
  return Buffer.concat([new Uint8Array(header.buffer), root, metadata, ...data]);
}

/** Tiles by id; a tile that equals an earlier one points to its data. */
function layOut(tiles: readonly Tile[]) {
  const sorted = tiles
    .map(({ zoom, x, y, data }) => ({ id: zxyToTileId(zoom, x, y), data: Buffer.from(data) }))
    .sort((a, b) => a.id - b.id);
  const places = new Map<string, { offset: number; length: number }>();
  const data: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const tile of sorted) {
    const key = tile.data.toString('latin1');
    let place = places.get(key);
    if (place === undefined) {
      place = { offset, length: tile.data.length };
      places.set(key, place);
      data.push(tile.data);
      offset += tile.data.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.runLength === tile.id)
      last.runLength += 1;
    else entries.push({ id: tile.id, ...place, runLength: 1 });
  }
  return { entries, data, contents: places.size };
}

/** A directory: counts and differences as variable-length integers. */
function directoryBytes(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const add = (value: number) => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  add(entries.length);
  for (const [index, { id }] of entries.entries()) add(id - (entries[index - 1]?.id ?? 0));
  for (const { runLength } of entries) add(runLength);
  for (const { length } of entries) add(length);
  for (const [index, { offset }] of entries.entries()) {
    const before = entries[index - 1];
    const follows = before !== undefined && offset === before.offset + before.length;
    add(follows ? 0 : offset + 1);
  }
  return Uint8Array.from(bytes);
}

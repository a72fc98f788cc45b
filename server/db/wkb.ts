import type { MultiPolygon, PolygonCoordinates, Position } from '#domain/geo/position';

/**
 * Well-known binary, little-endian and two-dimensional (OGC 06-103r4, 8.2): half the size of GeoJSON
 * on its way to the database, and no digit is lost.
 */
const LITTLE_ENDIAN = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;

export function multiPolygonToWkb({ coordinates }: MultiPolygon): Buffer {
  const wkb = Buffer.allocUnsafe(9 + sum(coordinates, polygonSize));
  let offset = writeHeader(wkb, 0, MULTI_POLYGON, coordinates.length);
  for (const polygon of coordinates) {
    offset = writeHeader(wkb, offset, POLYGON, polygon.length);
    for (const ring of polygon) {
      offset = wkb.writeUInt32LE(ring.length, offset);
      for (const [lng, lat] of ring) {
        offset = wkb.writeDoubleLE(lng, offset);
        offset = wkb.writeDoubleLE(lat, offset);
      }
    }
  }
  return wkb;
}

/** @throws RangeError for any other type or byte order. */
export function wkbToMultiPolygon(wkb: Buffer): MultiPolygon {
  const coordinates: PolygonCoordinates[] = [];
  let offset = expectType(wkb, 0, MULTI_POLYGON);
  const polygonCount = wkb.readUInt32LE(offset);
  offset += 4;
  for (let polygon = 0; polygon < polygonCount; polygon += 1) {
    offset = expectType(wkb, offset, POLYGON);
    const ringCount = wkb.readUInt32LE(offset);
    offset += 4;
    const rings: Position[][] = [];
    for (let ring = 0; ring < ringCount; ring += 1) {
      const length = wkb.readUInt32LE(offset);
      offset += 4;
      const positions: Position[] = [];
      for (let place = 0; place < length; place += 1, offset += 16)
        positions.push([wkb.readDoubleLE(offset), wkb.readDoubleLE(offset + 8)]);
      rings.push(positions);
    }
    coordinates.push(rings);
  }
  return { type: 'MultiPolygon', coordinates };
}

export function lineToWkb(line: readonly Position[]): Buffer {
  const wkb = Buffer.allocUnsafe(9 + 16 * line.length);
  let offset = writeHeader(wkb, 0, LINE_STRING, line.length);
  for (const [lng, lat] of line) {
    offset = wkb.writeDoubleLE(lng, offset);
    offset = wkb.writeDoubleLE(lat, offset);
  }
  return wkb;
}

/** @throws RangeError for any other type or byte order. */
export function wkbToLine(wkb: Buffer): Position[] {
  let offset = expectType(wkb, 0, LINE_STRING);
  const length = wkb.readUInt32LE(offset);
  offset += 4;
  const line: Position[] = [];
  for (let place = 0; place < length; place += 1, offset += 16)
    line.push([wkb.readDoubleLE(offset), wkb.readDoubleLE(offset + 8)]);
  return line;
}

function polygonSize(polygon: PolygonCoordinates): number {
  return 9 + sum(polygon, (ring) => 4 + 16 * ring.length);
}

function sum<T>(values: readonly T[], sizeOf: (value: T) => number): number {
  return values.reduce((total, value) => total + sizeOf(value), 0);
}

function writeHeader(wkb: Buffer, start: number, type: number, count: number): number {
  let offset = wkb.writeUInt8(LITTLE_ENDIAN, start);
  offset = wkb.writeUInt32LE(type, offset);
  return wkb.writeUInt32LE(count, offset);
}

function expectType(wkb: Buffer, offset: number, expected: number): number {
  if (wkb[offset] !== LITTLE_ENDIAN) throw new RangeError('expected little-endian WKB');
  const type = wkb.readUInt32LE(offset + 1);
  if (type !== expected) throw new RangeError(`expected WKB of type ${expected}, got ${type}`);
  return offset + 5;
}

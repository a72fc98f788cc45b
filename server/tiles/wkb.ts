/** What a reader of well-known binary is told, in the order of the bytes. */
export interface PolygonSink {
  beginPolygon(): void;
  /** A ring as lng, lat in degrees; the closing position has been dropped. */
  ring(coordinates: Float64Array): void;
}

const POLYGON = 3;
const MULTI_POLYGON = 6;

/**
 * Reads a Polygon or MultiPolygon as `ST_AsBinary(geometry, 'NDR')` writes it (OGC 06-103r4, 8.2:
 * little-endian, two dimensions) without making an object for each position.
 *
 * @throws RangeError for any other type or byte order.
 */
export function readPolygons(wkb: Buffer, sink: PolygonSink): void {
  const type = readType(wkb, 0);
  if (type === POLYGON) readPolygon(wkb, 0, sink);
  else if (type === MULTI_POLYGON) {
    const count = wkb.readUInt32LE(5);
    let offset = 9;
    for (let polygon = 0; polygon < count; polygon += 1) offset = readPolygon(wkb, offset, sink);
  } else throw new RangeError(`expected WKB of a polygon or multipolygon, got type ${type}`);
}

function readPolygon(wkb: Buffer, start: number, sink: PolygonSink): number {
  const type = readType(wkb, start);
  if (type !== POLYGON) throw new RangeError(`expected WKB of a polygon, got type ${type}`);
  const ringCount = wkb.readUInt32LE(start + 5);
  let offset = start + 9;
  sink.beginPolygon();
  for (let ring = 0; ring < ringCount; ring += 1) {
    const positionCount = wkb.readUInt32LE(offset);
    offset += 4;
    const coordinates = new Float64Array(2 * Math.max(positionCount - 1, 0));
    for (let place = 0; place < coordinates.length; place += 1)
      coordinates[place] = wkb.readDoubleLE(offset + 8 * place);
    offset += 16 * positionCount;
    sink.ring(coordinates);
  }
  return offset;
}

function readType(wkb: Buffer, offset: number): number {
  if (wkb[offset] !== 1) throw new RangeError('expected little-endian WKB');
  return wkb.readUInt32LE(offset + 1);
}

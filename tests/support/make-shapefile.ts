type Ring = readonly (readonly [number, number])[];

export interface ShapeRecord {
  /** Rings of a polygon (outer ones clockwise), or null for a record without a shape. */
  readonly rings: readonly Ring[] | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface MadeShapefile {
  readonly shp: Buffer;
  readonly dbf: Buffer;
}

const POLYGON = 5;
export const POLYLINE = 3;
const FIELD_WIDTH = 40;

/** A Shapefile of polygons (or lines), its texts encoded by `encode`. */
export function makeShapefile(
  records: readonly ShapeRecord[],
  encode: (text: string) => Uint8Array,
  shapeType = POLYGON,
): MadeShapefile {
  const bodies = records.map(({ rings }, index) => {
    const content = rings === null ? Buffer.alloc(4) : shape(rings, shapeType);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const body = Buffer.concat(bodies);
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(shapeType, 32);
  writeBox(header, 36, records.flatMap(({ rings }) => rings ?? []).flat());
  return { shp: Buffer.concat([header, body]), dbf: makeDbf(records, encode) };
}

function shape(rings: readonly Ring[], shapeType: number): Buffer {
  const points = rings.flat();
  const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  content.writeInt32LE(shapeType, 0);
  writeBox(content, 4, points);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let first = 0;
  for (const [index, ring] of rings.entries()) {
    content.writeInt32LE(first, 44 + 4 * index);
    first += ring.length;
  }
  for (const [index, [x, y]] of points.entries()) {
    content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index);
    content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index);
  }
  return content;
}

function writeBox(target: Buffer, at: number, points: Ring): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [index, value] of box.entries()) target.writeDoubleLE(value, at + 8 * index);
}

function makeDbf(records: readonly ShapeRecord[], encode: (text: string) => Uint8Array): Buffer {
  const names = Object.keys(records[0]?.attributes ?? {});
  const header = Buffer.alloc(32 + 32 * names.length + 1);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + FIELD_WIDTH * names.length, 10);
  for (const [index, name] of names.entries()) {
    header.write(name, 32 + 32 * index, 'latin1');
    header.write('C', 32 + 32 * index + 11, 'latin1');
    header.writeUInt8(FIELD_WIDTH, 32 + 32 * index + 16);
  }
  header.writeUInt8(0x0d, header.length - 1);
  const rows = records.map(({ attributes }) => {
    const row = Buffer.alloc(1 + FIELD_WIDTH * names.length, ' ');
    for (const [index, name] of names.entries())
      row.set(encode(attributes[name] ?? ''), 1 + FIELD_WIDTH * index);
    return row;
  });
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}

import { PbfReader } from 'pbf';
import { NO_TAGS, type OsmMember, type OsmTags, type OsmVisitor } from './osm-visitor.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

interface Block {
  readonly strings: string[];
  /** Where the groups begin and end: what they are read with may stand behind them. */
  readonly groups: (readonly [start: number, end: number])[];
  granularity: number;
  latOffset: number;
  lngOffset: number;
}

/**
 * Tells the elements of a PrimitiveBlock (osmformat.proto, https://wiki.openstreetmap.org/wiki/PBF_Format)
 * in its order.
 *
 * @throws RangeError where the block is not what the format says.
 */
export function visitBlock(bytes: Uint8Array, visitor: OsmVisitor): void {
  const pbf = new PbfReader(bytes);
  const block: Block = { strings: [], groups: [], granularity: 100, latOffset: 0, lngOffset: 0 };
  pbf.readFields(readBlockField, block);
  for (const [start, end] of block.groups) {
    pbf.pos = start;
    pbf.readFields((tag) => visitGroupField(tag, pbf, block, visitor), null, end);
  }
}

function readBlockField(tag: number, block: Block, pbf: PbfReader): void {
  if (tag === 1)
    pbf.readMessage((field, strings, reader) => {
      if (field === 1) strings.push(reader.readString());
    }, block.strings);
  else if (tag === 2) {
    const end = pbf.readVarint() + pbf.pos;
    if (end > pbf.length) throw new RangeError('a group ends behind its block');
    block.groups.push([pbf.pos, end]);
    pbf.pos = end;
  } else if (tag === 17) block.granularity = pbf.readVarint();
  else if (tag === 19) block.latOffset = pbf.readVarint(true);
  else if (tag === 20) block.lngOffset = pbf.readVarint(true);
}

function visitGroupField(tag: number, pbf: PbfReader, block: Block, visitor: OsmVisitor): void {
  if (tag === 1 && visitor.node) visitNode(pbf, block, visitor.node.bind(visitor));
  else if (tag === 2 && visitor.node) visitDense(pbf, block, visitor.node.bind(visitor));
  else if (tag === 3 && visitor.way) {
    const { id, keys, values, refs } = readElement(pbf, 'way');
    visitor.way(id, summed(refs), tagsOf(block, keys, values));
  } else if (tag === 4 && visitor.relation) {
    const { id, keys, values, roles, refs, types } = readElement(pbf, 'relation');
    const members = summed(refs).map((ref, at): OsmMember => {
      const type = MEMBER_TYPES[types[at] ?? -1];
      const role = block.strings[roles[at] ?? -1];
      if (type === undefined || role === undefined) throw new RangeError('a member without type');
      return { type, id: ref, role };
    });
    visitor.relation(id, members, tagsOf(block, keys, values));
  }
}

function visitNode(pbf: PbfReader, block: Block, visit: NonNullable<OsmVisitor['node']>): void {
  const node = { id: 0, keys: [] as number[], values: [] as number[], lat: 0, lng: 0 };
  pbf.readMessage((tag, found, reader) => {
    if (tag === 1) found.id = reader.readSVarint();
    else if (tag === 2) reader.readPackedVarint(found.keys);
    else if (tag === 3) reader.readPackedVarint(found.values);
    else if (tag === 8) found.lat = reader.readSVarint();
    else if (tag === 9) found.lng = reader.readSVarint();
  }, node);
  const { granularity, lngOffset, latOffset } = block;
  const tags = tagsOf(block, node.keys, node.values);
  visit(
    node.id,
    (lngOffset + granularity * node.lng) / 1e9,
    (latOffset + granularity * node.lat) / 1e9,
    tags,
  );
}

function visitDense(pbf: PbfReader, block: Block, visit: NonNullable<OsmVisitor['node']>): void {
  const dense = {
    ids: [] as number[],
    lats: [] as number[],
    lngs: [] as number[],
    tags: [] as number[],
  };
  pbf.readMessage((tag, found, reader) => {
    if (tag === 1) reader.readPackedSVarint(found.ids);
    else if (tag === 8) reader.readPackedSVarint(found.lats);
    else if (tag === 9) reader.readPackedSVarint(found.lngs);
    else if (tag === 10) reader.readPackedVarint(found.tags);
  }, dense);
  const { ids, lats, lngs, tags } = dense;
  if (ids.length !== lats.length || ids.length !== lngs.length)
    throw new RangeError('nodes without position');
  const { granularity, lngOffset, latOffset, strings } = block;
  let [id, lat, lng, at] = [0, 0, 0, 0];
  for (let node = 0; node < ids.length; node += 1) {
    id += ids[node]!;
    lat += lats[node]!;
    lng += lngs[node]!;
    let found: Map<string, string> | null = null;
    // Keys and values in turn, a zero behind those of each node.
    for (; at < tags.length && tags[at] !== 0; at += 2) {
      found ??= new Map();
      found.set(strings[tags[at]!] ?? '', strings[tags[at + 1] ?? -1] ?? '');
    }
    at += 1;
    visit(
      id,
      (lngOffset + granularity * lng) / 1e9,
      (latOffset + granularity * lat) / 1e9,
      found ?? NO_TAGS,
    );
  }
}

interface Element {
  id: number;
  readonly keys: number[];
  readonly values: number[];
  readonly refs: number[];
  readonly roles: number[];
  readonly types: number[];
}

/** A way or a relation; a way has its nodes in the field in which a relation has its roles. */
function readElement(pbf: PbfReader, kind: 'way' | 'relation'): Element {
  const refsField = kind === 'way' ? 8 : 9;
  const empty: Element = { id: 0, keys: [], values: [], refs: [], roles: [], types: [] };
  return pbf.readMessage((tag, element, reader) => {
    if (tag === 1) element.id = reader.readVarint(true);
    else if (tag === 2) reader.readPackedVarint(element.keys);
    else if (tag === 3) reader.readPackedVarint(element.values);
    else if (tag === refsField) reader.readPackedSVarint(element.refs);
    else if (tag === 8) reader.readPackedVarint(element.roles);
    else if (tag === 10) reader.readPackedVarint(element.types);
  }, empty);
}

function summed(deltas: readonly number[]): number[] {
  let sum = 0;
  return deltas.map((delta) => {
    sum += delta;
    return sum;
  });
}

function tagsOf({ strings }: Block, keys: readonly number[], values: readonly number[]): OsmTags {
  if (keys.length === 0) return NO_TAGS;
  if (keys.length !== values.length) throw new RangeError('keys without values');
  const tags = new Map<string, string>();
  for (const [at, key] of keys.entries())
    tags.set(strings[key] ?? '', strings[values[at] ?? -1] ?? '');
  return tags;
}

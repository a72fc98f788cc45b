import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

type Tags = Readonly<Record<string, string>>;

/** Elements of a file to be, in the order in which they are written. */
export interface OsmSketch {
  readonly nodes?: readonly (readonly [id: number, lng: number, lat: number, tags?: Tags])[];
  readonly ways?: readonly (readonly [id: number, nodes: readonly number[], tags: Tags])[];
  readonly relations?: readonly (readonly [
    id: number,
    members: readonly (readonly [type: 'node' | 'way' | 'relation', id: number, role: string])[],
    tags: Tags,
  ])[];
}

export function makeOsmXml({ nodes = [], ways = [], relations = [] }: OsmSketch): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6">'];
  const tagLines = (tags: Tags) =>
    Object.entries(tags).map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`);
  for (const [id, lng, lat, tags = {}] of nodes)
    lines.push(`<node id="${id}" lat="${lat}" lon="${lng}">${tagLines(tags).join('')}</node>`);
  for (const [id, refs, tags] of ways) {
    const list = refs.map((ref) => `<nd ref="${ref}"/>`);
    lines.push(`<way id="${id}">${list.join('')}${tagLines(tags).join('')}</way>`);
  }
  for (const [id, members, tags] of relations) {
    const list = members.map(
      ([type, ref, role]) => `<member type="${type}" ref="${ref}" role="${role}"/>`,
    );
    lines.push(`<relation id="${id}">${list.join('')}${tagLines(tags).join('')}</relation>`);
  }
  return `${lines.join('\n')}\n</osm>\n`;
}

export interface PbfChoices {
  readonly required?: readonly string[];
  readonly replicatedAt?: number;
  /** Field of the blob that holds the data: 3 zlib, 1 as it is, others by what the format says. */
  readonly blobField?: number;
  readonly isDense?: boolean;
  readonly granularity?: number;
}

/** The same as PBF: a header block, then a block for nodes, one for ways and one for relations. */
export function makeOsmPbf(sketch: OsmSketch, choices: PbfChoices = {}): Buffer {
  const { required = ['OsmSchema-V0.6', 'DenseNodes'], replicatedAt, blobField = 3 } = choices;
  const header = new PbfWriter();
  for (const feature of required) header.writeStringField(4, feature);
  if (replicatedAt !== undefined) header.writeVarintField(32, replicatedAt);
  const blocks = [
    blob('OSMHeader', header.finish(), 3),
    blob('OSMData', nodeBlock(sketch, choices), blobField),
    blob('OSMData', wayBlock(sketch), blobField),
    blob('OSMData', relationBlock(sketch), blobField),
  ];
  return Buffer.concat(blocks);
}

function blob(type: string, data: Uint8Array, field: number): Buffer {
  const body = new PbfWriter();
  body.writeVarintField(2, data.length);
  body.writeBytesField(field, field === 3 ? deflateSync(data) : data);
  const bytes = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, bytes.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
}

class Strings {
  readonly list = [''];

  at(text: string): number {
    const known = this.list.indexOf(text);
    return known === -1 ? this.list.push(text) - 1 : known;
  }
}

function block(
  strings: Strings,
  group: (pbf: PbfWriter) => void,
  granularity?: number,
): Uint8Array {
  const pbf = new PbfWriter();
  const body = new PbfWriter();
  group(body);
  pbf.writeMessage(
    1,
    (list: string[], table) => {
      for (const text of list) table.writeStringField(1, text);
    },
    strings.list,
  );
  pbf.writeBytesField(2, body.finish());
  if (granularity !== undefined) pbf.writeVarintField(17, granularity);
  return pbf.finish();
}

function nodeBlock(
  { nodes = [] }: OsmSketch,
  { isDense = true, granularity }: PbfChoices,
): Uint8Array {
  const strings = new Strings();
  const units = 1e9 / (granularity ?? 100);
  const lngs = nodes.map(([, lng]) => Math.round(lng * units));
  const lats = nodes.map(([, , lat]) => Math.round(lat * units));
  return block(
    strings,
    (pbf) => {
      if (isDense)
        pbf.writeMessage(
          2,
          (_: null, dense) => {
            dense.writePackedSVarint(1, differences(nodes.map(([id]) => id)));
            dense.writePackedSVarint(8, differences(lats));
            dense.writePackedSVarint(9, differences(lngs));
            const tags = nodes.flatMap(([, , , given = {}]) => [
              ...Object.entries(given).flatMap(([k, v]) => [strings.at(k), strings.at(v)]),
              0,
            ]);
            dense.writePackedVarint(10, tags);
          },
          null,
        );
      else
        for (const [at, [id, , , tags = {}]] of nodes.entries())
          pbf.writeMessage(
            1,
            (_: null, node) => {
              node.writeSVarintField(1, id);
              writeTags(node, strings, tags);
              node.writeSVarintField(8, lats[at]!);
              node.writeSVarintField(9, lngs[at]!);
            },
            null,
          );
    },
    granularity,
  );
}

function wayBlock({ ways = [] }: OsmSketch): Uint8Array {
  const strings = new Strings();
  return block(strings, (pbf) => {
    for (const [id, refs, tags] of ways)
      pbf.writeMessage(
        3,
        (_: null, way) => {
          way.writeVarintField(1, id);
          writeTags(way, strings, tags);
          way.writePackedSVarint(8, differences(refs));
        },
        null,
      );
  });
}

function relationBlock({ relations = [] }: OsmSketch): Uint8Array {
  const strings = new Strings();
  const TYPES = ['node', 'way', 'relation'];
  return block(strings, (pbf) => {
    for (const [id, members, tags] of relations)
      pbf.writeMessage(
        4,
        (_: null, relation) => {
          relation.writeVarintField(1, id);
          writeTags(relation, strings, tags);
          relation.writePackedVarint(
            8,
            members.map(([, , role]) => strings.at(role)),
          );
          relation.writePackedSVarint(9, differences(members.map(([, ref]) => ref)));
          relation.writePackedVarint(
            10,
            members.map(([type]) => TYPES.indexOf(type)),
          );
        },
        null,
      );
  });
}

function writeTags(pbf: PbfWriter, strings: Strings, tags: Tags): void {
  pbf.writePackedVarint(
    2,
    Object.keys(tags).map((key) => strings.at(key)),
  );
  pbf.writePackedVarint(
    3,
    Object.values(tags).map((value) => strings.at(value)),
  );
}

function differences(values: readonly number[]): number[] {
  return values.map((value, at) => value - (values[at - 1] ?? 0));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

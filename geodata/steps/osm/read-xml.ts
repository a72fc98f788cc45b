import { SaxesParser } from 'saxes';
import { FOUND } from '#geodata/found';
import { UnknownLayoutError } from '#geodata/item';
import { type InputFile, readBytes, readStart } from '#geodata/steps/input-file';
import { encodingOfXml } from '#geodata/steps/text-encoding';
import {
  EXPECTED_OSM,
  NO_TAGS,
  OSM_FOUND,
  type OsmHeader,
  type OsmMember,
  type OsmVisitor,
} from './osm-visitor.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/**
 * Tells a visitor the elements of an OSM XML file, one held at a time.
 *
 * @throws UnknownLayoutError where it ends early, is broken, or is XML of another kind.
 */
export async function readOsmXml(
  file: InputFile,
  visitor: OsmVisitor,
  onBytes?: (bytes: number) => void,
): Promise<OsmHeader> {
  const decoder = new TextDecoder(encodingOfXml(await readStart(file, 200)));
  const found = { asOf: null as string | null };
  const parser = parserOf(visitor, found);
  for await (const chunk of readBytes(file, onBytes))
    write(parser, decoder.decode(chunk, { stream: true }));
  write(parser, decoder.decode());
  write(parser, null);
  return { format: 'XML', asOf: found.asOf };
}

function write(parser: SaxesParser, text: string | null): void {
  try {
    if (text === null) parser.close();
    else parser.write(text);
  } catch (error) {
    if (error instanceof UnknownLayoutError) throw error;
    throw new UnknownLayoutError(EXPECTED_OSM, FOUND.brokenXml);
  }
}

function parserOf(visitor: OsmVisitor, found: { asOf: string | null }): SaxesParser {
  let id = 0;
  let lng = Number.NaN;
  let lat = Number.NaN;
  let isLeftOut = false;
  let refs: number[] = [];
  let members: OsmMember[] = [];
  let tags: Map<string, string> | null = null;
  let isRoot = true;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (isRoot) {
      checkRoot(name);
      isRoot = false;
    } else if (name === 'tag') {
      tags ??= new Map();
      tags.set(attributes.k ?? '', attributes.v ?? '');
    } else if (name === 'nd') refs.push(Number(attributes.ref));
    else if (name === 'member') {
      const type = MEMBER_TYPES.find((one) => one === attributes.type);
      if (type !== undefined)
        members.push({ type, id: Number(attributes.ref), role: attributes.role ?? '' });
    } else if (name === 'node' || name === 'way' || name === 'relation') {
      id = Number(attributes.id);
      lng = Number(attributes.lon ?? Number.NaN);
      lat = Number(attributes.lat ?? Number.NaN);
      // Deleted: in a file of JOSM, or of a day that is past.
      isLeftOut = attributes.action === 'delete' || attributes.visible === 'false';
      refs = [];
      members = [];
      tags = null;
    } else if (name === 'meta')
      found.asOf = /^\d{4}-\d{2}-\d{2}/.exec(attributes.osm_base ?? '')?.[0] ?? null;
  });
  parser.on('closetag', ({ name }) => {
    if (isLeftOut) return;
    if (name === 'node') visitor.node?.(id, lng, lat, tags ?? NO_TAGS);
    else if (name === 'way') visitor.way?.(id, refs, tags ?? NO_TAGS);
    else if (name === 'relation') visitor.relation?.(id, members, tags ?? NO_TAGS);
  });
  return parser;
}

function checkRoot(name: string): void {
  if (name === 'osm') return;
  const found = name === 'osmChange' ? OSM_FOUND.changes : OSM_FOUND.otherXml;
  throw new UnknownLayoutError(EXPECTED_OSM, found);
}

import { SaxesParser } from 'saxes';
import { FOUND } from '#geodata/found';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { JGD2011 } from '#geodata/steps/crs';
import { readBytes, readStart } from '#geodata/steps/input-file';
import type { LayerReader } from '#geodata/steps/read-layers';
import type { SourceFeature } from '#geodata/steps/source-feature';
import { encodingOfXml } from '#geodata/steps/text-encoding';
import { GmlGeometries } from './gml-geometries.ts';

const EXPECTED: Bilingual = {
  ja: '途中で切れていない国土数値情報 A33 の GML(JPGIS)',
  en: 'a complete KSJ A33 GML (JPGIS)',
};

const FEATURE = /^SedimentRelatedDisasterWarningAreas(Polygon|Line)$/;

/** Attribute of the other formats that each element of the GML holds. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  cop: 'A33_001',
  coz: 'A33_002',
  prc: 'A33_003',
  znn: 'A33_004',
  znm: 'A33_005',
  ads: 'A33_006',
  pad: 'A33_007',
  cus: 'A33_008',
};

/**
 * Features of a KSJ A33 GML in one pass: curves and surfaces stand before the features that point to
 * them by xlink, so all vertices of the file are held, packed (16 bytes each).
 */
export const readA33Gml: LayerReader = async function* ({ file }, options, findings) {
  findings.add(JGD2011, 'XML');
  const decoder = new TextDecoder(encodingOfXml(await readStart(file, 200)));
  const found: SourceFeature[] = [];
  const parser = parserOf((feature) => found.push(feature));
  for await (const chunk of readBytes(file, options.onBytes)) {
    write(parser, decoder.decode(chunk, { stream: true }));
    yield* found.splice(0);
  }
  write(parser, decoder.decode());
  write(parser, null);
  yield* found.splice(0);
};

function write(parser: SaxesParser, text: string | null): void {
  try {
    if (text === null) parser.close();
    else parser.write(text);
  } catch {
    throw new UnknownLayoutError(EXPECTED, FOUND.brokenXml);
  }
}

function parserOf(onFeature: (feature: SourceFeature) => void): SaxesParser {
  const geometries = new GmlGeometries();
  let recordNumber = 0;
  let featureKind: string | null = null;
  let properties: Record<string, string> = {};
  let surface = '';
  let attribute: string | null = null;
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local in ATTRIBUTES && featureKind !== null) {
      attribute = ATTRIBUTES[local]!;
      text = '';
    } else if (local === 'bounds' || local === 'position')
      surface = attributeOf(attributes, 'href') ?? '';
    else if (FEATURE.test(local)) {
      featureKind = FEATURE.exec(local)?.[1] ?? null;
      recordNumber += 1;
      properties = {};
      surface = '';
    } else {
      geometries.open(local, attributeOf(attributes, 'id'), attributeOf(attributes, 'href'));
      if (local === 'posList') text = '';
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (attribute !== null && ATTRIBUTES[local] === attribute) {
      properties[attribute] = text.trim();
      attribute = null;
    } else if (FEATURE.test(local)) {
      const geometry =
        featureKind === 'Line'
          ? { type: 'LineString', coordinates: [] }
          : geometries.findSurface(surface);
      const read = properties;
      onFeature({
        recordNumber,
        // Lines and features without a code still are of this layout.
        properties: { A33_001: '', A33_002: '', ...read },
        geometry,
        crs: JGD2011,
        defect: null,
        raw: () => JSON.stringify(read),
      });
      featureKind = null;
    } else geometries.close(local, text);
    if (attribute === null) text = '';
  });
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(
  attributes: Readonly<Record<string, string>>,
  local: string,
): string | undefined {
  return Object.entries(attributes).find(([name]) => localName(name) === local)?.[1];
}

/** Curves of a surface: rings of `lat lng` lists; ids may differ from what points to them in case. */
export interface GmlZone {
  readonly rings: readonly (readonly string[])[];
  readonly attributes: Readonly<Record<string, string>>;
  /** YYYYMMDD */
  readonly notice: string;
}

/** A KSJ A33 GML as published: all curves, all surfaces, then the features that point to them. */
export function makeA33Gml(
  zones: readonly GmlZone[],
  { encoding = 'UTF-8', lines = 0 }: { encoding?: string; lines?: number } = {},
): string {
  const curves: string[] = [];
  const surfaces: string[] = [];
  const features: string[] = [];
  for (const [zone, { rings, attributes, notice }] of zones.entries()) {
    const ends = rings.map((pieces, ring) => {
      const members = pieces.map((posList, piece) => {
        const id = `cv${zone}_${ring}_${piece}`;
        curves.push(
          `<gml:Curve gml:id="C${id.slice(1)}"><gml:segments><gml:LineStringSegment><gml:posList>\n${posList}\n</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>`,
        );
        return `<gml:curveMember xlink:href="#${id}"/>`;
      });
      const side = ring === 0 ? 'exterior' : 'interior';
      return `<gml:${side}><gml:Ring>${members.join('')}</gml:Ring></gml:${side}>`;
    });
    surfaces.push(
      `<gml:Surface gml:id="sf${zone}"><gml:patches><gml:PolygonPatch>${ends.join('')}</gml:PolygonPatch></gml:patches></gml:Surface>`,
    );
    const tags = Object.entries(attributes).map(
      ([tag, text]) => `<ksj:${tag}>${text}</ksj:${tag}>`,
    );
    features.push(
      `<ksj:SedimentRelatedDisasterWarningAreasPolygon gml:id="wp${zone}"><ksj:bounds xlink:href="#sf${zone}"/>${tags.join('')}<ksj:pad><gml:TimeInstant gml:id="t${zone}"><gml:timePosition>${notice}</gml:timePosition></gml:TimeInstant></ksj:pad></ksj:SedimentRelatedDisasterWarningAreasPolygon>`,
    );
  }
  for (let line = 0; line < lines; line += 1)
    features.push(
      `<ksj:SedimentRelatedDisasterWarningAreasLine gml:id="wl${line}"><ksj:position xlink:href="#none"/><ksj:cop>2</ksj:cop><ksj:coz>1</ksj:coz></ksj:SedimentRelatedDisasterWarningAreasLine>`,
    );
  return `<?xml version="1.0" encoding="${encoding}"?>\n<ksj:Dataset gml:id="A33Dataset" xmlns:ksj="http://nlftp.mlit.go.jp/ksj/schemas/ksj-app" xmlns:gml="http://schemas.opengis.net/gml/3.2.1" xmlns:xlink="http://www.w3.org/1999/xlink">\n${[...curves, ...surfaces, ...features].join('\n')}\n</ksj:Dataset>\n`;
}

/** The metadata file of a package. */
export function makeKsMeta(date: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<MD_Metadata><identificationInfo><MD_DataIdentification><citation><title>国土数値情報(土砂災害警戒区域)</title><date><date>${date}</date><dateType>001</dateType></date></citation></MD_DataIdentification></identificationInfo><dateStamp>2025-12-24</dateStamp></MD_Metadata>\n`;
}

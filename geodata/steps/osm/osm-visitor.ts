import type { Bilingual } from '#geodata/item';

export type OsmTags = ReadonlyMap<string, string>;

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

/** Called with each element of a file; what is not asked for is not decoded. */
export interface OsmVisitor {
  /** Degrees; `tags` is empty for nearly all. */
  node?(id: number, lng: number, lat: number, tags: OsmTags): void;
  way?(id: number, nodeIds: readonly number[], tags: OsmTags): void;
  relation?(id: number, members: readonly OsmMember[], tags: OsmTags): void;
}

/** What a file says of itself. */
export interface OsmHeader {
  readonly format: 'PBF' | 'XML';
  /** YYYY-MM-DD of the data; null where it is not said. */
  readonly asOf: string | null;
}

export const NO_TAGS: OsmTags = new Map();

export const EXPECTED_OSM: Bilingual = {
  ja: '途中で切れていない OpenStreetMap のファイル(.osm.pbf または .osm の XML)',
  en: 'a complete OpenStreetMap file (.osm.pbf, or .osm as XML)',
};

export const OSM_FOUND = {
  cut: {
    ja: '途中で切れている PBF です(もう一度ダウンロードしてください)',
    en: 'a PBF that ends early (please download it again)',
  },
  broken: {
    ja: '壊れている PBF です(もう一度ダウンロードしてください)',
    en: 'a broken PBF (please download it again)',
  },
  history: {
    ja: '履歴を含む PBF です(ある日の状態だけの PBF を選んでください)',
    en: 'a PBF with history (please choose one of a single day)',
  },
  changes: {
    ja: '変更だけの XML(osmChange)です(地域全体のファイルを選んでください)',
    en: 'XML of changes alone (osmChange); please choose the file of the whole area',
  },
  otherXml: { ja: 'OpenStreetMap でない XML です', en: 'XML that is not OpenStreetMap’s' },
  noElements: {
    ja: '道のない OpenStreetMap のファイルです',
    en: 'an OpenStreetMap file without roads',
  },
} as const satisfies Record<string, Bilingual>;

export function unknownFeature(feature: string): Bilingual {
  return {
    ja: `この版では読めない機能(${feature})を使う PBF です`,
    en: `a PBF that needs a feature that is not known here (${feature})`,
  };
}

export function unknownCompression(name: string): Bilingual {
  return {
    ja: `この版では読めない圧縮(${name})の PBF です(zlib で圧縮したものを選んでください)`,
    en: `a PBF compressed by ${name}, which is not known here (please choose one with zlib)`,
  };
}

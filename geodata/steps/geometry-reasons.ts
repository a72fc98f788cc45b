import type { ImportReason } from '#geodata/item';

/** What can be mended in a geometry, or not, whatever the record is about. */
export const GEOMETRY_REASONS = {
  missing: {
    code: 'geometry.missing',
    ja: '図形がありません(空です)',
    en: 'There is no geometry, or it is empty',
  },
  notArea: {
    code: 'geometry.not-an-area',
    ja: '線や点の図形です。面(ポリゴン)だけを取り込みます',
    en: 'A line or a point: only areas (polygons) are imported',
  },
  malformed: {
    code: 'geometry.malformed',
    ja: '図形の座標を数として読めません',
    en: 'The coordinates of the geometry cannot be read as numbers',
  },
  outsideJapan: {
    code: 'geometry.outside-japan',
    ja: '座標が日本の範囲(経度122〜154度、緯度20〜46度)にありません。平面直角座標系のファイルなら系番号(1〜19)を指定してください',
    en: 'The coordinates are not in Japan (122–154° E, 20–46° N). For a file in plane rectangular coordinates give the zone (1–19)',
  },
  tooSmall: {
    code: 'geometry.no-area',
    ja: '頂点が3つ以上ある輪郭がなく、面になりません',
    en: 'No ring has three vertices or more: this is no area',
  },
  ringClosed: {
    code: 'geometry.ring-closed',
    ja: '閉じていない輪郭を閉じました',
    en: 'An open ring was closed',
  },
  duplicateVertices: {
    code: 'geometry.duplicate-vertices',
    ja: '続けて重なる頂点を1つにしました',
    en: 'Vertices repeated in a row were made one',
  },
  sliverDropped: {
    code: 'geometry.sliver-dropped',
    ja: '面積のない輪郭(頂点3つ未満など)を除きました',
    en: 'A ring without area (fewer than three vertices, or all in a line) was dropped',
  },
  holeOutside: {
    code: 'geometry.hole-outside',
    ja: '外枠の外にある穴を、別の面として読みました',
    en: 'A hole outside of its outer ring was read as an area of its own',
  },
  latitudeFirst: {
    code: 'geometry.latitude-first',
    ja: '緯度・経度の順に書かれた座標を入れ替えました',
    en: 'Coordinates written latitude first were swapped',
  },
  brokenRecord: {
    code: 'geometry.broken-record',
    ja: '地物の JSON を読めません',
    en: 'The JSON of the feature cannot be read',
  },
} as const satisfies Record<string, ImportReason>;

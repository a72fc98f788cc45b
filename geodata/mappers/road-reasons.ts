import type { ImportReason } from '#geodata/item';

/** What can be mended in a record of roads, or why it is left out. */
export const ROAD_REASONS = {
  area: {
    code: 'road.area',
    ja: '広場などの面です。道の線だけを取り込みます',
    en: 'An area (a square): only lines are imported',
  },
  notOpen: {
    code: 'road.not-open',
    ja: '建設中・計画中・廃止された道です',
    en: 'Under construction, proposed or abandoned',
  },
  notRoad: {
    code: 'road.not-a-road',
    ja: '通り抜ける道ではありません(ホーム、レース場、エレベーターなど)',
    en: 'No road to pass along (platform, raceway, elevator …)',
  },
  duplicate: {
    code: 'road.duplicate',
    ja: '同じ番号の道が前にあり、内容が違います(先のものを使います)',
    en: 'A way of the same number came before and differs (the first is used)',
  },
  repeated: {
    code: 'road.repeated',
    ja: '同じ道がもう一度出てきました(隣のファイルと重なる道など)',
    en: 'The same way once more (as where files overlap)',
  },
  nodesMissing: {
    code: 'road.nodes-missing',
    ja: 'ファイルにない点を通る道を、その点で切りました',
    en: 'The way was cut where its nodes are not in the file',
  },
  noNodes: {
    code: 'road.no-nodes',
    ja: '道の点がファイルに2つ以上ありません',
    en: 'Fewer than two nodes of the way are in the file',
  },
  noLength: {
    code: 'road.no-length',
    ja: '長さのない道です(すべての点が同じ場所にあります)',
    en: 'A way without length: all its nodes are at one place',
  },
  duplicateVertices: {
    code: 'road.duplicate-vertices',
    ja: '続けて重なる点を1つにしました',
    en: 'Vertices repeated in a row were made one',
  },
  outsideClip: {
    code: 'road.outside-clip',
    ja: '自治体の境界から離れた道です',
    en: 'Far from the boundary of the municipality',
  },
  restrictionViaWay: {
    code: 'road.restriction-via-way',
    ja: '道を経由する右左折の規制は扱いません(点を経由するものだけ)',
    en: 'A turn restriction by way of a way: only those at a node are used',
  },
  restrictionOther: {
    code: 'road.restriction-other',
    ja: '時間帯や車種に限った規制は扱いません',
    en: 'A turn restriction for some hours or vehicles only is not used',
  },
  restrictionElsewhere: {
    code: 'road.restriction-elsewhere',
    ja: '規制の道がこのファイルの道にありません',
    en: 'The roads of the turn restriction are not among those of the file',
  },
  restrictionBroken: {
    code: 'road.restriction-broken',
    ja: '規制のどの道が交差点に着くのか決まりません',
    en: 'It is not clear which roads of the turn restriction meet at its node',
  },
  notLine: {
    code: 'road.not-a-line',
    ja: '線でない図形です',
    en: 'No line',
  },
  malformed: {
    code: 'road.malformed',
    ja: '道の座標を数として読めません',
    en: 'The coordinates of the road cannot be read as numbers',
  },
  outsideWorld: {
    code: 'road.outside-world',
    ja: '座標が経緯度の範囲にありません。平面直角座標系のファイルなら系番号(1〜19)を指定してください',
    en: 'The coordinates are no longitude and latitude. For plane rectangular coordinates give the zone (1–19)',
  },
} as const satisfies Record<string, ImportReason>;

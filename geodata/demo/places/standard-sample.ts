import { csvText } from '../files/write.ts';

const HEADERS = [
  '全国地方公共団体コード',
  'ID',
  '名称',
  '名称_カナ',
  '所在地_連結表記',
  '緯度',
  '経度',
  '電話番号',
  '災害種別_洪水',
  '災害種別_崖崩れ、土石流及び地滑り',
  '災害種別_高潮',
  '災害種別_地震',
  '災害種別_津波',
  '災害種別_大規模な火事',
  '災害種別_内水氾濫',
  '災害種別_火山現象',
  '指定避難所との重複',
  '想定収容人数',
  '備考',
];

/** Emergency evacuation sites of the fictional city in the layout of the municipal standard open data. */
export function standardSheltersSample(): string {
  const row = (
    id: string,
    name: string,
    kana: string,
    at: readonly [number, number],
    hazards: readonly number[],
    capacity: number,
  ) => [
    ...['992011', id, name, kana, `海原県汐路市${name}`, at[1], at[0], null],
    ...Array.from({ length: 8 }, (_, hazard) => (hazards.includes(hazard) ? 1 : null)),
    ...[null, capacity, null],
  ];
  return csvText(HEADERS, [
    row('0001', '浜見公園', 'ハマミコウエン', [135.21, 31.41], [0, 3, 5], 300),
    row('0002', '山手広場', 'ヤマテヒロバ', [135.22, 31.42], [0, 1, 3], 120),
    row('0003', '汐路運動場', 'シオジウンドウジョウ', [135.23, 31.4], [1, 3, 4, 5], 900),
  ]);
}

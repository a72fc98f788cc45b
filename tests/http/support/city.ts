import { square, zonesFile } from '../../services/support.ts';

/*
 * A fictional town of a few houses: two districts side by side, a yellow zone with a red one in it, and
 * people who stand inside, near, outside, and whose address is known to the town only.
 */
export const CODE = '99903';
export const CENTRE = [132.33, 34.35] as const;

export const ZONES = zonesFile([
  { number: 'Y1', phenomenon: 2, zoneClass: 1, geometry: square(...CENTRE, 200) },
  { number: 'R1', phenomenon: 2, zoneClass: 2, geometry: square(...CENTRE, 100) },
  { number: 'Y2', phenomenon: 1, zoneClass: 3, geometry: square(132.36, 34.36, 120) },
]);

export const DISTRICTS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: '山手' }, geometry: square(132.33, 34.35, 4000) },
    { type: 'Feature', properties: { name: '浜手' }, geometry: square(132.3736, 34.35, 4000) },
  ],
});

/** Metres east and north of the centre as [lng, lat]. */
export function at(eastMeters: number, northMeters: number): [number, number] {
  const metersPerDegree = 111_000;
  const lng = CENTRE[0] + eastMeters / (metersPerDegree * Math.cos((CENTRE[1] * Math.PI) / 180));
  return [lng, CENTRE[1] + northMeters / metersPerDegree];
}

interface Person {
  readonly number: string;
  readonly name: string;
  readonly kana: string;
  readonly at: readonly [number, number] | null;
  readonly accuracy: '建物' | '町丁目' | '';
  readonly district: string;
  readonly care: string;
  readonly device: string;
  readonly supporter: string;
}

export const PEOPLE: readonly Person[] = [
  person('001', '架空 花子', 'カクウ ハナコ', at(38, 0), '要介護5', {
    device: '人工呼吸器',
    supporter: '見本 次郎',
  }),
  person('002', '見本 太郎', 'ミホン タロウ', at(0, 75), '要介護1'),
  person('003', '例 三郎', 'レイ サブロウ', at(0, 104), '要支援2'),
  person('004', '=架空 四郎', 'カクウ シロウ', at(900, 0), ''),
  person('005', '仮名 五月', 'カメイ サツキ', at(0, 0), '要介護3', { accuracy: '町丁目' }),
  person('006', '仮名 六実', 'カメイ ムツミ', null, '非該当', { accuracy: '' }),
  person('007', '仮名 七海', 'カメイ ナナミ', [132.36, 34.36], '要介護4', { district: '浜手' }),
];

function person(
  number: string,
  name: string,
  kana: string,
  place: readonly [number, number] | null,
  care: string,
  more: Partial<Pick<Person, 'accuracy' | 'district' | 'device' | 'supporter'>> = {},
): Person {
  const { accuracy = '建物', district = '山手', device = '', supporter = '' } = more;
  return { number, name, kana, at: place, accuracy, district, care, device, supporter };
}

export const ROSTER = [
  '名簿番号,氏名,フリガナ,生年月日,性別,住所,地区,要介護度,医療機器,緯度,経度,位置精度,支援者1氏名',
  ...PEOPLE.map((one) =>
    [
      one.number,
      one.name,
      one.kana,
      '1940/5/6',
      '女',
      `架空町${one.number}番地`,
      one.district,
      one.care,
      one.device,
      one.at?.[1] ?? '',
      one.at?.[0] ?? '',
      one.accuracy,
      one.supporter,
    ].join(','),
  ),
  '',
].join('\r\n');

const SITE_COLUMNS =
  'NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考';
const place = ([lng, lat]: readonly [number, number]) => `${lat},${lng}`;

/** Emergency sites: one in the red zone and not for landslides, one outside of every zone, one in the sea. */
export const SITES = [
  SITE_COLUMNS,
  `1,E1,架空県架空市,山手小学校,架空町1,1,,,1,,,,,1,${place(at(10, 0))},`,
  `2,E2,架空県架空市,浜手公園,架空町2,1,1,,1,,,,,,${place(at(900, 200))},`,
  `3,E3,架空県架空市,沖の島,架空町3,1,1,,1,,,,,,${place([132.5, 34.35])},`,
  '',
].join('\r\n');

/** Shelters of the national list: the same school, 55 m from where the other list has it. */
export const SHELTERS = [
  'NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,指定緊急避難場所との住所同一,受入対象者,緯度,経度,備考',
  `1,S1,架空県架空市,山手 小学校,架空町1,1,,${place(at(65, 0))},`,
  '',
].join('\r\n');

import { SHELTER_EQUIPMENT } from '#domain/shelter/shelter';
import { WELFARE_SHELTERS_TEMPLATE } from '#geodata/mappers/shelter-welfare';
import { CITY } from '../city.ts';
import { csvText } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import { toKatakana } from '../names/place-names.ts';
import type { Random } from '../random.ts';
import type { Building } from '../streets/building.ts';
import { addressText, type HouseAddress } from './addresses.ts';

const HOMES: readonly (readonly [suffix: string, kana: string, groups: string])[] = [
  ['特別養護老人ホーム', 'トクベツヨウゴロウジンホーム', '高齢者、要介護3以上'],
  ['老人保健施設', 'ロウジンホケンシセツ', '高齢者、医療的ケアを要する人'],
  ['デイサービスセンター', 'デイサービスセンター', '高齢者'],
  ['障害者支援施設', 'ショウガイシャシエンシセツ', '身体障害者、知的障害者'],
  ['特別支援学校', 'トクベツシエンガッコウ', '障害児とその家族'],
  ['総合福祉センター', 'ソウゴウフクシセンター', '高齢者、障害者、妊産婦、乳幼児'],
];
const FACILITY_WORDS: readonly (readonly [string, string])[] = [
  ['ひだまり苑', 'ヒダマリエン'],
  ['やすらぎの里', 'ヤスラギノサト'],
  ['汐風荘', 'シオカゼソウ'],
  ['みどり園', 'ミドリエン'],
  ['ことぶき', 'コトブキ'],
  ['なぎさ', 'ナギサ'],
  ['あおぞら', 'アオゾラ'],
  ['ふれあい', 'フレアイ'],
];

/** Welfare shelters as a list by our own template. */
export function welfareCsv(
  buildings: readonly Building[],
  addresses: ReadonlyMap<number, HouseAddress>,
  count: number,
  random: Random,
): string {
  const headers = WELFARE_SHELTERS_TEMPLATE.replace('\ufeff', '').trim().split(',');
  const large = [...buildings.keys()].filter(
    (index) => buildings[index]!.frontMeters > 15 && addresses.has(index),
  );
  const chosen = random.shuffled(large).slice(0, count);
  return csvText(
    headers,
    chosen.map((building, index) => {
      const { x, y } = buildings[building]!;
      const [longitude, latitude] = toPosition(x, y);
      const address = addresses.get(building)!;
      const [suffix, suffixKana, groups] = HOMES[index % HOMES.length]!;
      const [word, wordKana] = FACILITY_WORDS[index % FACILITY_WORDS.length]!;
      const isDesignated = random.chance(0.55);
      const has = (share: number) => (random.chance(share) ? '有' : '無');
      const equipment: Readonly<Record<(typeof SHELTER_EQUIPMENT)[number], string>> = {
        'emergency-power': has(0.7),
        suction: has(0.35),
        oxygen: has(0.3),
        'accessible-toilet': has(0.95),
        'care-bed': has(0.6),
      };
      return [
        `F${String(index + 1).padStart(3, '0')}`,
        `${address.town.name}${suffix}${word}`,
        `${toKatakana(address.town.kana)}${suffixKana}${wordKana}`,
        addressText(address),
        latitude.toFixed(6),
        longitude.toFixed(6),
        random.integer(2, 16) * 5,
        groups,
        isDesignated ? '指定' : '協定',
        ...SHELTER_EQUIPMENT.map((one) => equipment[one]),
        `000-0100-${String(index + 1).padStart(4, '0')}`,
        CITY.code,
        '',
      ];
    }),
  );
}

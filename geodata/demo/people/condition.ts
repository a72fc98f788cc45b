import type { Random } from '../random.ts';
import type { Person } from './person.ts';

/** What makes a person need support; the words are those of the roster's columns. */
export type Condition = Pick<
  Person,
  | 'reason'
  | 'careLevel'
  | 'physical'
  | 'intellectual'
  | 'mental'
  | 'disease'
  | 'devices'
  | 'communication'
>;

export const PROFILES = ['care', 'physical', 'intellectual', 'mental', 'disease', 'frail'] as const;
export type Profile = (typeof PROFILES)[number];

/** Shares of the roster, about as cities publish them. */
const PROFILE_SHARES: readonly (readonly [Profile, number])[] = [
  ['care', 66],
  ['physical', 14],
  ['intellectual', 6],
  ['mental', 5],
  ['disease', 4],
  ['frail', 5],
];

const CARE_SHARES: readonly (readonly [string, number])[] = [
  ['要支援1', 4],
  ['要支援2', 7],
  ['要介護1', 19],
  ['要介護2', 21],
  ['要介護3', 26],
  ['要介護4', 15],
  ['要介護5', 8],
];
const PHYSICAL_SHARES: readonly (readonly [string, number])[] = [
  ['肢体(下肢)2級', 18],
  ['肢体(下肢)3級', 12],
  ['肢体(体幹)1級', 10],
  ['肢体(体幹)2級', 10],
  ['肢体(上肢)2級', 8],
  ['肢体(上肢)3級', 5],
  ['視覚1級', 10],
  ['視覚2級', 7],
  ['聴覚2級', 12],
  ['内部1級', 14],
  ['内部3級', 8],
  ['視覚1級・聴覚2級', 1],
];
const INTELLECTUAL_SHARES: readonly (readonly [string, number])[] = [
  ['Ⓐ', 28],
  ['A', 34],
  ['Ⓑ', 24],
  ['B', 14],
];
const DISEASES = [
  'パーキンソン病',
  '脊髄小脳変性症',
  '筋萎縮性側索硬化症',
  '多系統萎縮症',
  '重症筋無力症',
  '潰瘍性大腸炎',
];
const NONE = 'なし';

export function profileOf(random: Random): Profile {
  return random.weighted(PROFILE_SHARES);
}

/** Age at which a profile comes on the roster. */
export function ageOf(profile: Profile, random: Random): number {
  switch (profile) {
    case 'care':
      return Math.round(Math.min(104, Math.max(66, 84 + 6.5 * random.normal())));
    case 'frail':
      return random.integer(76, 95);
    case 'physical':
      return Math.round(Math.min(96, Math.max(6, 68 + 16 * random.normal())));
    case 'intellectual':
      return random.integer(6, 66);
    case 'mental':
      return random.integer(24, 80);
    default:
      return random.integer(8, 86);
  }
}

export function conditionOf(profile: Profile, age: number, random: Random): Condition {
  const careLevel = careLevelOf(profile, age, random);
  const hasPhysical = profile === 'physical' || (profile === 'care' && random.chance(0.11));
  const physical = hasPhysical ? random.weighted(PHYSICAL_SHARES) : NONE;
  const intellectual = profile === 'intellectual' ? random.weighted(INTELLECTUAL_SHARES) : NONE;
  const mental = profile === 'mental' ? random.pick(['1級', '1級', '2級', '2級', '3級']) : NONE;
  const disease = profile === 'disease' || random.chance(0.01) ? random.pick(DISEASES) : NONE;
  const devices = devicesOf(profile, careLevel, physical, random);
  return {
    careLevel: random.chance(0.04) ? '' : careLevel,
    physical,
    intellectual,
    mental,
    disease,
    devices,
    communication: communicationOf(profile, physical, careLevel, random),
    reason: reasonOf(profile, random),
  };
}

function careLevelOf(profile: Profile, age: number, random: Random): string {
  if (profile === 'care') return random.weighted(CARE_SHARES);
  if (profile === 'frail') return random.pick(['事業対象者', '非該当', '要支援1']);
  return age >= 65 && random.chance(0.35) ? random.weighted(CARE_SHARES) : '非該当';
}

function devicesOf(profile: Profile, careLevel: string, physical: string, random: Random): string {
  const devices: string[] = [];
  const isGrave = careLevel === '要介護5' || profile === 'disease';
  if (random.chance(profile === 'disease' ? 0.12 : 0.003)) devices.push('人工呼吸器');
  if (random.chance(isGrave ? 0.14 : 0.006)) devices.push('吸引器');
  if (random.chance(isGrave ? 0.09 : 0.02)) devices.push('酸素濃縮器');
  if (random.chance(physical.startsWith('内部1') ? 0.4 : 0.008)) devices.push('人工透析');
  if (random.chance(isGrave ? 0.1 : 0.003)) devices.push('経管栄養');
  if (devices.length > 0) return devices.join('、');
  return random.chance(0.03) ? '' : NONE;
}

function communicationOf(
  profile: Profile,
  physical: string,
  careLevel: string,
  random: Random,
): string {
  if (physical.startsWith('視覚')) return '視覚に障害';
  if (physical.startsWith('聴覚')) return random.pick(['手話', '筆談']);
  if (profile === 'intellectual') return '判断に支援が必要';
  if (profile === 'mental') return random.chance(0.5) ? '判断に支援が必要' : '支障なし';
  if (random.chance(0.04)) return '';
  if (random.chance(0.006)) return '日本語がわからない';
  const grave = /要介護[345]/.test(careLevel);
  if (random.chance(grave ? 0.42 : 0.14)) return '認知症のため判断が難しい';
  if (profile === 'care' && random.chance(0.2))
    return random.pick(['難聴', '聞こえにくい', '見えにくい']);
  return '支障なし';
}

function reasonOf(profile: Profile, random: Random): string {
  switch (profile) {
    case 'care':
      return random.pick([
        '一人では歩けない',
        '車いすを使用',
        '歩行器を使用',
        '寝たきり',
        '階段の昇り降りができない',
      ]);
    case 'physical':
      return random.pick(['一人では移動できない', '避難情報が届きにくい', '車いすを使用']);
    case 'intellectual':
    case 'mental':
      return random.pick(['避難の判断が難しい', '環境の変化に弱い', '一人では避難できない']);
    case 'disease':
      return random.pick(['医療機器を使用', '体調が変わりやすい', '一人では移動できない']);
    default:
      return random.pick(['一人暮らしで不安がある', '足腰が弱っている']);
  }
}

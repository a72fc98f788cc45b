/**
 * The three answers for a road. `unknown` is a state of its own, 現地確認が必要: it is travelled, and every
 * route lists it; it is never told as passed.
 */
export type Passage = 'passes' | 'unknown' | 'refused';

interface ReasonText {
  readonly code: string;
  readonly passage: Exclude<Passage, 'passes'>;
  readonly ja: string;
  readonly en: string;
}

/** Why a road is refused or unknown; the place of each in the list is its bit. At most 32. */
export const PASSAGE_REASONS = [
  { code: 'kind', passage: 'refused', ja: 'この種類の道は通れません', en: 'Not this kind of road' },
  { code: 'access', passage: 'refused', ja: '通行が認められていません', en: 'No access' },
  { code: 'narrow', passage: 'refused', ja: '幅員が足りません', en: 'Too narrow' },
  { code: 'low', passage: 'refused', ja: '高さの制限を超えます', en: 'Too low' },
  { code: 'weak', passage: 'refused', ja: '重さの制限を超えます', en: 'Too weak for the weight' },
  { code: 'unpaved', passage: 'refused', ja: '舗装されていません', en: 'Unpaved' },
  { code: 'steps', passage: 'refused', ja: '階段があります', en: 'Steps' },
  {
    code: 'site-refused',
    passage: 'refused',
    ja: '現地確認で通れないとされています',
    en: 'Found impassable on site',
  },
  {
    code: 'width-unknown',
    passage: 'unknown',
    ja: '幅員が分かりません。現地で確認してください',
    en: 'Width unknown: check on site',
  },
  {
    code: 'width-class',
    passage: 'unknown',
    ja: '幅員の区分だけでは足りるか分かりません。現地で確認してください',
    en: 'The class of width does not tell whether it is wide enough: check on site',
  },
  {
    code: 'surface-unknown',
    passage: 'unknown',
    ja: '舗装されているか分かりません。現地で確認してください',
    en: 'Surface unknown: check on site',
  },
  {
    code: 'steps-to-manage',
    passage: 'unknown',
    ja: '階段があります。通れるか現地で確認してください',
    en: 'Steps: check on site whether they can be managed',
  },
  {
    code: 'steep',
    passage: 'unknown',
    ja: '勾配が急です。現地で確認してください',
    en: 'Steep: check on site',
  },
  {
    code: 'bridge-load-unknown',
    passage: 'unknown',
    ja: '橋の重さの制限が分かりません。現地で確認してください',
    en: 'Load of the bridge unknown: check on site',
  },
  {
    code: 'unusual',
    passage: 'unknown',
    ja: '通行は認められていますが、この種類の道としては例外です。現地で確認してください',
    en: 'Allowed, though unusual for this kind of road: check on site',
  },
] as const satisfies readonly ReasonText[];

export type PassageReason = (typeof PASSAGE_REASONS)[number]['code'];

const BITS = new Map<PassageReason, number>(
  PASSAGE_REASONS.map(({ code }, place) => [code, 2 ** place]),
);

export function bitOf(reason: PassageReason): number {
  return BITS.get(reason) ?? 0;
}

/** The reasons that some bits stand for, those for refusing first. */
export function reasonsOf(bits: number): PassageReason[] {
  return PASSAGE_REASONS.filter((_, place) => (bits & (2 ** place)) !== 0).map(({ code }) => code);
}

const REFUSING = PASSAGE_REASONS.reduce(
  (bits, { passage }, place) => (passage === 'refused' ? bits | (2 ** place) : bits),
  0,
);

export function passageOf(bits: number): Passage {
  if (bits === 0) return 'passes';
  return (bits & REFUSING) === 0 ? 'unknown' : 'refused';
}

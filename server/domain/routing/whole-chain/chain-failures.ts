import type { Problem } from '#domain/problem';

/** Why a way of an evacuation could not be looked for. */
export const CHAIN_FAILURES = {
  homeNotPlaced: (): Problem => ({
    code: 'chain.home-not-placed',
    ja: '自宅の位置が分からないため、経路を調べられません',
    en: 'The position of the home is not known, so no way can be looked for',
  }),
  cannotGoAlone: (): Problem => ({
    code: 'chain.cannot-go-alone',
    ja: 'この移動のしかたでは、支援者が来るまで本人だけでは動けません',
    en: 'Moving this way the resident goes nowhere until a supporter has come',
  }),
  supporterNotPlaced: (): Problem => ({
    code: 'chain.supporter-not-placed',
    ja: '支援者の家の位置が分からないため、経路を調べられません',
    en: 'The position of the supporter’s home is not known, so no way can be looked for',
  }),
  destinationNotPlaced: (): Problem => ({
    code: 'chain.destination-not-placed',
    ja: 'この避難先の位置が分かりません。ほかの避難先を選んでください',
    en: 'The position of this destination is not known; please choose another',
  }),
  noDestination: (): Problem => ({
    code: 'chain.no-destination',
    ja: '行き先にできる避難所がありません',
    en: 'There is no shelter that could be gone to',
  }),
  noneReached: (): Problem => ({
    code: 'chain.none-reached',
    ja: '通れる道で行ける避難所がありません',
    en: 'No shelter can be reached by roads that can be gone',
  }),
  profileNeeded: (): Problem => ({
    code: 'chain.profile-needed',
    ja: '名簿からは移動のしかたが分かりません。選んでください',
    en: 'The roster does not tell how the person moves; please choose',
  }),
} as const;

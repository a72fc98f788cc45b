import type { Bilingual } from '../resident/labels.ts';
import { profileFor } from '../routing/whole-chain/profile-for.ts';
import type { Means } from './plan.ts';

/** By what profile of the router somebody is reckoned to travel, and by what that was taken. */
export interface TravelBy {
  readonly profileId: string;
  /** Nobody knows how the person moves: the slower way of walking stands in for it. */
  readonly isAssumed: boolean;
  readonly because: Bilingual;
}

/** Who is driven or pushed goes by that, whatever else is known of them. */
export const PROFILE_BY_MEANS: Readonly<Record<Exclude<Means, 'on-foot'>, string>> = {
  wheelchair: 'wheelchair-assisted',
  car: 'car',
  'welfare-taxi': 'welfare-taxi',
  stretcher: 'stretcher',
};
const WALKING = new Set(['walking-elderly', 'walking-impaired']);
const ASSUMED = 'walking-impaired';
const BY_PLAN: Bilingual = { ja: '計画の移動手段', en: "The plan's means" };

/** The means of the plan where there is one; else by what the roster says of care level and disability. */
export function travelBy(facts: Parameters<typeof profileFor>[0], means: Means | null): TravelBy {
  if (means !== null && means !== 'on-foot')
    return { profileId: PROFILE_BY_MEANS[means], isAssumed: false, because: BY_PLAN };
  const known = profileFor(facts);
  if (known !== null && (means === null || WALKING.has(known.profileId)))
    return { profileId: known.profileId, isAssumed: false, because: known.because };
  return means === 'on-foot'
    ? { profileId: ASSUMED, isAssumed: false, because: BY_PLAN }
    : {
        profileId: ASSUMED,
        isAssumed: true,
        because: {
          ja: '移動のしかたが分からないため、歩行が困難な人として計算',
          en: 'How the person moves is not known: reckoned as walking with difficulty',
        },
      };
}

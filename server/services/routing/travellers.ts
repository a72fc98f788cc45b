import { failure, type Problem, type Result, success } from '#domain/problem';
import { KEEP_OUT_OF_RED, QUICKEST, type RoutePolicy } from '#domain/routing/cost/policy';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import type { TravelProfile } from '#domain/routing/profiles/profile';
import type { Traveller } from './search-orders.ts';

/** The first is what is offered first. */
export const ROUTE_POLICIES: readonly RoutePolicy[] = [KEEP_OUT_OF_RED, QUICKEST];

export const TRAVELLER_FAILURES = {
  profileUnknown: (): Problem => ({
    code: 'route.profile-unknown',
    ja: 'この移動手段は登録されていません',
    en: 'There is no such profile of travel',
  }),
  policyUnknown: (): Problem => ({
    code: 'route.policy-unknown',
    ja: 'この経路の選び方は登録されていません',
    en: 'There is no such policy of routes',
  }),
} as const;

export const findProfile = (id: string): TravelProfile | undefined =>
  TRAVEL_PROFILES.find((one) => one.id === id);
export const findPolicy = (id: string): RoutePolicy | undefined =>
  ROUTE_POLICIES.find((one) => one.id === id);

export function travellerOf(
  profileId: string,
  isNight: boolean,
  policyId: string = KEEP_OUT_OF_RED.id,
): Result<Traveller> {
  if (findProfile(profileId) === undefined) return failure(TRAVELLER_FAILURES.profileUnknown());
  if (findPolicy(policyId) === undefined) return failure(TRAVELLER_FAILURES.policyUnknown());
  return success({ profileId, policyId, isNight });
}

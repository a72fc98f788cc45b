import type { TourPlan } from './tour-request.ts';

/** Whose place a number of a tour's matrices is: where it lies is looked up, so that no home is kept here. */
export type TourPlaceOf =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'shelter'; readonly shelterId: string }
  | { readonly kind: 'vehicle'; readonly vehicleId: string };

/** Tours as they are kept. `seconds` of the plan are counted from the start of the drill. */
export interface KeptTours {
  readonly places: readonly TourPlaceOf[];
  readonly plan: TourPlan;
}

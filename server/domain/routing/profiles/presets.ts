import type { TravelProfile } from './profile.ts';
import { AMBULANCE, CAR, LADDER_TRUCK, PUMPER, WELFARE_TAXI } from './vehicles.ts';
import { STRETCHER, WALKING_ELDERLY, WALKING_IMPAIRED, WHEELCHAIR_ASSISTED } from './walking.ts';

/** What a city starts from. */
export const TRAVEL_PROFILES: readonly TravelProfile[] = [
  WALKING_ELDERLY,
  WALKING_IMPAIRED,
  WHEELCHAIR_ASSISTED,
  STRETCHER,
  CAR,
  WELFARE_TAXI,
  AMBULANCE,
  PUMPER,
  LADDER_TRUCK,
];

import type { DrillCandidates } from '#contract/drill';
import type { DrillVehicle, TravellingPerson } from '#domain/drill/content';
import { newId } from './new-id.ts';

const JOURNEY = {
  ...{ travel: 'tour' as const, pickUp: null, profile: null, readyMinute: 30 },
  ...{ latestArrivalMinute: null, loadingMinutes: 3, unloadingMinutes: 3 },
};

export const standIn = (name: string, shelterId: string): TravellingPerson => ({
  ...{ id: newId(), kind: 'stand-in', residentId: null, consentDate: null, name, shelterId },
  ...{ needsWheelchairPlace: false, needsCareBed: false, companions: 1, devices: [] },
  ...JOURNEY,
});

/** Somebody with a plan; the agreement to take part is recorded by itself. */
export const inPerson = (one: DrillCandidates['people'][number]): TravellingPerson => ({
  ...{ id: newId(), kind: 'real', residentId: one.residentId, consentDate: null },
  ...{ name: one.name, shelterId: one.shelterId },
  ...{ needsWheelchairPlace: one.needsWheelchairPlace ?? false, needsCareBed: false },
  ...{ companions: Math.min(1, one.supporters), devices: one.devices },
  ...JOURNEY,
  profile: one.profile,
});

/** What somebody needs on the way and at the shelter: nothing that tells who they are or where they live. */
type Needs = Pick<
  TravellingPerson,
  'needsWheelchairPlace' | 'needsCareBed' | 'companions' | 'devices' | 'profile'
>;

/** @param isMasked which devices there are is not shown: those of the stand-in stay */
export const needsOf = (
  { needsWheelchairPlace, needsCareBed, companions, devices, profile }: TravellingPerson,
  isMasked: boolean,
): Partial<Needs> => ({
  ...{ needsWheelchairPlace, needsCareBed, companions, profile },
  ...(!isMasked && { devices: devices.map((one) => ({ ...one })) }),
});

/** Somebody who stands in for another one of the drill: as they come, but not from their home. */
export const standInFor = (
  person: TravellingPerson,
  name: string,
  isMasked: boolean,
): TravellingPerson => {
  const { travel, readyMinute, latestArrivalMinute, loadingMinutes, unloadingMinutes } = person;
  return {
    ...standIn(name, person.shelterId),
    ...{ travel, readyMinute, latestArrivalMinute, loadingMinutes, unloadingMinutes },
    ...needsOf(person, isMasked),
  };
};

export const newVehicle = (label: string, profile: string, shelterId: string): DrillVehicle => ({
  ...{ id: newId(), label, profile, seats: 4, wheelchairPlaces: 1 },
  start: { kind: 'shelter', shelterId },
  ...{ returns: true, fromMinute: 30, untilMinute: null, limitMinutes: null, driverId: null },
});

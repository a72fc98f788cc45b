import type { GroupFacts } from '#domain/plan/accepted-groups';
import type { DestinationFacts, WayFacts } from '#domain/plan/destinations';
import type { CareLevel } from '#domain/resident/care-level';
import type { Device, DisabilityKind } from '#domain/resident/disability';

const fact = <T>(value: T | null) => ({ value, source: 'roster.csv', asOf: '2026-04-01' });

export interface Person {
  readonly age?: number | null;
  readonly careLevel?: CareLevel | null;
  readonly disabilities?: readonly DisabilityKind[] | null;
  readonly devices?: readonly Device[] | null;
}

/** Somebody of 80 with 要介護3 and without disabilities or devices, unless told otherwise. */
export function person(given: Person = {}): GroupFacts {
  const { age = 80, careLevel = '23', disabilities = [], devices = [] } = given;
  return {
    age: fact(age),
    careLevel: fact(careLevel),
    disabilities: fact(disabilities?.map((kind) => ({ kind, grade: '1' })) ?? null),
    devices: fact(devices),
  };
}

/** A shelter for everyone and for landslides, outside of the zones, with room. */
export function shelter(id: string, given: Partial<DestinationFacts> = {}): DestinationFacts {
  return {
    id,
    kind: 'shelter',
    acceptedGroups: null,
    capacity: 10,
    planned: 0,
    redRelation: 'outside',
    relation: 'outside',
    designatedForLandslide: true,
    equipment: [],
    ...given,
  };
}

type KnownWay = Exclude<WayFacts, 'none' | null>;

export function way(seconds: number, given: Partial<KnownWay> = {}): KnownWay {
  return { redMeters: 0, yellowMeters: 0, unknownMeters: 0, seconds, ...given };
}

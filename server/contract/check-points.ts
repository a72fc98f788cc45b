import type { LocatedPosition } from '#domain/resident/accuracy';
import { NO_POSITION } from '#domain/resident/accuracy';
import type { CountedPerson } from '#domain/scenario/tally-scenario';
import type { CheckPoints } from './scenario.ts';

/** The people of the columns as the check takes them; browser and server read them by this. */
export function placesOf(points: CheckPoints): LocatedPosition[] {
  return points.positions.map((position, place) => {
    const accuracy = points.accuracies[place] ?? 'none';
    const radiusMeters = points.radiusMeters[place] ?? null;
    return position === null || accuracy === 'none' || radiusMeters === null
      ? NO_POSITION
      : { accuracy, position, radiusMeters };
  });
}

export function countedPeopleOf(points: CheckPoints): CountedPerson[] {
  return points.ids.map((_, place) => ({
    tier: points.tiers[place] ?? 0,
    district: points.districtNames[points.districts[place] ?? -1] ?? null,
    relation: points.relations[place] ?? 'undetermined',
  }));
}

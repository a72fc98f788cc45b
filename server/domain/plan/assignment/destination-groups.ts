import type { NearestAnswer } from '#domain/routing/nearest-ways';
import type { DestinationFacts } from '../destinations.ts';
import type { ProposedWay } from './proposal.ts';

/**
 * Destinations by whom they take: of each group the nearest are found in one tree, and who is not taken by
 * a group looks for others. Those that take nobody any more are in none: full, inside of red, not for
 * landslides, or (where asked so) of unknown capacity.
 */
export function groupDestinations(
  destinations: readonly DestinationFacts[],
  unknownCapacity: 'not-limited' | 'left-out',
): number[][] {
  const groups = new Map<string, number[]>();
  for (const [number, destination] of destinations.entries()) {
    const { kind, acceptedGroups, equipment, capacity, planned } = destination;
    if (destination.redRelation === 'inside') continue;
    if (destination.designatedForLandslide === false) continue;
    if (capacity === null ? unknownCapacity === 'left-out' : capacity <= planned) continue;
    // Power that is not known rules nobody out.
    const isWithoutPower = equipment?.includes('emergency-power') === false;
    const key = JSON.stringify([kind === 'welfare-shelter', acceptedGroups, isWithoutPower]);
    groups.set(key, [...(groups.get(key) ?? []), number]);
  }
  return [...groups.values()];
}

/** The ways of one place over all groups, nearest first: metres in red, then time. */
export function waysOfPlace(
  { groups: answers, offRoads }: NearestAnswer,
  groups: readonly (readonly number[])[],
  place: number,
): ProposedWay[] | 'off-roads' {
  if (offRoads[place] === 1) return 'off-roads';
  const ways: ProposedWay[] = [];
  for (const [at, answer] of answers.entries())
    for (let entry = place * answer.most; entry < (place + 1) * answer.most; entry += 1) {
      const destination = answer.destinations[entry]!;
      if (destination < 0) break;
      ways.push({
        destination: groups[at]![destination]!,
        redMeters: tenths(answer.redMeters[entry]!),
        seconds: tenths(answer.seconds[entry]!),
        weighedSeconds: tenths(answer.weighedSeconds[entry]!),
      });
    }
  return ways.sort(
    (a, b) =>
      a.redMeters - b.redMeters ||
      a.weighedSeconds - b.weighedSeconds ||
      a.destination - b.destination,
  );
}

const tenths = (value: number) => Math.round(10 * value) / 10;

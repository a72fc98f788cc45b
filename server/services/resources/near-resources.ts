import type { z } from 'zod';
import type { nearResourcesSchema } from '#contract/resource';
import { distanceMeters } from '#domain/geo/distance';
import { localDay } from '#domain/local-day';
import { failure, type Result, success } from '#domain/problem';
import { RESOURCE_FAILURES } from '#domain/resource/resource-failures';
import { readChainPerson } from '../routing/chain-person.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { travellerOf } from '../routing/travellers.ts';
import { type ResourceReading, readResourceRecords } from './read-resources.ts';

/** What an older person walks at most (design: about 500 m). */
const WITHIN_METERS = 500;
const WALKER = 'walking-elderly';

/** What lies within 500 m on foot of somebody's home, along the roads. */
export async function findNearResources(
  reading: ResourceReading & { readonly routing: RoutingService },
  residentId: string,
  signal: AbortSignal,
): Promise<Result<z.input<typeof nearResourcesSchema>>> {
  const { database, municipality, actor, now, routing } = reading;
  const { code } = municipality;
  const person = await readChainPerson(database, code, actor, residentId, localDay(now));
  if (!person.ok) return person;
  const { home } = person.value;
  if (home.accuracy === 'none') return failure(RESOURCE_FAILURES.personUnplaced());
  const from = home.position;
  const all = await readResourceRecords(reading);
  // No way is shorter than the straight line.
  const around = all.flatMap(({ id, facts: { name, position } }) =>
    position !== null && distanceMeters(from, position) <= WITHIN_METERS
      ? [{ id, name, position }]
      : [],
  );
  const walker = travellerOf(WALKER, false);
  if (!walker.ok) return walker;
  const answer = await routing.ask(
    municipality,
    {
      ...{ kind: 'pairs', traveller: walker.value },
      pairs: around.map(({ position }) => [from, position] as const),
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { found, dates, isCurrent } = answer.value;
  const ways = found.ways;
  const reached = around.flatMap(({ id, name }, place) => {
    const way = ways[place];
    if (way === null || way === undefined || way.lengthMeters > WITHIN_METERS) return [];
    const { lengthMeters, seconds, redMeters, unknownMeters } = way;
    return [{ id, name, lengthMeters, seconds, redMeters, unknownMeters }];
  });
  return success({
    ...{ personId: residentId, withinMeters: WITHIN_METERS, isCurrent },
    resources: reached.sort((a, b) => a.lengthMeters - b.lengthMeters),
    unreached: around
      .filter((_, place) => ways[place] === null)
      .map(({ id, name }) => ({ id, name })),
    roadsAsOf: dates.roads.map(({ asOf }) => asOf),
  });
}

import type { z } from 'zod';
import type { WayAnswer, wayToPersonSchema } from '#contract/response';
import { routeAnswerSchema } from '#contract/route';
import type { Position } from '#domain/geo/position';
import { RESPONSE_FAILURES } from '#domain/plan/response-failures';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectSeenAmong } from '../../db/queries/response-reports.ts';
import { findResponse } from '../../db/queries/responses.ts';
import { readPlan } from '../plans/read-plan.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { answerRoutes } from '../routing/answer-routes.ts';
import type { RoutingService } from '../routing/routing-service.ts';

interface WaySources {
  readonly database: Database;
  readonly readers: Readers;
  readonly routing: RoutingService;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

const PROFILES = { foot: 'walking-elderly', car: 'car' } as const;

/**
 * How to come to somebody of a response: from where the helper is, or from the place that the plan knows of its
 * first supporter. Red zones are kept out of where there is another way. Nothing of it is kept.
 */
export async function wayToPerson(
  sources: WaySources,
  municipality: MunicipalityVersions,
  id: string,
  { personId, from, by }: z.output<typeof wayToPersonSchema>,
): Promise<Result<WayAnswer>> {
  const { database, readers, routing, actor, signal } = sources;
  const { code } = municipality;
  const seen = await withActor(database, actor, code, async (tx) =>
    (await findResponse(tx, code, id)) === null ? null : selectSeenAmong(tx, code, id, [personId]),
  );
  if (seen === null) return failure(RESPONSE_FAILURES.unknown());
  const { rows } = await readers.residents(municipality, actor);
  const row = rows.find((one) => one.id === personId);
  if (seen.length === 0 || row === undefined) return failure(PROBLEMS.residentUnknown());
  const home = row.position;
  const start =
    from === null ? await placeOfSupporter(sources, code, personId) : { name: null, at: from };
  if (home === null || start === null) return failure(RESPONSE_FAILURES.noPlaceForWay());
  const answer = await answerRoutes(
    routing,
    municipality,
    {
      ...{
        from: [start.at[0], start.at[1]],
        to: [home[0], home[1]],
        via: [],
        profile: PROFILES[by],
      },
      ...{ policy: 'keep-out-of-red', isNight: false, alternatives: false },
      ...{ closedRoads: [], closedPhenomena: [] },
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { routes, data } = routeAnswerSchema.parse(JSON.parse(answer.value));
  const [route] = routes;
  if (route === undefined) throw new Error('an answer has a route');
  const { walkToRoad, walkFromRoad, exposure } = route;
  return success({
    supporter: start.name,
    line: [walkToRoad.line[0], ...route.line, walkFromRoad.line[1]],
    lengthMeters: walkToRoad.lengthMeters + route.lengthMeters + walkFromRoad.lengthMeters,
    durationSeconds:
      walkToRoad.durationSeconds + route.durationSeconds + walkFromRoad.durationSeconds,
    ...{ redMeters: exposure.redMeters, anyMeters: exposure.anyMeters },
    unknownMeters: route.unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
    data,
  });
}

/** The first in the order of the plan whose place is known. */
async function placeOfSupporter(
  { database, actor }: WaySources,
  code: string,
  personId: string,
): Promise<{ readonly name: string; readonly at: Position } | null> {
  const plan = await readPlan({ database, actor }, code, personId);
  for (const { name, place } of plan?.content.supporters ?? [])
    if (place.position !== null) return { name, at: [place.position.lng, place.position.lat] };
  return null;
}

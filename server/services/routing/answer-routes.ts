import type { z } from 'zod';
import { MOST_ROUTES, type RouteAnswer, type routeQuestionSchema } from '#contract/route';
import { type Result, success } from '#domain/problem';
import type { Closures } from '#domain/routing/closures';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { closedOnWire, placeOnWire, routeOnWire } from './route-on-wire.ts';
import type { Answered, RoutingService } from './routing-service.ts';
import { travellerOf } from './travellers.ts';

type Question = z.output<typeof routeQuestionSchema>;

/** The best way between two places and, where asked for, others that are worth showing. */
export async function answerRoutes(
  routing: RoutingService,
  municipality: MunicipalityVersions,
  question: Question,
  signal: AbortSignal,
): Promise<Result<RouteAnswer>> {
  const traveller = travellerOf(question.profile, question.isNight, question.policy);
  if (!traveller.ok) return traveller;
  const { from, to, via } = question;
  const answer = await routing.ask(
    municipality,
    {
      kind: 'routes',
      traveller: traveller.value,
      closures: closuresOf(question),
      ...{ from, to, via },
      mostAlternatives: question.alternatives ? MOST_ROUTES - 1 : 0,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { routes, places, closed } = answer.value.found;
  const snapped = places.map(placeOnWire);
  return success({
    routes: routes.map(routeOnWire),
    from: snapped[0]!,
    via: snapped.slice(1, -1),
    to: snapped.at(-1)!,
    closed: closedOnWire(closed),
    data: datesOf(answer.value),
  });
}

export function closuresOf({
  closedRoads,
  closedPhenomena,
  closedArea,
}: Pick<Question, 'closedRoads' | 'closedPhenomena' | 'closedArea'>): Closures {
  return { roadIds: closedRoads, phenomena: closedPhenomena, area: closedArea ?? null };
}

export function datesOf({ dates, isCurrent }: Answered<unknown>): RouteAnswer['data'] {
  return { roads: dates.roads.map((one) => ({ ...one })), zones: [...dates.zones], isCurrent };
}

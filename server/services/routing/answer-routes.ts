import type { z } from 'zod';
import { MOST_ROUTES, type RouteAnswer, type routeQuestionSchema } from '#contract/route';
import { type Result, success } from '#domain/problem';
import type { Closures } from '#domain/routing/closures';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Answered, RoutingService } from './routing-service.ts';
import { travellerOf } from './travellers.ts';

type Question = z.output<typeof routeQuestionSchema>;

/**
 * The best way between two places and, where asked for, others that are worth showing: a RouteAnswer as JSON,
 * of which all that is large was written by the thread that searches.
 */
export async function answerRoutes(
  routing: RoutingService,
  municipality: MunicipalityVersions,
  question: Question,
  signal: AbortSignal,
): Promise<Result<string>> {
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
  const { json } = answer.value.found;
  return success(`${json.slice(0, -1)},"data":${JSON.stringify(datesOf(answer.value))}}`);
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

import { stringify } from 'csv-stringify/sync';
import type { Problem } from '#domain/problem';
import { PASSAGE_REASONS } from '#domain/routing/profiles/reasons';
import type { Route } from '#domain/routing/route/route';

/** What the command says of one pair of places. */
export type RouteAnswer =
  | { readonly id: string; readonly status: 'found'; readonly route: Route }
  | { readonly id: string; readonly status: 'none'; readonly problem: Problem };

/** The route as it is written: metres and seconds to one decimal, positions to a centimetre or so. */
export function toJsonRoute(answer: RouteAnswer): string {
  return JSON.stringify(answer, (key, value) =>
    typeof value === 'number' ? round(value, key) : value,
  );
}

const DEGREE_PLACES = 7;

/** Members of an array have its index as their key: they are degrees. */
function round(value: number, key: string): number {
  const places = /^\d+$/.test(key) ? DEGREE_PLACES : 1;
  return Number(value.toFixed(places));
}

const HEADERS = [
  'id',
  'status',
  'lengthMeters',
  'durationSeconds',
  'redMeters',
  'yellowMeters',
  'unknownMeters',
  'narrowestMeters',
  'steepestPercent',
  'steps',
  'walkToRoadMeters',
  'walkFromRoadMeters',
  'reasons',
];

export const csvHeaderOfRoutes = (): string => stringify([HEADERS]);

/** One line; a pair without a route has the reason in its last cell. */
export function toCsvRoute(answer: RouteAnswer): string {
  if (answer.status === 'none') {
    const blank = HEADERS.slice(3).map(() => '');
    return stringify([[answer.id, answer.status, ...blank, answer.problem.ja]]);
  }
  const { route } = answer;
  const { byClass, redMeters } = route.exposure;
  const reasons = new Set(route.unknown.flatMap((stretch) => stretch.reasons));
  const words = PASSAGE_REASONS.filter(({ code }) => reasons.has(code)).map(({ ja }) => ja);
  return stringify([
    [
      answer.id,
      answer.status,
      ...[
        route.lengthMeters,
        route.durationSeconds,
        redMeters,
        byClass.yellow + byClass['yellow-before-designation'],
        route.unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
      ].map(oneDecimal),
      route.narrowest?.leastMeters ?? '',
      route.steepestPercent === null ? '' : oneDecimal(route.steepestPercent),
      route.steps.flights === 0 ? '' : route.steps.countedSteps || '?',
      oneDecimal(route.walkToRoad.lengthMeters),
      oneDecimal(route.walkFromRoad.lengthMeters),
      words.join(' / '),
    ],
  ]);
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

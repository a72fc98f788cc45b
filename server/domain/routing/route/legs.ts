import { ROAD_KINDS } from '#domain/road/road';
import type { RouteMetric } from '../cost/route-metric.ts';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { LinePoint } from './part-line.ts';
import type { RouteLeg } from './route.ts';
import { turnBetween } from './turns.ts';

/** A part of a route with its line, in the direction it is gone. */
export interface DrawnPart extends RoadPart {
  readonly points: readonly LinePoint[];
}

/**
 * The list of steps: a new one where name or kind change, or where an unnamed way is left by more than a
 * bend.
 */
export function legsOf(metric: RouteMetric, parts: readonly DrawnPart[]): RouteLeg[] {
  const { table } = metric;
  const legs: RouteLeg[] = [];
  let alongMeters = 0;
  let before: readonly LinePoint[] | null = null;
  for (const { road, fromMeters, toMeters, points } of parts) {
    const code = table.nameCodes[road]!;
    const name = code < 0 ? null : table.names[code]!;
    const kind = ROAD_KINDS[table.kindCodes[road]!]!;
    const lengthMeters = Math.abs(toMeters - fromMeters);
    const durationSeconds = metric.parts.timeCsOf(road, fromMeters, toMeters) / 100;
    const turn = before === null ? 'start' : turnBetween(before, points);
    const last = legs.at(-1);
    const isSame = last !== undefined && last.name === name && last.kind === kind;
    const isBend = turn === 'straight' || turn.startsWith('slight');
    if (last !== undefined && isSame && (name !== null || isBend))
      legs[legs.length - 1] = {
        ...last,
        lengthMeters: last.lengthMeters + lengthMeters,
        durationSeconds: last.durationSeconds + durationSeconds,
      };
    else legs.push({ turn, name, kind, fromMeters: alongMeters, lengthMeters, durationSeconds });
    alongMeters += lengthMeters;
    before = points;
  }
  return legs;
}

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
  const legs: Mutable<RouteLeg>[] = [];
  let alongMeters = 0;
  let before: readonly LinePoint[] | null = null;
  let last: Mutable<RouteLeg> | null = null;
  for (const { road, fromMeters, toMeters, points } of parts) {
    const code = table.nameCodes[road]!;
    const name = code < 0 ? null : table.names[code]!;
    const kind = ROAD_KINDS[table.kindCodes[road]!]!;
    const lengthMeters = Math.abs(toMeters - fromMeters);
    const durationSeconds = metric.parts.timeCsOf(road, fromMeters, toMeters) / 100;
    const isSame: boolean = last !== null && last.name === name && last.kind === kind;
    // Nobody asks how a road bends that keeps its name.
    const turn: RouteLeg['turn'] | null = isSame && name !== null ? null : turnInto(before, points);
    if (last !== null && isSame && (turn === null || isBend(turn))) {
      last.lengthMeters += lengthMeters;
      last.durationSeconds += durationSeconds;
    } else {
      last = {
        turn: turn ?? 'straight',
        name,
        kind,
        fromMeters: alongMeters,
        lengthMeters,
        durationSeconds,
      };
      legs.push(last);
    }
    alongMeters += lengthMeters;
    before = points;
  }
  return legs;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

function turnInto(before: readonly LinePoint[] | null, points: readonly LinePoint[]) {
  return before === null ? 'start' : turnBetween(before, points);
}

function isBend(turn: RouteLeg['turn']): boolean {
  return turn === 'straight' || turn.startsWith('slight');
}

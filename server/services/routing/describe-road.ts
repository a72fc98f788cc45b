import type { z } from 'zod';
import type { RoadOnWire, roadAnswerSchema, roadsToKeepSchema } from '#contract/route';
import { type Result, success } from '#domain/problem';
import { ROAD_KINDS } from '#domain/road/road';
import { pointsOfPart } from '#domain/routing/route/part-line';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { datesOf } from './answer-routes.ts';
import { districtAt } from './district-at.ts';
import type { HeldNetwork } from './held-network.ts';
import { place, round } from './rounding.ts';
import type { RoutingService } from './routing-service.ts';
import { aboutRoad } from './site-roads.ts';

/** One road as the data have it; null where it is not among those in force. */
export function describeRoad(network: HeldNetwork, id: string): RoadOnWire | null {
  const { table } = network;
  const road = network.numberOf(id);
  if (road === undefined) return null;
  const lengthMeters = table.lengthsMeters[road]!;
  const half = { road, fromMeters: 0, toMeters: lengthMeters / 2 };
  return {
    ...aboutRoad(table, road),
    kind: ROAD_KINDS[table.kindCodes[road]!]!,
    middle: place(pointsOfPart(table, half).at(-1)!.position),
    lengthMeters: round(lengthMeters),
    leastWidthMeters: known(table.leastWidthsMeters[road]!),
    mostWidthMeters: known(table.mostWidthsMeters[road]!),
    maxHeightMeters: known(table.maxHeightsMeters[road]!),
  };
}

const known = (meters: number) => (Number.isFinite(meters) ? round(meters) : null);

export async function answerRoad(
  routing: RoutingService,
  municipality: MunicipalityVersions,
  id: string,
  signal: AbortSignal,
): Promise<Result<z.input<typeof roadAnswerSchema>>> {
  const answer = await routing.ask(municipality, { kind: 'road', id }, signal);
  if (!answer.ok) return answer;
  return success({ road: answer.value.found.road, data: datesOf(answer.value) });
}

/** Roads as they are to be kept: with their source and middle, and, beside them, where they lie. */
export async function answerRoadsToKeep(
  readers: Readers,
  routing: RoutingService,
  municipality: MunicipalityVersions,
  roadIds: readonly string[],
  signal: AbortSignal,
): Promise<Result<z.input<typeof roadsToKeepSchema>>> {
  const order = { kind: 'kept-roads', roadIds, kept: [] } as const;
  const answer = await routing.ask(municipality, order, signal);
  if (!answer.ok) return answer;
  const { toKeep, meets } = answer.value.found;
  const districtOf = await districtAt(readers, municipality);
  return success({
    roads: toKeep.map(({ middle: [lng, lat], ...road }) => ({
      ...{ ...road, middle: [lng, lat] },
    })),
    whereabouts: toKeep.map(({ middle }, at) => ({
      district: districtOf(middle),
      meets: [...meets[at]!],
    })),
  });
}

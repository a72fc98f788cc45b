import { distanceMeters } from '#domain/geo/distance';
import type { Position } from '#domain/geo/position';
import type { RoadPart } from '../exposure/measure-exposure.ts';
import type { RoadTable } from '../graph/road-table.ts';

/** A place on a road's line. */
export interface LinePoint {
  /** Metres from the start of the road. */
  readonly alongMeters: number;
  readonly position: Position;
  /** NaN where no terrain is known. */
  readonly elevationMeters: number;
}

/**
 * The line of a part of a road in the direction it is gone: its vertices with the two ends, and with
 * further cuts where asked (metres from the start of the road).
 */
export function pointsOfPart(
  table: RoadTable,
  { road, fromMeters, toMeters }: RoadPart,
  cutsMeters: readonly number[] = [],
): LinePoint[] {
  const low = Math.min(fromMeters, toMeters);
  const high = Math.max(fromMeters, toMeters);
  const vertices = verticesOf(table, road);
  if (cutsMeters.length === 0) {
    // Most roads of a way are gone from end to end.
    if (low === 0 && high === table.lengthsMeters[road] && endsApart(vertices))
      return toMeters < fromMeters ? vertices.reverse() : vertices;
    if (vertices.length === 2) return [pointAt(vertices, fromMeters), pointAt(vertices, toMeters)];
  }
  const inner = vertices.filter(({ alongMeters }) => alongMeters > low && alongMeters < high);
  const cuts = cutsMeters
    .filter((cut) => cut > low && cut < high && inner.every((one) => one.alongMeters !== cut))
    .map((cut) => pointAt(vertices, cut));
  const points = [pointAt(vertices, low), ...inner, ...cuts, pointAt(vertices, high)];
  points.sort((a, b) => a.alongMeters - b.alongMeters);
  return toMeters < fromMeters ? points.reverse() : points;
}

/** No vertex lies on an end of the road once more. */
const endsApart = (vertices: readonly LinePoint[]): boolean =>
  vertices[1]!.alongMeters > 0 && vertices.at(-2)!.alongMeters < vertices.at(-1)!.alongMeters;

function verticesOf(table: RoadTable, road: number): LinePoint[] {
  const { firstVertices, coordinates, elevationsMeters, lengthsMeters } = table;
  const points: LinePoint[] = [];
  const last = firstVertices[road + 1]! - 1;
  let alongMeters = 0;
  for (let vertex = firstVertices[road]!; vertex <= last; vertex += 1) {
    const position: Position = [coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!];
    const before = points.at(-1);
    // The very length of the road at its end, whatever the order of summing.
    if (vertex === last) alongMeters = lengthsMeters[road]!;
    else if (before !== undefined) alongMeters += distanceMeters(before.position, position);
    points.push({
      alongMeters,
      position,
      elevationMeters: elevationsMeters[vertex]!,
    });
  }
  return points;
}

function pointAt(vertices: readonly LinePoint[], alongMeters: number): LinePoint {
  const after = vertices.findIndex((one) => one.alongMeters >= alongMeters);
  if (after <= 0) return after === 0 ? vertices[0]! : vertices.at(-1)!;
  const to = vertices[after]!;
  const from = vertices[after - 1]!;
  const span = to.alongMeters - from.alongMeters;
  const part = span === 0 ? 1 : (alongMeters - from.alongMeters) / span;
  const between = (a: number, b: number) => (part === 1 ? b : a + part * (b - a));
  return {
    alongMeters,
    position: [
      between(from.position[0], to.position[0]),
      between(from.position[1], to.position[1]),
    ],
    elevationMeters: between(from.elevationMeters, to.elevationMeters),
  };
}

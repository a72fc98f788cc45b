import type { OverriddenRoad } from '#domain/road/override';
import type { RoadTable } from '../graph/road-table.ts';
import type { RoadTree } from '../graph/road-tree.ts';
import { nearestOnRoad, snapPosition } from '../snap/snap-position.ts';

/** Centre lines of one road lie no further apart from one dataset to the next (see JOIN_RULE). */
const MOST_METERS_APART = 10;

/** Two roads that are nearly as near as each other: nobody can tell which of them was meant. */
const UNCLEAR_METERS = 2;

/**
 * The road that an override is about. `id`: the same as then. `place`: by where it lies, as its id has
 * gone or is now another road's. `gone`: no road lies there. `unclear`: several do, as a bridge over one.
 */
export type RoadMatch =
  | { readonly found: 'id' | 'place'; readonly road: number }
  | { readonly found: 'gone' | 'unclear' };

/**
 * Finds the road of an override in the roads in force.
 *
 * @param baseSource the source that the ids of the table are of
 */
export function matchRoad(
  table: RoadTable,
  tree: RoadTree,
  numberOf: (roadId: string) => number | undefined,
  baseSource: string,
  { source, id, middle }: OverriddenRoad,
): RoadMatch {
  const byId = source === baseSource ? numberOf(id) : undefined;
  if (byId !== undefined && nearestOnRoad(table, byId, middle).walkMeters <= MOST_METERS_APART)
    return { found: 'id', road: byId };
  const nearest = snapPosition(table, tree, middle, MOST_METERS_APART, () => true);
  if (!nearest.ok) return { found: 'gone' };
  const { road, walkMeters } = nearest.value;
  const second = snapPosition(table, tree, middle, MOST_METERS_APART, (other) => other !== road);
  if (second.ok && second.value.walkMeters < walkMeters + UNCLEAR_METERS)
    return { found: 'unclear' };
  return { found: 'place', road };
}

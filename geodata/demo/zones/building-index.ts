import Flatbush from 'flatbush';
import { type Area, isInArea } from '../shapes/area.ts';
import type { Building } from '../streets/building.ts';

export type BuildingIndex = Flatbush;

export function indexBuildings(buildings: readonly Building[]): BuildingIndex {
  const index = new Flatbush(Math.max(1, buildings.length));
  for (const { x, y } of buildings) index.add(x, y);
  if (buildings.length === 0) index.add(Number.MAX_VALUE, Number.MAX_VALUE);
  index.finish();
  return index;
}

/** Buildings (their places in the list) whose middles lie in one of the areas, in order. */
export function buildingsIn(
  index: BuildingIndex,
  buildings: readonly Building[],
  areas: readonly Area[],
): number[] {
  const found = new Set<number>();
  for (const area of areas) {
    const xs = area.outer.map(({ x }) => x);
    const ys = area.outer.map(({ y }) => y);
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
    for (const at of index.search(...box)) {
      const building = buildings[at];
      if (building !== undefined && isInArea(building, area)) found.add(at);
    }
  }
  return [...found].sort((a, b) => a - b);
}

export function firstBuildingIn(
  index: BuildingIndex,
  buildings: readonly Building[],
  areas: readonly Area[],
): number | null {
  return buildingsIn(index, buildings, areas)[0] ?? null;
}

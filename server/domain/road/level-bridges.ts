import { lengthMeters } from '#domain/geo/polyline';
import { elevationsOfRoad } from './elevation.ts';
import type { Road } from './road.ts';

type Structure = 'isBridge' | 'isTunnel';

/**
 * Roads whose long bridges and tunnels run straight from the one shore to the other. A bridge is one way
 * of several in many data, cut where the number of lanes changes; each part by itself ends on the ground
 * far below. Parts are followed where exactly two of the same sort meet and nothing else does.
 */
export function levelBridges(roads: readonly Road[]): Road[] {
  const levelled = [...roads];
  for (const structure of ['isBridge', 'isTunnel'] as const)
    for (const chain of chainsOf(roads, structure)) level(levelled, chain, structure);
  return levelled;
}

/** A part of a chain: the number of its road, and whether the chain runs against its line. */
interface Part {
  readonly road: number;
  readonly isReversed: boolean;
}

function* chainsOf(roads: readonly Road[], structure: Structure): Generator<readonly Part[]> {
  /** Roads at the ends of structures; a junction with another road on it belongs to the ground. */
  const at = new Map<string, number[]>();
  for (const road of roads) if (road[structure]) for (const end of road.ends) at.set(end, []);
  for (const [number, { ends }] of roads.entries())
    for (const end of ends) at.get(end)?.push(number);
  const isMiddle = (end: string) => {
    const around = at.get(end) ?? [];
    return (
      around.length === 2 &&
      around[0] !== around[1] &&
      around.every((number) => roads[number]![structure])
    );
  };
  const isUsed = new Set<number>();
  for (const [number, road] of roads.entries()) {
    if (!road[structure] || isUsed.has(number)) continue;
    const start = road.ends.findIndex((end) => !isMiddle(end));
    // Begun at the shore; a ring of bridges has none.
    if (start === -1) continue;
    const chain: Part[] = [];
    let part: Part | null = { road: number, isReversed: start === 1 };
    while (part !== null && !isUsed.has(part.road)) {
      isUsed.add(part.road);
      chain.push(part);
      const end: string = roads[part.road]!.ends[part.isReversed ? 0 : 1];
      const onward: number | undefined = isMiddle(end)
        ? at.get(end)?.find((other) => !isUsed.has(other))
        : undefined;
      part =
        onward === undefined ? null : { road: onward, isReversed: roads[onward]!.ends[0] !== end };
    }
    if (chain.length > 1) yield chain;
  }
}

function level(roads: Road[], chain: readonly Part[], structure: Structure): void {
  const [first, last] = [chain[0]!, chain.at(-1)!];
  const from = endOf(roads[first.road]!, first.isReversed ? -1 : 0);
  const to = endOf(roads[last.road]!, last.isReversed ? 0 : -1);
  if (from === null || to === null) return;
  const total = chain.reduce((sum, { road }) => sum + lengthMeters(roads[road]!.line), 0);
  let along = 0;
  for (const { road: number, isReversed } of chain) {
    const road = roads[number]!;
    const here = from + (along / total) * (to - from);
    along += lengthMeters(road.line);
    const there = from + (along / total) * (to - from);
    const ends = isReversed ? [there, here] : [here, there];
    const ground = road.line.map((_, at) =>
      at === 0 ? ends[0]! : at === road.line.length - 1 ? ends[1]! : null,
    );
    roads[number] = {
      ...road,
      elevationsMeters: elevationsOfRoad({ ...road, [structure]: true }, ground),
    };
  }
}

function endOf({ elevationsMeters }: Road, at: 0 | -1): number | null {
  return elevationsMeters?.at(at) ?? null;
}

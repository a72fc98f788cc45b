import { redBitsOf } from '#domain/routing/closures';
import { metersInside } from '#domain/routing/exposure/measure-exposure';
import { ROAD_FLAGS, type RoadTable } from '#domain/routing/graph/road-table';
import type { PeopleAt } from '#domain/routing/isolation/chain-people';
import { type Cuts, findCuts } from '#domain/routing/isolation/find-cuts';
import { rankCuts } from '#domain/routing/isolation/rank-cuts';
import { pointsOfPart } from '#domain/routing/route/part-line';
import type { Router } from '#domain/routing/router';
import { markMainRoads } from '#domain/routing/snap/main-component';
import type { RoadPlace } from '#domain/routing/snap/road-place';
import { textAt } from '#domain/text/packed-texts';
import { namesMet, namesOfJunctions } from './names-met.ts';
import type { RoadCut, SearchResults } from './search-orders.ts';

/**
 * Roads and junctions by how many are cut off when one of them goes alone: on foot from every shelter, by
 * vehicle from the greatest part of the roads, as when closures are judged (`judgeClosures`). Who is cut off
 * already stays so, and counts nowhere.
 *
 * @param router under what is closed at the moment
 *
 * @param weights how much each place counts, once for every figure; the first ranks
 */
export function listCuts(
  router: Router,
  places: readonly (RoadPlace | null)[],
  weights: readonly (readonly number[])[],
  shelters: readonly RoadPlace[],
  most: number,
): SearchResults['cuts'] {
  const { table, assessment } = router.metric;
  const junctionAt = junctionFinder(table);
  const mainRoads = assessment.profile.isFourWheeled ? markMainRoads(router.metric) : null;
  const ends: Pick<PeopleAt, 'destinations' | 'endsIsolation'> =
    mainRoads === null
      ? {
          endsIsolation: 'any-destination',
          destinations: countAt(table, shelters.map(junctionAt)),
        }
      : { endsIsolation: 'main-roads', destinations: roadsMeeting(table, mainRoads) };
  const counted = places.map((place) =>
    place === null || (mainRoads !== null && mainRoads[place.road] === 0) ? null : place,
  );
  const cutsBy = weights.map((weightOf): Cuts => {
    const people = new Float64Array(table.junctionCount);
    const along = {
      from: new Float64Array(table.roadCount),
      to: new Float64Array(table.roadCount),
    };
    for (const [at, place] of counted.entries()) {
      if (place === null) continue;
      const junction = junctionAt(place);
      people[junction]! += weightOf[at]!;
      const isFrom = table.fromJunctions[place.road] === junction;
      (isFrom ? along.from : along.to)[place.road]! += weightOf[at]!;
    }
    return findCuts(router.metric, { people, along, ...ends });
  });
  const [ranking] = cutsBy;
  if (ranking === undefined) return { cuts: [], found: 0 };
  const ranked = withoutRepeats(router, ranking);
  const told = ranked.slice(0, most);
  const namesAt = namesOfJunctions(
    table,
    new Set(told.flatMap(({ kind, number }) => (kind === 'junction' ? [number] : []))),
  );
  const toldRoads = told.flatMap(({ kind, number }) => (kind === 'road' ? [number] : []));
  const met = new Map(namesMet(table, toldRoads).map((names, at) => [toldRoads[at]!, names]));
  const cuts = told.map(({ kind, number }): RoadCut => {
    const figures = cutsBy.map((cuts) => {
      const behind = (kind === 'road' ? cuts.roads : cuts.junctions)[number]!;
      return Number.isNaN(behind) ? 0 : behind;
    });
    return kind === 'road'
      ? { ...aboutRoad(router, number), meets: met.get(number)!, figures }
      : { ...aboutJunction(table, number, namesAt), meets: [], figures };
  });
  return { cuts, found: ranked.length };
}

function countAt({ junctionCount }: RoadTable, junctions: readonly number[]): Uint32Array {
  const counts = new Uint32Array(junctionCount);
  for (const junction of junctions) counts[junction]! += 1;
  return counts;
}

/** How many of the marked roads end at each junction. */
function roadsMeeting(table: RoadTable, marks: Uint8Array): Uint32Array {
  const counts = new Uint32Array(table.junctionCount);
  for (let road = 0; road < table.roadCount; road += 1)
    if (marks[road] === 1)
      for (const junction of [table.fromJunctions[road]!, table.toJunctions[road]!])
        counts[junction]! += 1;
  return counts;
}

interface Ranked {
  readonly kind: 'road' | 'junction';
  readonly number: number;
  readonly people: number;
}

/**
 * Most people first. Of the roads between two junctions with a choice the one with most people behind stands
 * for all, and a junction at its end is told only where more people hang on it than on any road there.
 */
function withoutRepeats({ metric: { table, topology } }: Router, { roads, junctions }: Cuts) {
  const ofRoads: Ranked[] = [];
  const chains = new Set<number>();
  const atJunction = new Float64Array(table.junctionCount);
  for (const cut of rankCuts(roads, Infinity)) {
    for (const junction of [table.fromJunctions[cut.number]!, table.toJunctions[cut.number]!])
      atJunction[junction] = Math.max(atJunction[junction]!, cut.people);
    const chain = topology.roadChains[cut.number]!;
    if (chains.has(chain)) continue;
    chains.add(chain);
    ofRoads.push({ ...cut, kind: 'road' });
  }
  const ofJunctions = rankCuts(junctions, Infinity)
    .filter(({ number, people }) => people > atJunction[number]!)
    .map((cut): Ranked => ({ ...cut, kind: 'junction' }));
  return [...ofRoads, ...ofJunctions].sort((a, b) => b.people - a.people);
}

/**
 * The junction that somebody on a road stands for: its dead end where it has one, as they are cut off when
 * it goes; else the nearer end.
 */
function junctionFinder({ fromJunctions, toJunctions, junctionCount, lengthsMeters }: RoadTable) {
  const degrees = new Uint32Array(junctionCount);
  for (const junction of fromJunctions) degrees[junction]! += 1;
  for (const junction of toJunctions) degrees[junction]! += 1;
  return ({ road, alongMeters }: RoadPlace): number => {
    const [from, to] = [fromJunctions[road]!, toJunctions[road]!];
    if (degrees[from] === 1) return from;
    if (degrees[to] === 1) return to;
    return alongMeters <= lengthsMeters[road]! / 2 ? from : to;
  };
}

function aboutRoad({ metric }: Router, road: number): Omit<RoadCut, 'figures' | 'meets'> {
  const { table, exposure } = metric;
  const lengthMeters = table.lengthsMeters[road]!;
  return {
    kind: 'road',
    id: textAt(table.roadIds, road),
    name: table.names[table.nameCodes[road]!] ?? null,
    line: pointsOfPart(table, { road, fromMeters: 0, toMeters: lengthMeters }).map(
      ({ position }) => position,
    ),
    isBridge: (table.flags[road]! & ROAD_FLAGS.bridge) !== 0,
    redMeters: metersInside(exposure, road, redBitsOf(), 0, lengthMeters),
  };
}

function aboutJunction(
  { junctionIds, junctionPositions }: RoadTable,
  junction: number,
  namesAt: ReadonlyMap<number, ReadonlySet<string>>,
): Omit<RoadCut, 'figures' | 'meets'> {
  const names = [...(namesAt.get(junction) ?? [])];
  return {
    kind: 'junction',
    id: textAt(junctionIds, junction),
    name: names.length === 0 ? null : names.join('・'),
    line: [[junctionPositions[2 * junction]!, junctionPositions[2 * junction + 1]!]],
    isBridge: false,
    redMeters: 0,
  };
}

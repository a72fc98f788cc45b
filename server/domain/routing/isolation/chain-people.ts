import { isOpen, type RouteMetric } from '../cost/route-metric.ts';

/** How many people are at each junction, and where help or shelter is, by the numbers of the table. */
export interface PeopleAt {
  readonly people: Float64Array;
  /** Of these people those who live along each road: who lives on what goes is cut off with it. */
  readonly along?: PeopleAlong;
  /**
   * `any-destination`: who reaches one is not cut off. `main-roads`: who hangs together with the greatest
   * piece of the roads is not, whoever lives there, so that all figures are of the same side.
   */
  readonly endsIsolation: 'any-destination' | 'main-roads';
  /** How many destinations are at each junction; for `main-roads`, how many of the roads meet there. */
  readonly destinations: Uint8Array | Uint32Array;
}

/** People along each road, by the one of its two ends where they are counted. */
export interface PeopleAlong {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** People and destinations within chains, and which chains are open from end to end. */
export interface ChainPeople {
  readonly isWhole: Uint8Array;
  /** Of the junctions inside each chain, its two ends not among them. */
  readonly people: Float64Array;
  readonly destinations: Uint32Array;
  /** At each core, of what still hangs on it of chains that are not whole. */
  readonly stubPeople: Float64Array;
  readonly stubDestinations: Uint32Array;
}

/** One junction inside a chain that is not whole, as seen from the core that it hangs on. */
export interface StubStep {
  readonly road: number;
  readonly junction: number;
}

/** Sums what is at the junctions inside each chain. */
export function sumChains(metric: RouteMetric, at: PeopleAt): ChainPeople {
  const { chainFirst, chainFromCores } = metric.topology;
  const chainCount = chainFromCores.length;
  const isWhole = new Uint8Array(chainCount);
  const people = new Float64Array(chainCount);
  const destinations = new Uint32Array(chainCount);
  const stubPeople = new Float64Array(metric.topology.coreCount);
  const stubDestinations = new Uint32Array(metric.topology.coreCount);
  for (let chain = 0; chain < chainCount; chain += 1) {
    const last = chainFirst[chain + 1]! - 1;
    let isOpenSoFar = true;
    for (let place = chainFirst[chain]!; place <= last; place += 1) {
      isOpenSoFar &&= isOpen(metric, metric.topology.chainRoads[place]! >> 1);
      if (place === last) break;
      const junction = junctionAfter(metric, place);
      people[chain]! += at.people[junction]!;
      destinations[chain]! += at.destinations[junction]!;
    }
    isWhole[chain] = isOpenSoFar ? 1 : 0;
    if (isOpenSoFar) continue;
    for (const { core, steps } of stubsOf(metric, chain))
      for (const { junction } of steps) {
        stubPeople[core]! += at.people[junction]!;
        stubDestinations[core]! += at.destinations[junction]!;
      }
  }
  return { isWhole, people, destinations, stubPeople, stubDestinations };
}

/** What hangs on either end of a chain that is closed somewhere, from the core outwards. */
export function stubsOf(
  metric: RouteMetric,
  chain: number,
): { readonly core: number; readonly steps: StubStep[] }[] {
  const { chainFirst, chainRoads, chainFromCores, chainToCores } = metric.topology;
  const first = chainFirst[chain]!;
  const last = chainFirst[chain + 1]! - 1;
  const ahead: StubStep[] = [];
  for (let place = first; place < last && isOpen(metric, chainRoads[place]! >> 1); place += 1)
    ahead.push({ road: chainRoads[place]! >> 1, junction: junctionAfter(metric, place) });
  const back: StubStep[] = [];
  for (let place = last; place > first && isOpen(metric, chainRoads[place]! >> 1); place -= 1)
    back.push({ road: chainRoads[place]! >> 1, junction: junctionAfter(metric, place - 1) });
  return [
    { core: chainFromCores[chain]!, steps: ahead },
    { core: chainToCores[chain]!, steps: back },
  ];
}

/** A stretch of open roads within a chain that is closed before and behind it. */
export interface Island {
  readonly roads: readonly number[];
  /** One more than the roads. */
  readonly junctions: readonly number[];
}

/** What of a chain hangs on neither end. */
export function islandsOf(metric: RouteMetric, chain: number): Island[] {
  const { chainFirst, chainRoads } = metric.topology;
  const first = chainFirst[chain]!;
  const end = chainFirst[chain + 1]!;
  const isOpenAt = (place: number) => isOpen(metric, chainRoads[place]! >> 1);
  const islands: Island[] = [];
  for (let place = first; place < end; place += 1) {
    const start = place;
    while (place < end && isOpenAt(place)) place += 1;
    if (start === first || place === end || place === start) continue;
    const places = Array.from({ length: place - start }, (_, step) => start + step);
    islands.push({
      roads: places.map((one) => chainRoads[one]! >> 1),
      junctions: [start - 1, ...places].map((one) => junctionAfter(metric, one)),
    });
  }
  return islands;
}

/** The junction where a road of a chain, by its place in `chainRoads`, is left when going along. */
export function junctionAfter({ table, topology }: RouteMetric, place: number): number {
  const chainRoad = topology.chainRoads[place]!;
  const junctions = (chainRoad & 1) === 0 ? table.toJunctions : table.fromJunctions;
  return junctions[chainRoad >> 1]!;
}

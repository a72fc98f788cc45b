import type { RouteMetric } from '../cost/route-metric.ts';
import {
  type ChainPeople,
  type Island,
  islandsOf,
  junctionAfter,
  type PeopleAt,
  stubsOf,
  sumChains,
} from './chain-people.ts';
import { buildCutTree, type CutTree } from './cut-tree.ts';
import { PieceTally } from './piece-tally.ts';

/** What goes when a single road or junction goes, by the numbers of the table. */
export interface Cuts {
  /** People cut off when a road goes, those along it too; NaN where it is no bridge, as there is a way round. */
  readonly roads: Float64Array;
  /** People cut off when a junction goes, those at it not counted; NaN where it parts nothing. */
  readonly junctions: Float64Array;
}

/**
 * Bridges and articulation points with the people behind them, under what is closed at the moment. A road
 * that can be gone one way counts as open both ways: in a disaster somebody is waved through.
 */
export function findCuts(metric: RouteMetric, at: PeopleAt): Cuts {
  return new CutFinder(metric, at).find();
}

/** What lies beyond a place on a way that has no way round, as one goes along it. */
class Cutter {
  endsIsolation: PeopleAt['endsIsolation'] = 'any-destination';
  allPeople = 0;
  allDestinations = 0;
  people = 0;
  destinations = 0;

  pass(people: number, destinations: number): void {
    this.people += people;
    this.destinations += destinations;
  }

  /** People cut off where the road just here goes, with those along it who are counted on either side. */
  alone(alongPassed: number, alongAhead: number): number {
    if (this.allDestinations === 0) return 0;
    const passed = this.people - alongPassed;
    const ahead = this.allPeople - this.people - alongAhead;
    const aheadDestinations = this.allDestinations - this.destinations;
    return alongPassed + alongAhead + this.#behind(passed, ahead, aheadDestinations);
  }

  /** The same where a junction goes with these people and destinations. */
  around(people: number, destinations: number): number {
    if (this.allDestinations === 0) return 0;
    const ahead = this.allPeople - this.people - people;
    return this.#behind(
      this.people,
      ahead,
      this.allDestinations - this.destinations - destinations,
    );
  }

  #behind(passed: number, ahead: number, aheadDestinations: number): number {
    if (this.endsIsolation === 'main-roads')
      return this.destinations <= aheadDestinations ? passed : ahead;
    return (this.destinations === 0 ? passed : 0) + (aheadDestinations === 0 ? ahead : 0);
  }
}

class CutFinder {
  readonly #metric: RouteMetric;
  readonly #at: PeopleAt;
  readonly #chains: ChainPeople;
  readonly #tree: CutTree;
  readonly #roads: Float64Array;
  readonly #junctions: Float64Array;
  readonly #tally: PieceTally;
  readonly #cutter = new Cutter();

  constructor(metric: RouteMetric, at: PeopleAt) {
    this.#metric = metric;
    this.#at = at;
    this.#chains = sumChains(metric, at);
    this.#tree = buildCutTree(metric, at, this.#chains);
    this.#roads = new Float64Array(metric.table.roadCount).fill(Number.NaN);
    this.#junctions = new Float64Array(metric.table.junctionCount).fill(Number.NaN);
    this.#tally = new PieceTally(this.#tree.order.length, at.endsIsolation);
    this.#cutter.endsIsolation = at.endsIsolation;
  }

  find(): Cuts {
    const { order, parents } = this.#tree;
    for (const core of order) if (parents[core]! >= 0) this.#addBranch(core, parents[core]!);
    for (let chain = 0; chain < this.#chains.isWhole.length; chain += 1) this.#addHanging(chain);
    for (const core of order) this.#judgeCore(core);
    return { roads: this.#roads, junctions: this.#junctions };
  }

  /** A branch of the tree: a piece by itself if its parent goes, or only a road of its chain. */
  #addBranch(core: number, parent: number): void {
    const { lowest, visits, parentChains, people, destinations, roots } = this.#tree;
    const chain = parentChains[core]!;
    if (lowest[core]! < visits[parent]!) return;
    this.#tally.add(
      parent,
      people[core]! + this.#chains.people[chain]!,
      destinations[core]! + this.#chains.destinations[chain]!,
    );
    if (lowest[core]! === visits[parent]!) return;
    const { chainFirst, chainRoads, chainToCores } = this.#metric.topology;
    const first = chainFirst[chain]!;
    const count = chainFirst[chain + 1]! - first;
    const isAlong = chainToCores[chain] === core;
    const cut = this.#cutterOf(roots[core]!, people[core]!, destinations[core]!);
    let passed = this.#metric.topology.coreJunctions[core]!;
    for (let step = 0; step < count; step += 1) {
      // From the core up to its parent.
      const place = isAlong ? first + count - 1 - step : first + step;
      this.#cutRoad(cut, chainRoads[place]! >> 1, passed);
      if (step === count - 1) break;
      passed = junctionAfter(this.#metric, isAlong ? place - 1 : place);
      this.#passJunction(cut, passed);
    }
  }

  /** Loops, and what is left of chains that are closed somewhere. */
  #addHanging(chain: number): void {
    const { chainFirst, chainFromCores, chainToCores } = this.#metric.topology;
    const core = chainFromCores[chain]!;
    if (this.#chains.isWhole[chain] === 1) {
      const hasInside = chainFirst[chain + 1]! - chainFirst[chain]! > 1;
      if (core === chainToCores[chain] && hasInside)
        this.#tally.add(core, this.#chains.people[chain]!, this.#chains.destinations[chain]!);
      return;
    }
    for (const island of islandsOf(this.#metric, chain)) this.#addIsland(island);
    for (const stub of stubsOf(this.#metric, chain)) {
      if (stub.steps.length === 0) continue;
      const cut = this.#cutterOf(this.#tree.roots[stub.core]!, 0, 0);
      for (const [step, { road, junction }] of stub.steps.reverse().entries()) {
        if (step === 0) cut.pass(this.#at.people[junction]!, this.#destinationsAt(junction));
        else this.#passJunction(cut, junction);
        this.#cutRoad(cut, road, junction);
      }
      this.#tally.add(stub.core, cut.people, cut.destinations);
    }
  }

  /** Roads that are cut off from every core already; help may lie among them all the same. */
  #addIsland({ roads, junctions }: Island): void {
    const cut = this.#cutter;
    cut.people = 0;
    cut.destinations = 0;
    for (const junction of junctions)
      cut.pass(this.#at.people[junction]!, this.#destinationsAt(junction));
    cut.allPeople = cut.people;
    cut.allDestinations = cut.destinations;
    cut.people = 0;
    cut.destinations = 0;
    for (const [step, road] of roads.entries()) {
      const junction = junctions[step]!;
      if (step === 0) cut.pass(this.#at.people[junction]!, this.#destinationsAt(junction));
      else this.#passJunction(cut, junction);
      this.#cutRoad(cut, road, junction);
    }
  }

  /** @param passed the end of the road that one comes from */
  #cutRoad(cut: Cutter, road: number, passed: number): void {
    const { along } = this.#at;
    const isFrom = this.#metric.table.fromJunctions[road] === passed;
    const atFrom = along?.from[road] ?? 0;
    const atTo = along?.to[road] ?? 0;
    this.#roads[road] = isFrom ? cut.alone(atFrom, atTo) : cut.alone(atTo, atFrom);
  }

  #passJunction(cut: Cutter, junction: number): void {
    const people = this.#at.people[junction]!;
    const destinations = this.#destinationsAt(junction);
    this.#junctions[junction] = cut.around(people, destinations);
    cut.pass(people, destinations);
  }

  #judgeCore(core: number): void {
    const { roots, parents, people, destinations } = this.#tree;
    const junction = this.#metric.topology.coreJunctions[core]!;
    const root = roots[core]!;
    if (parents[core]! >= 0)
      this.#tally.addRest(
        core,
        people[root]! - this.#at.people[junction]!,
        destinations[root]! - this.#destinationsAt(junction),
      );
    const cutOff = this.#tally.cutOff(core, destinations[root]! > 0);
    if (cutOff !== null) this.#junctions[junction] = cutOff;
  }

  #destinationsAt(junction: number): number {
    return this.#at.destinations[junction]!;
  }

  /** One for all, as there are as many bridges as roads of dead ends. */
  #cutterOf(root: number, people: number, destinations: number): Cutter {
    const cut = this.#cutter;
    cut.allPeople = this.#tree.people[root]!;
    cut.allDestinations = this.#tree.destinations[root]!;
    cut.people = people;
    cut.destinations = destinations;
    return cut;
  }
}

import type { Chains } from './chains.ts';
import type { RoadTable, TableTurn } from './road-table.ts';

/**
 * Turn restrictions as copies of cores. An *end* of a chain is 2 · chain where it starts, 2 · chain + 1
 * where it stops. Whoever arrives by an end with a restriction comes to a copy of the core from which the
 * allowed ends lead on; nobody else does.
 */
export interface SplitTurns {
  readonly copyCount: number;
  /** The core that each copy is of; copy k goes by the number of cores + k. */
  readonly copyCores: readonly number[];
  /** The copy that an end of a chain arrives at. */
  readonly arrivals: ReadonlyMap<number, number>;
  /** The ends of chains by which each copy is left. */
  readonly exits: readonly (readonly number[])[];
}

/** Several `only` of one road at one junction allow what any of them allows. */
export function splitTurns(
  table: RoadTable,
  chains: Chains,
  turns: readonly TableTurn[],
): SplitTurns {
  const endsAt = endsByJunction(table, chains, new Set(turns.map(({ junction }) => junction)));
  const byArrival = new Map<number, TableTurn[]>();
  for (const turn of turns)
    for (const end of endsOfRoad(turn.fromRoad, endsAt.get(turn.junction) ?? []))
      byArrival.set(end.chainEnd, [...(byArrival.get(end.chainEnd) ?? []), turn]);
  const copyCores: number[] = [];
  const arrivals = new Map<number, number>();
  const exits: number[][] = [];
  for (const [arrival, restricted] of byArrival) {
    const chain = arrival >> 1;
    const core = (arrival & 1) === 0 ? chains.chainFromCores[chain]! : chains.chainToCores[chain]!;
    arrivals.set(arrival, chains.coreNodes.length + copyCores.length);
    copyCores.push(core);
    const ends = endsAt.get(restricted[0]!.junction) ?? [];
    exits.push(allowedExits(ends, restricted));
  }
  return { copyCount: copyCores.length, copyCores, arrivals, exits };
}

interface RoadEnd {
  readonly road: number;
  readonly chainEnd: number;
}

function allowedExits(ends: readonly RoadEnd[], turns: readonly TableTurn[]): number[] {
  const roadsOf = (wanted: TableTurn['kind']) =>
    new Set(turns.filter(({ kind }) => kind === wanted).map(({ toRoad }) => toRoad));
  const only = roadsOf('only');
  const no = roadsOf('no');
  return ends
    .filter(({ road }) => (only.size === 0 || only.has(road)) && !no.has(road))
    .map(({ chainEnd }) => chainEnd);
}

/** The ends at each of some junctions, which are cores: every road there begins or ends its chain. */
function endsByJunction(table: RoadTable, chains: Chains, junctions: ReadonlySet<number>) {
  const found = new Map<number, RoadEnd[]>();
  for (let chain = 0; chain < chains.chainFromCores.length; chain += 1) {
    const first = chains.chainRoads[chains.chainFirst[chain]!]!;
    const last = chains.chainRoads[chains.chainFirst[chain + 1]! - 1]!;
    const sides = [
      { end: first, chainEnd: 2 * chain },
      { end: last ^ 1, chainEnd: 2 * chain + 1 },
    ];
    for (const { end, chainEnd } of sides) {
      const road = end >> 1;
      const junction = (end & 1) === 0 ? table.fromJunctions[road]! : table.toJunctions[road]!;
      if (!junctions.has(junction)) continue;
      const list = found.get(junction) ?? [];
      list.push({ road, chainEnd });
      found.set(junction, list);
    }
  }
  return found;
}

function endsOfRoad(wanted: number, ends: readonly RoadEnd[]): readonly RoadEnd[] {
  return ends.filter(({ road }) => road === wanted);
}

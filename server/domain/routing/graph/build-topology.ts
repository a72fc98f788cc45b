import type { TravelMode } from '#domain/road/road';
import { mergeChains } from './chains.ts';
import { layLinks } from './links.ts';
import type { RoadTable } from './road-table.ts';
import { splitAtBarriers } from './split-barriers.ts';
import { type SplitTurns, splitTurns } from './split-turns.ts';
import type { Topology } from './topology.ts';

/** Turns are restricted for vehicles; who walks or is pushed goes as they like. */
const NO_TURNS: SplitTurns = { copyCount: 0, copyCores: [], arrivals: new Map(), exits: [] };

/** How the roads of a table hang together for a mode. */
export function buildTopology(table: RoadTable, mode: TravelMode): Topology {
  const isVehicle = mode === 'car' || mode === 'emergency';
  const blocked = new Set(
    table.barriers.filter((one) => one.blocked.includes(mode)).map(({ junction }) => junction),
  );
  // Where a barrier keeps every road by itself nobody turns at all.
  const turns = table.turns.filter(
    ({ except, junction }) => isVehicle && !except.includes(mode) && !blocked.has(junction),
  );
  const network = splitAtBarriers(table, blocked);
  const chains = mergeChains(table, network, new Set(turns.map(({ junction }) => junction)));
  const split = turns.length === 0 ? NO_TURNS : splitTurns(table, chains, turns);
  const coreJunctions = new Uint32Array(chains.coreNodes.length + split.copyCount);
  for (const [core, node] of chains.coreNodes.entries())
    coreJunctions[core] = network.nodeJunctions[node]!;
  for (const [copy, core] of split.copyCores.entries())
    coreJunctions[chains.coreNodes.length + copy] = coreJunctions[core]!;
  const { coreNodes: _, ...kept } = chains;
  return {
    mode,
    coreCount: coreJunctions.length,
    coreJunctions,
    copyOf: Uint32Array.from(split.copyCores),
    ...kept,
    ...layLinks(chains, split, coreJunctions.length),
  };
}

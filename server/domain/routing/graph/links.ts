import type { Chains } from './chains.ts';
import { findDownEnds, sortDown } from './dead-ends.ts';
import { buildIncidence } from './incidence.ts';
import type { SplitTurns } from './split-turns.ts';
import { LINK_WAYS, type Topology } from './topology.ts';

interface Link {
  readonly from: number;
  readonly to: number;
  readonly ways: number;
}

type Links = Pick<
  Topology,
  | 'chainFirstLink'
  | 'linkArcs'
  | 'linkWays'
  | 'coreFirst'
  | 'coreFirstDown'
  | 'arcHeads'
  | 'arcWays'
>;

/** Lays the links of all chains out as compressed sparse rows. */
export function layLinks(chains: Chains, split: SplitTurns, coreCount: number): Links {
  const chainCount = chains.chainFromCores.length;
  const exitCores = coresLeftBy(split, chains.coreNodes.length);
  const chainFirstLink = new Uint32Array(chainCount + 1);
  const froms: number[] = [];
  const tos: number[] = [];
  const ways: number[] = [];
  const chainOfLink: number[] = [];
  for (let chain = 0; chain < chainCount; chain += 1) {
    chainFirstLink[chain] = froms.length;
    for (const link of linksOf(chain, chains, split, exitCores)) {
      froms.push(link.from);
      tos.push(link.to);
      ways.push(link.ways);
      chainOfLink.push(chain);
    }
  }
  chainFirstLink[chainCount] = froms.length;
  const from = Uint32Array.from(froms);
  const to = Uint32Array.from(tos);
  const { first, firstDown, ends } = sortDown(
    buildIncidence(coreCount, from, to),
    findDownEnds(coreCount, from, to),
  );
  const linkArcs = new Uint32Array(ends.length);
  const arcHeads = new Uint32Array(ends.length);
  const arcWays = new Uint32Array(ends.length);
  for (let arc = 0; arc < ends.length; arc += 1) {
    const end = ends[arc]!;
    const link = end >> 1;
    linkArcs[end] = arc;
    arcHeads[arc] = (end & 1) === 0 ? to[link]! : from[link]!;
    arcWays[arc] = 2 * chainOfLink[link]! + (end & 1);
  }
  return {
    chainFirstLink,
    linkArcs,
    linkWays: Uint8Array.from(ways),
    coreFirst: first,
    coreFirstDown: firstDown,
    arcHeads,
    arcWays,
  };
}

/** Copies by the end of a chain that leads out of them. */
function coresLeftBy({ exits }: SplitTurns, firstCopy: number): ReadonlyMap<number, number[]> {
  const cores = new Map<number, number[]>();
  for (const [copy, ends] of exits.entries())
    for (const end of ends) cores.set(end, [...(cores.get(end) ?? []), firstCopy + copy]);
  return cores;
}

function linksOf(
  chain: number,
  chains: Chains,
  { arrivals }: SplitTurns,
  exitCores: ReadonlyMap<number, number[]>,
): Link[] {
  const from = chains.chainFromCores[chain]!;
  const to = chains.chainToCores[chain]!;
  const atStop = arrivals.get(2 * chain + 1) ?? to;
  const atStart = arrivals.get(2 * chain) ?? from;
  const { along, against } = LINK_WAYS;
  const links: Link[] = [
    { from, to, ways: (atStop === to ? along : 0) | (atStart === from ? against : 0) },
  ];
  if (atStop !== to) links.push({ from, to: atStop, ways: along });
  if (atStart !== from) links.push({ from: atStart, to, ways: against });
  for (const copy of exitCores.get(2 * chain) ?? [])
    links.push({ from: copy, to: atStop, ways: along });
  for (const copy of exitCores.get(2 * chain + 1) ?? [])
    links.push({ from: atStart, to: copy, ways: against });
  return links;
}

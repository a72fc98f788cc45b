import type { TravelMode } from '#domain/road/road';

/**
 * How the roads hang together for one mode, in flat arrays and without any cost.
 *
 * *Cores* are the junctions where there is a choice, in the order of the table's junctions. A *chain* is
 * the roads from one core to the next through junctions of two roads; it keeps its roads one by one, so
 * each can be closed or judged by itself. A barrier that stops the mode cuts its junction into one core
 * for each road. Behind a road with a turn restriction stands a core of its own that has the allowed ways
 * out only. A *link* is a chain between two such cores; its two *arcs* stand in the rows of both.
 *
 *     chain c   roads   chainRoads[i] >> 1 for i from chainFirst[c] to chainFirst[c + 1] - 1,
 *                       against its line where chainRoads[i] & 1
 *     chain c   links   chainFirstLink[c] … chainFirstLink[c + 1] - 1
 *     link l    arcs    linkArcs[2l] leaves along the chain, linkArcs[2l + 1] against it
 *     core v    arcs    coreFirst[v] … coreFirst[v + 1] - 1, from coreFirstDown[v] on those that only
 *                       lead down a dead end, which a way that ends elsewhere never takes
 *     arc a     leads   to arcHeads[a], along chain arcWays[a] >> 1, against it where arcWays[a] & 1
 */
export interface Topology {
  readonly mode: TravelMode;
  readonly coreCount: number;
  /** The junction that a core stands at. */
  readonly coreJunctions: Uint32Array;
  /** The last cores are copies behind turn restrictions; the cores that they are copies of. */
  readonly copyOf: Uint32Array;
  readonly chainFirst: Uint32Array;
  readonly chainRoads: Uint32Array;
  /** Cores at its ends as the barriers leave them, whatever turns are restricted there. */
  readonly chainFromCores: Uint32Array;
  readonly chainToCores: Uint32Array;
  /** Where a road stands in `chainRoads`, and in which chain. */
  readonly roadPlaces: Uint32Array;
  readonly roadChains: Uint32Array;
  readonly chainFirstLink: Uint32Array;
  readonly linkArcs: Uint32Array;
  /** Bits of LINK_WAYS: which ways a link may be gone at all. */
  readonly linkWays: Uint8Array;
  readonly coreFirst: Uint32Array;
  readonly coreFirstDown: Uint32Array;
  readonly arcHeads: Uint32Array;
  readonly arcWays: Uint32Array;
}

export const LINK_WAYS = { along: 1, against: 2 } as const;

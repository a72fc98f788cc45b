import type { Place } from '../frame.ts';
import { joinEnds } from './join-ends.ts';
import type { RoadClass } from './road-classes.ts';
import type { RoadLine } from './road-line.ts';
import { SegmentIndex } from './segment-index.ts';

/** A straight piece of road between two nodes. */
export interface RoadEdge {
  readonly from: number;
  readonly to: number;
  readonly roadClass: RoadClass;
  readonly widthCentimeters: number;
  readonly name: string | null;
}

/** Roads as a graph: they cross only at nodes. */
export interface RoadNetwork {
  readonly nodes: readonly Place[];
  readonly edges: readonly RoadEdge[];
}

/** Nodes nearer than this are one. */
const SAME_NODE_METERS = 3;
/** A blind alley shorter than this is the ragged end of a street. */
const STUB_METERS = 22;

interface Cut {
  readonly along: number;
  readonly at: Place;
}

/** Cuts lines where they cross, joins ends to what they nearly touch, and keeps the part that hangs together. */
export function makeNetwork(lines: readonly RoadLine[]): RoadNetwork {
  const joined = joinEnds(lines);
  const nodes = new NodeStore();
  const edges = new Map<string, RoadEdge>();
  for (const [index, cuts] of cutsOf(joined).entries()) {
    const { points, ...kind } = joined[index]!;
    let last = -1;
    const visit = (place: Place) => {
      const node = nodes.at(place);
      if (last >= 0 && node !== last) {
        const key = `${Math.min(last, node)} ${Math.max(last, node)}`;
        if (!edges.has(key)) edges.set(key, { from: last, to: node, ...kind });
      }
      last = node;
    };
    for (const [i, point] of points.entries()) {
      visit(point);
      for (const cut of cuts[i] ?? []) visit(cut.at);
    }
  }
  return largestPart(withoutStubs({ nodes: nodes.places, edges: [...edges.values()] }));
}

/** For each line and each of its pieces: where other lines cross it, in order. */
function cutsOf(lines: readonly RoadLine[]): Cut[][][] {
  const index = new SegmentIndex();
  const pieces: { line: number; piece: number; a: Place; b: Place }[] = [];
  const cuts: Cut[][][] = lines.map(({ points }) => points.slice(1).map(() => []));
  for (const [line, { points }] of lines.entries())
    for (let piece = 0; piece + 1 < points.length; piece += 1) {
      const [a, b] = [points[piece]!, points[piece + 1]!];
      const number = pieces.length;
      const seen = new Set<number>();
      for (const other of index.near(a.x, a.y, b.x, b.y, 1)) {
        if (seen.has(other)) continue;
        seen.add(other);
        const that = pieces[other]!;
        if (that.line === line && Math.abs(that.piece - piece) <= 1) continue;
        const crossing = crossingOf(a, b, that.a, that.b);
        if (crossing === null) continue;
        cuts[line]![piece]!.push({ along: crossing.t, at: crossing.at });
        cuts[that.line]![that.piece]!.push({ along: crossing.u, at: crossing.at });
      }
      pieces.push({ line, piece, a, b });
      index.add(number, a.x, a.y, b.x, b.y);
    }
  for (const line of cuts) for (const piece of line) piece.sort((p, q) => p.along - q.along);
  return cuts;
}

/** Where two pieces meet; ends that just touch count. */
function crossingOf(a: Place, b: Place, c: Place, d: Place) {
  const rx = b.x - a.x;
  const ry = b.y - a.y;
  const sx = d.x - c.x;
  const sy = d.y - c.y;
  const across = rx * sy - ry * sx;
  if (Math.abs(across) < 1e-9) return null;
  const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / across;
  const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / across;
  const slack = 1e-3;
  if (t < -slack || t > 1 + slack || u < -slack || u > 1 + slack) return null;
  return { t, u, at: { x: a.x + t * rx, y: a.y + t * ry } };
}

class NodeStore {
  readonly places: Place[] = [];
  readonly #buckets = new Map<number, number[]>();

  at(place: Place): number {
    const column = Math.floor(place.x / SAME_NODE_METERS);
    const row = Math.floor(place.y / SAME_NODE_METERS);
    for (let c = column - 1; c <= column + 1; c += 1)
      for (let r = row - 1; r <= row + 1; r += 1)
        for (const node of this.#buckets.get(c * 65536 + r) ?? []) {
          const known = this.places[node]!;
          if (Math.hypot(known.x - place.x, known.y - place.y) < SAME_NODE_METERS) return node;
        }
    const node = this.places.length;
    this.places.push(place);
    const key = column * 65536 + row;
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.push(node);
    else this.#buckets.set(key, [node]);
    return node;
  }
}

/** The edges at each node. */
export function edgesByNode({ nodes, edges }: RoadNetwork): number[][] {
  const at: number[][] = nodes.map(() => []);
  for (const [index, { from, to }] of edges.entries()) {
    at[from]!.push(index);
    at[to]!.push(index);
  }
  return at;
}

function withoutStubs(network: RoadNetwork): RoadNetwork {
  const at = edgesByNode(network);
  const dropped = new Set<number>();
  for (const [node, around] of at.entries()) {
    if (around.length !== 1) continue;
    const chain: number[] = [];
    let length = 0;
    let here = node;
    let by = around[0];
    while (by !== undefined) {
      const edge = network.edges[by]!;
      const [a, b] = [network.nodes[edge.from]!, network.nodes[edge.to]!];
      chain.push(by);
      length += Math.hypot(a.x - b.x, a.y - b.y);
      const last = by;
      here = edge.from === here ? edge.to : edge.from;
      const onward: number[] = at[here]!.filter((index) => index !== last);
      by = onward.length === 1 && length < STUB_METERS ? onward[0] : undefined;
    }
    if (length < STUB_METERS) for (const index of chain) dropped.add(index);
  }
  return compacted(network, (index) => !dropped.has(index));
}

function largestPart(network: RoadNetwork): RoadNetwork {
  const parent = new Int32Array(network.nodes.length).map((_, node) => node);
  const rootOf = (node: number) => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const size = new Int32Array(network.nodes.length);
  for (const { from, to } of network.edges) parent[rootOf(from)] = rootOf(to);
  for (const { from } of network.edges) {
    const root = rootOf(from);
    size[root] = size[root]! + 1;
  }
  const largest = size.indexOf(size.reduce((most, one) => Math.max(most, one), 0));
  return compacted(network, (index) => rootOf(network.edges[index]!.from) === largest);
}

/** The network with only some edges, its nodes numbered anew. */
function compacted(network: RoadNetwork, isKept: (edge: number) => boolean): RoadNetwork {
  const number = new Int32Array(network.nodes.length).fill(-1);
  const nodes: Place[] = [];
  const renumber = (node: number) => {
    if (number[node] === -1) {
      number[node] = nodes.length;
      nodes.push(network.nodes[node]!);
    }
    return number[node]!;
  };
  const edges = network.edges
    .filter((_, index) => isKept(index))
    .map((edge) => ({ ...edge, from: renumber(edge.from), to: renumber(edge.to) }));
  return { nodes, edges };
}

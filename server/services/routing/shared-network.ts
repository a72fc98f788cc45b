import Flatbush from 'flatbush';
import { TRAVEL_MODES, type TravelMode } from '#domain/road/road';
import type { RoadExposure } from '#domain/routing/exposure/road-exposure';
import { buildTopology } from '#domain/routing/graph/build-topology';
import type { RoadTable } from '#domain/routing/graph/road-table';
import type { RoadTree } from '#domain/routing/graph/road-tree';
import { shareArrays } from '#domain/routing/graph/share-arrays';
import type { Topology } from '#domain/routing/graph/topology';
import { type PackedTexts, packTexts, unpackTexts } from '#domain/text/packed-texts';

/** From when the data are that the roads of a municipality rest on. */
export interface NetworkDates {
  readonly roads: readonly { readonly source: string; readonly asOf: string | null }[];
  /** Of each dataset of zones; null where the file said nothing. */
  readonly zones: readonly (string | null)[];
}

type SharedTable = Omit<RoadTable, 'names'>;

/**
 * The roads of a municipality as threads hand them to each other: every array lies in memory that they
 * share, texts too, so posting one copies nothing that grows with the roads but barriers and turns.
 */
export interface SharedNetwork {
  readonly table: SharedTable;
  readonly names: PackedTexts;
  /** Of the roads' tree of boxes; null where there are no roads. */
  readonly tree: SharedArrayBuffer | null;
  readonly exposure: RoadExposure;
  readonly topologies: Readonly<Record<TravelMode, Topology>>;
  readonly dates: NetworkDates;
  readonly byteLength: number;
}

/** What searches run over: the same arrays, with texts as texts. */
export interface RoadNetworkInMemory {
  readonly table: RoadTable;
  readonly tree: RoadTree;
  readonly exposure: RoadExposure;
  readonly topologies: Readonly<Record<TravelMode, Topology>>;
}

export function shareNetwork(
  { names, remarks: _, ...table }: RoadTable,
  tree: RoadTree,
  exposure: RoadExposure,
  dates: NetworkDates,
): SharedNetwork {
  const whole = { ...table, names, remarks: [] };
  const topologies = Object.fromEntries(
    TRAVEL_MODES.map((mode) => [mode, buildTopology(whole, mode)]),
  ) as Record<TravelMode, Topology>;
  const shared = shareArrays({
    table: { ...table, remarks: [] },
    names: packTexts(names),
    exposure,
    topologies,
  });
  const treeBytes = tree === null ? null : sharedCopy(tree.data);
  return {
    ...shared,
    tree: treeBytes,
    dates,
    byteLength: bytesIn(shared) + (treeBytes?.byteLength ?? 0),
  };
}

export function openNetwork(shared: SharedNetwork): RoadNetworkInMemory {
  const { table, names, tree, exposure, topologies } = shared;
  return {
    table: { ...table, names: unpackTexts(names) },
    tree: tree === null ? null : Flatbush.from(tree),
    exposure,
    topologies,
  };
}

function sharedCopy(data: ArrayBuffer | SharedArrayBuffer): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(data.byteLength);
  new Uint8Array(copy).set(new Uint8Array(data));
  return copy;
}

function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + bytesIn(one), 0);
}

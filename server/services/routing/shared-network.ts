import Flatbush from 'flatbush';
import type { ZoneIndex } from '#domain/hazard/zone-index';
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

/** Zones as threads hand them to each other. */
type SharedZones = Omit<ZoneIndex, 'zoneIds' | 'tree'> & {
  readonly tree: SharedArrayBuffer | null;
};

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
  readonly exposure: Omit<RoadExposure, 'index'>;
  readonly zones: SharedZones | null;
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
  const { index, ...stretches } = exposure;
  const shared = shareArrays({
    table: { ...table, remarks: [] },
    names: packTexts(names),
    exposure: stretches,
    topologies,
  });
  const treeBytes = tree === null ? null : sharedCopy(tree.data);
  const zones = index === null ? null : shareZones(index);
  return {
    ...shared,
    tree: treeBytes,
    zones,
    dates,
    byteLength: bytesIn(shared) + (treeBytes?.byteLength ?? 0) + bytesOfZones(zones),
  };
}

export function openNetwork(shared: SharedNetwork): RoadNetworkInMemory {
  const { table, names, tree, exposure, zones, topologies } = shared;
  return {
    table: { ...table, names: unpackTexts(names) },
    tree: tree === null ? null : Flatbush.from(tree),
    exposure: { ...exposure, index: zones === null ? null : openZones(zones) },
    topologies,
  };
}

/** The zones lie in memory that is shared as well; of their names nobody asks in a search. */
function shareZones({ zoneIds: _, sheets, tree, ...arrays }: ZoneIndex): SharedZones {
  return {
    ...shareArrays(arrays),
    sheets: sheets.map(shareArrays),
    tree: tree === null ? null : sharedCopy(tree.data),
  };
}

function openZones({ tree, ...zones }: SharedZones): ZoneIndex {
  return { ...zones, zoneIds: [], tree: tree === null ? null : Flatbush.from(tree) };
}

function bytesOfZones(zones: SharedZones | null): number {
  if (zones === null) return 0;
  const sheets = zones.sheets.reduce((sum, sheet) => sum + bytesIn(sheet), 0);
  return bytesIn(zones) + sheets + (zones.tree?.byteLength ?? 0);
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

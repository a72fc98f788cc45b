import type { ImportSource } from '#contract/dataset';
import { mendRoads } from '#domain/road/mend-roads';
import type { Road, RoadBarrier, RoadNetwork, TurnRestriction } from '#domain/road/road';
import { UnknownLayoutError } from './item.ts';
import { recogniseSources, SOURCES, type SourceOptions } from './registry.ts';

/** Whose roads are gone on where several sources are there: the first of them. */
export const ROAD_SOURCES = ['osm', 'gsi-roads'] as const satisfies readonly ImportSource[];

const EXPECTED = {
  ja: '道路のファイル(OpenStreetMap の .osm.pbf・.osm、国土地理院の道路中心線)',
  en: 'files of roads (OpenStreetMap .osm.pbf or .osm, GSI road centre lines)',
};

/**
 * The roads of files, without a database; of OpenStreetMap and GSI together the former's with the widths
 * of the latter. Records that cannot be used are left out: whoever wants to know of them imports.
 *
 * @throws UnknownLayoutError where a file is none of roads, or not whole.
 */
export async function readRoadNetwork(
  files: readonly string[],
  options: SourceOptions = {},
): Promise<RoadNetwork> {
  const filesOf = new Map<(typeof ROAD_SOURCES)[number], string[]>();
  for (const file of files) {
    const found = await recogniseSources([file]);
    const source = ROAD_SOURCES.find((one) => found.includes(one));
    if (source === undefined) throw new UnknownLayoutError(EXPECTED, file);
    filesOf.set(source, [...(filesOf.get(source) ?? []), file]);
  }
  const networks: RoadNetwork[] = [];
  for (const source of ROAD_SOURCES) {
    const own = filesOf.get(source);
    if (own !== undefined) networks.push(await collect(source, own, options));
  }
  const [base, ...others] = networks;
  if (base === undefined) throw new UnknownLayoutError(EXPECTED, '');
  return mendRoads(
    base,
    others.map(({ roads }) => roads),
  );
}

async function collect(
  source: (typeof ROAD_SOURCES)[number],
  files: readonly string[],
  options: SourceOptions,
): Promise<RoadNetwork> {
  const roads: Road[] = [];
  const barriers: RoadBarrier[] = [];
  const restrictions: TurnRestriction[] = [];
  for await (const item of SOURCES[source].open(files, options).items) {
    if (!('value' in item)) continue;
    const { value } = item;
    if (value.kind === 'way') for (const road of value.roads) roads.push(road);
    else if (value.kind === 'barrier') barriers.push(value.barrier);
    else restrictions.push(...value.restrictions);
  }
  return { roads, barriers, restrictions };
}

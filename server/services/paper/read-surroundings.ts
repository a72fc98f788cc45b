import type { Bbox } from '#domain/geo/position';
import type { Database } from '../../db/database.ts';
import { selectMapCredits } from '../../db/queries/read/map-credits.ts';
import { selectZonesInBox } from '../../db/queries/read/zones-in-box.ts';
import type { Surroundings } from '../../output/paper/sheets/plan-on-paper.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import type { SharedNetwork } from '../routing/shared-network.ts';
import { readBaseGround } from './base-map-ground.ts';
import { roadsInBox } from './roads-in-box.ts';

export interface MapSources {
  readonly database: Database;
  readonly readers: Readers;
  readonly dataDir: string;
  /** The roads in force; null where there are none. */
  loadRoads(municipality: MunicipalityVersions): Promise<SharedNetwork | null>;
}

/** What lies in a box that maps show (null = nothing is shown): zones, roads, water and buildings, and their dates. */
export async function readSurroundings(
  { database, readers, dataDir, loadRoads }: MapSources,
  municipality: MunicipalityVersions,
  seen: Bbox | null,
): Promise<Surroundings> {
  const { asOf } = await readers.zoneData(municipality);
  const network = await loadRoads(municipality);
  const roadDates = network?.dates.roads ?? [];
  const ground = seen === null ? null : await readBaseGround(dataDir, municipality.code, seen);
  const zones = seen === null ? [] : await selectZonesInBox(database, municipality.code, seen);
  const credits = await selectMapCredits(database, municipality.code);
  return {
    zones,
    ground: {
      water: ground?.water ?? [],
      waterways: ground?.waterways ?? [],
      buildings: ground?.buildings ?? [],
      roads: seen === null || network === null ? [] : roadsInBox(network, seen),
    },
    zonesAsOf: asOf,
    roadsAsOf: roadDates.map((one) => one.asOf),
    credits: ground?.credit == null ? credits : [...credits, ground.credit],
  };
}

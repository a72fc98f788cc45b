import type { Actor } from '../db/actor.ts';
import type { Database } from '../db/database.ts';
import { selectZoneGeometries } from '../db/queries/read/zones.ts';
import type { MunicipalityVersions } from '../services/read/data-versions.ts';
import type { Readers } from '../services/read/readers.ts';
import { listShelters } from '../services/read/shelters.ts';
import type { SharedNetwork } from '../services/routing/shared-network.ts';
import { buildDistrictTileStore, encodeDistrictTile } from './district-tiles.ts';
import { buildResidentTileStore, encodeResidentTile } from './resident-tiles.ts';
import { encodeRoadTile, openRoadTileStore } from './road-tiles.ts';
import { buildShelterTileStore, encodeShelterTile } from './shelter-tiles.ts';
import type { TileAddress } from './tile-frame.ts';
import { encodeZoneTile, ZoneTileStoreBuilder } from './zone-tiles.ts';

type Encode = (address: TileAddress) => Uint8Array;
/** The roads as they are searched; null where there are none. */
export type LoadRoads = (municipality: MunicipalityVersions) => Promise<SharedNetwork | null>;

/** Small enough that laying out a batch (some 20 ms) does not hold up other requests. */
const ZONES_IN_BATCH = 1000;

export async function loadZoneTiles(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<Encode> {
  const { datasets } = await readers.zoneData(municipality);
  const builder = new ZoneTileStoreBuilder();
  for (const { id: datasetId } of datasets) {
    let afterId = '';
    while (true) {
      const batch = await selectZoneGeometries(
        database,
        municipality.code,
        datasetId,
        afterId,
        ZONES_IN_BATCH,
      );
      for (const row of batch)
        builder.add({
          id: row.id,
          zoneClass: row.zone_class,
          phenomenon: row.phenomenon,
          redNotSurveyed: row.red_not_surveyed,
          geometry: row.geometry,
        });
      const last = batch.at(-1);
      if (last === undefined || batch.length < ZONES_IN_BATCH) break;
      afterId = last.id;
    }
  }
  const store = builder.finish();
  return (address) => encodeZoneTile(store, address);
}

export async function loadDistrictTiles(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<Encode> {
  const districts = buildDistrictTileStore(await readers.districts(municipality));
  const boundary = buildDistrictTileStore(await readers.boundary(municipality));
  return (address) => encodeDistrictTile(districts, boundary, address);
}

export async function loadShelterTiles(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<Encode> {
  const shelters = await listShelters(readers, municipality);
  const store = buildShelterTileStore(
    shelters.flatMap(({ position, ...shelter }) =>
      position === null ? [] : [{ ...shelter, position }],
    ),
  );
  return (address) => encodeShelterTile(store, address);
}

export async function loadResidentTiles(
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
): Promise<Encode> {
  const { rows } = await readers.residents(municipality, actor);
  // Only what the map shows is handed on: no name reaches the tiles.
  const store = buildResidentTileStore(
    rows.flatMap((row) =>
      row.position === null
        ? []
        : [
            {
              id: row.id,
              position: row.position,
              tier: row.tier,
              redRelation: row.redRelation,
              relation: row.relation,
              powerDependent: row.powerDependent,
              accuracy: row.accuracy,
            },
          ],
    ),
  );
  return (address) => encodeResidentTile(store, address);
}

export async function loadRoadTiles(
  loadRoads: LoadRoads,
  municipality: MunicipalityVersions,
): Promise<Encode> {
  const network = await loadRoads(municipality);
  if (network === null) return () => new Uint8Array();
  const store = openRoadTileStore(network);
  return (address) => encodeRoadTile(store, address);
}

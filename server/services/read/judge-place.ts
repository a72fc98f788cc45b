import type { PlaceToJudge } from '#contract/search';
import { judgePoint } from '#domain/hazard/exposure';
import { UNDETERMINED_JUDGEMENT } from '#domain/hazard/judgement';
import { buildZoneIndex } from '#domain/hazard/zone-index';
import type { Database } from '../../db/database.ts';
import { selectZoneNames } from '../../db/queries/read/zone-judgement.ts';
import { findZonesNear } from '../../db/queries/zones-for-check.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { type HazardView, hazardView } from './hazard-view.ts';
import type { Readers } from './readers.ts';

/** How a place lies to the zones in force, judged now as a person's place would be. Nothing is kept. */
export async function judgePlace(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  place: PlaceToJudge,
  now: Date,
): Promise<HazardView> {
  const { marginMeters } = municipality.settings;
  const zoneData = await readers.zoneData(municipality);
  const zones = await findZonesNear(
    database,
    municipality.code,
    zoneData.datasets.map(({ id }) => id),
    place.position,
    place.radiusMeters + marginMeters,
  );
  const judgement =
    zoneData.datasets.length === 0
      ? UNDETERMINED_JUDGEMENT
      : judgePoint(buildZoneIndex(zones), place, { marginMeters });
  const zoneIds = judgement.zones.map(({ zoneId }) => zoneId);
  const names =
    zoneIds.length === 0 ? [] : await selectZoneNames(database, municipality.code, zoneIds);
  return hazardView(
    {
      relation: judgement.relation,
      red_relation: judgement.redRelation,
      zones: judgement.zones,
      assessed_at: now,
      margin_meters: marginMeters,
    },
    {
      accuracy: place.accuracy,
      zoneDataAsOf: zoneData.asOf,
      marginMeters,
      zoneNames: new Map(names.map((name) => [name.id, name])),
    },
  );
}

import type { ZoneDetail } from '#contract/shelter';
import { type Actor, personRuleOf, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectZoneShape } from '../../db/queries/read/zone-subjects.ts';
import { countResidentsInside, selectZone } from '../../db/queries/read/zones.ts';

/** One zone in force with the number of people inside, untold to those from whom exact places are hidden; null where there is none of this id. */
export async function findZoneDetail(
  database: Database,
  actor: Actor,
  code: string,
  zoneId: string,
): Promise<ZoneDetail | null> {
  const zone = await selectZone(database, code, zoneId);
  if (zone === null) return null;
  const residentsInside =
    personRuleOf(actor).shown !== 'full'
      ? null
      : await withActor(database, actor, code, (transaction) =>
          countResidentsInside(transaction, code, actor.districts, zoneId),
        );
  const shape = await selectZoneShape(database, code, zoneId);
  return {
    id: zone.id,
    phenomenon: zone.phenomenon,
    zoneClass: zone.zone_class,
    redNotSurveyed: zone.red_not_surveyed,
    zoneNumber: zone.zone_number,
    zoneName: zone.zone_name,
    place: zone.place,
    noticeDate: zone.notice_date,
    repaired: zone.repair,
    datasetId: zone.dataset_id,
    datasetAsOf: zone.as_of,
    credit: zone.credit,
    residentsInside,
    areaSquareMeters: shape?.area_square_meters ?? 0,
  };
}

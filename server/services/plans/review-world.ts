import type { DatasetKind } from '#contract/dataset';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import type { TruthDates } from '#domain/plan/review/truth';
import { findingsAt, type SiteOverride } from '#domain/road/override';
import { SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectActiveDatasets } from '../../db/queries/read/datasets.ts';
import type { RunningPlanRow } from '../../db/queries/read/running-plans.ts';
import { type ShelterDbRow, selectShelters } from '../../db/queries/read/shelters.ts';
import { listSiteOverrides } from '../../db/queries/site-overrides.ts';
import { loadZones } from '../../db/queries/zones-for-check.ts';
import { valuesInForce } from '../read/overridden-shelter.ts';
import { overrideOf } from '../read/site-overrides.ts';
import { type ResolvedRoad, resolveRoads } from './review-roads.ts';

/** What all plans of a municipality are held against, read once. */
export interface ReviewWorld {
  /** null where no zone data is in force: then nothing is known of any place. */
  readonly zones: ZoneIndex | null;
  readonly shelters: ReadonlyMap<string, ShelterDbRow>;
  readonly roads: ReadonlyMap<string, ResolvedRoad>;
  /** Ids of people for whom the destination has no room, as others came into force before. */
  readonly withoutRoom: ReadonlySet<string>;
  readonly dates: TruthDates;
}

export async function readReviewWorld(
  database: Database,
  code: string,
  plans: readonly RunningPlanRow[],
  atMillis: number,
): Promise<ReviewWorld> {
  const datasets = await selectActiveDatasets(database, code);
  const idsOf = (kind: DatasetKind) =>
    datasets.flatMap((one) => (one.kind === kind ? [one.id] : []));
  /** The oldest part says of when all of it is; null where one does not say. */
  const dateOf = (kind: DatasetKind) => {
    const dates = datasets.flatMap((one) => (one.kind === kind ? [one.as_of] : []));
    return dates.includes(null) ? null : (dates.sort()[0] ?? null);
  };
  const zoneIds = idsOf('zones');
  const zones =
    zoneIds.length === 0 ? null : buildZoneIndex(await loadZones(database, code, zoneIds));
  const shelters = new Map((await selectShelters(database, code)).map((one) => [one.id, one]));
  const overrides: SiteOverride[] = await withActor(database, SYSTEM, code, async (tx) =>
    (await listSiteOverrides(tx, code)).map(overrideOf),
  );
  const roads = await resolveRoads(
    database,
    code,
    idsOf('roads'),
    plans.flatMap(({ content }) => content.route?.roads ?? []),
    findingsAt(overrides, atMillis),
  );
  return {
    ...{ zones, shelters, roads, withoutRoom: withoutRoom(plans, shelters) },
    dates: {
      zones: dateOf('zones'),
      shelters: dateOf('shelters'),
      roads: dateOf('roads'),
      roster: dateOf('roster'),
    },
  };
}

/** Plans stand in the order in which they came into force: whoever came first has the room. */
function withoutRoom(
  plans: readonly RunningPlanRow[],
  shelters: ReadonlyMap<string, ShelterDbRow>,
): Set<string> {
  const taken = new Map<string, number>();
  const left = new Set<string>();
  for (const { id, content } of plans) {
    const shelterId = content.destination?.shelterId ?? null;
    const shelter = shelterId === null ? undefined : shelters.get(shelterId);
    if (shelterId === null || shelter === undefined) continue;
    const { capacity } = valuesInForce(shelter);
    const count = (taken.get(shelterId) ?? 0) + 1;
    taken.set(shelterId, count);
    if (capacity !== null && count > capacity) left.add(id);
  }
  return left;
}

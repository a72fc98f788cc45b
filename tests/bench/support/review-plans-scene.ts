import type { Position } from '#domain/geo/position';
import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import type { Database } from '../../../server/db/database.ts';
import { makePoints } from './prefecture.ts';
import { seededRandom } from './random.ts';
import { ZONE_CITY } from './stored-zones.ts';

const EDGES = 40;
const STEP_DEGREES = 0.0003;

/** Somebody's plan: where its places are, and the way. */
export interface ScenePlan {
  readonly home: Position;
  readonly supporter: Position;
  readonly route: readonly Position[];
}

/** Ways of about a kilometre from homes near settlements, the same on every machine. */
export function makePlans(count: number): ScenePlan[] {
  const points = makePoints(count);
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, at) => {
    const home: Position = [points[2 * at] ?? 0, points[2 * at + 1] ?? 0];
    const route: Position[] = [home];
    let heading = random() * 2 * Math.PI;
    for (let edge = 0; edge < EDGES; edge += 1) {
      const [lng, lat] = route.at(-1) ?? home;
      heading += (random() - 0.5) * 1.2;
      route.push([lng + STEP_DEGREES * Math.cos(heading), lat + STEP_DEGREES * Math.sin(heading)]);
    }
    return { home, supporter: [home[0] + 0.001, home[1] + 0.0005], route };
  });
}

function contentOf({ supporter: [lng, lat], route }: ScenePlan): PlanContent {
  const [endLng, endLat] = route.at(-1) ?? [0, 0];
  return {
    ...EMPTY_PLAN,
    supporters: [
      {
        ...{ id: 's1', kind: 'person', name: '架空 隣人', relationship: null, phone: null },
        ...{ address: null, part: null, hasVehicle: null, readyMinutes: null },
        place: { position: { lng, lat }, accuracy: 'building' },
      },
    ],
    destination: {
      ...{ kind: 'relative', shelterId: null, name: '架空の家', address: null, phone: null },
      ...{ reason: null, place: { position: { lng: endLng, lat: endLat }, accuracy: 'building' } },
    },
    route: {
      ...{ profile: 'walking-elderly', origin: 'proposed', isNight: false, line: route, via: [] },
      ...{ lengthMeters: 1000, durationSeconds: 1200, redMeters: 0, anyMeters: 0 },
      ...{ unknownMeters: 0, roads: [], roadsAsOf: null, zonesAsOf: null },
    },
  };
}

/** People with these plans in force, in the municipality of `storeZones`. */
export async function storePlans(database: Database, plans: readonly ScenePlan[]): Promise<void> {
  const people = `INSERT INTO resident (municipality_code, id, roster_number, name, district_name,
      district_source,
      position, accuracy, radius_meters, position_source, position_origin, content_hash)
    SELECT $1, gen_random_uuid(), at::text, '架空 太郎', '架空町', 'roster',
      ST_SetSRID(ST_MakePoint(lng, lat), 4326), 'building', 10, 'roster', 'roster', ''
    FROM unnest($2::int[], $3::float8[], $4::float8[]) AS one (at, lng, lat)`;
  await database.query(people, [
    ZONE_CITY,
    plans.map((_, at) => at),
    plans.map(({ home }) => home[0]),
    plans.map(({ home }) => home[1]),
  ]);
  await database.query(
    `INSERT INTO plan_version (municipality_code, resident_id, version, content, saved_by)
     SELECT $1, r.id, 1, content::jsonb, 'bench'
     FROM unnest($2::text[]) WITH ORDINALITY AS one (content, at)
     JOIN resident r ON r.roster_number = (at - 1)::text`,
    [ZONE_CITY, plans.map((plan) => JSON.stringify(contentOf(plan)))],
  );
  await database.query(
    `INSERT INTO plan (municipality_code, resident_id, version, stage, stage_since, content_version,
       outline, approvals, updated_by)
     SELECT municipality_code, id, 1, 'in-force', now(), 1, '{}', '{}', 'bench' FROM resident`,
  );
  await database.query(
    `INSERT INTO plan_event (municipality_code, resident_id, version, task, from_stage, to_stage,
       content_version, done_by, role)
     SELECT municipality_code, id, 1, 'share', 'person-agreed', 'shared', 1, 'bench', 'system'
     FROM resident`,
  );
  await database.query('ANALYZE');
}

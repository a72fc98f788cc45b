import { distanceMeters } from '#domain/geo/distance';
import type { PlanRoad } from '#domain/plan/plan';
import type { RoadTruth } from '#domain/plan/review/truth';
import type { SiteFinding } from '#domain/road/override';
import type { Database } from '../../db/database.ts';
import { selectRoadsThere } from '../../db/queries/read/running-plans.ts';
import { unpackAttributes } from '../../db/queries/road-attributes.ts';
import { inBatches } from '../../db/queries/unnest.ts';

/** A road of a route as it is in the data in force and by what was found on site. */
export interface ResolvedRoad {
  readonly isThere: boolean | null;
  readonly width: RoadTruth['width'];
  readonly isClosed: boolean;
  /** Travel profiles that do not get through, as somebody found on site. */
  readonly refusedProfiles: ReadonlySet<string>;
}

export const roadKey = ({ source, id }: Pick<PlanRoad, 'source' | 'id'>): string =>
  JSON.stringify([source, id]);

const AT_ONCE = 2000;
/** Middles of one road from one dataset to the next, as in domain/routing/overrides/match-overrides. */
const MOST_METERS_APART = 10;

/** Every road that some route leads along, once. */
export async function resolveRoads(
  database: Database,
  code: string,
  datasetIds: readonly string[],
  planRoads: readonly PlanRoad[],
  findings: readonly SiteFinding[],
): Promise<ReadonlyMap<string, ResolvedRoad>> {
  const roads = [...new Map(planRoads.map((road) => [roadKey(road), road])).values()];
  const widths = new Map<string, { id: string; width: RoadTruth['width'] }>();
  if (datasetIds.length > 0)
    for (const some of inBatches(roads, AT_ONCE))
      for (const { at, id, attributes } of await selectRoadsThere(
        database,
        code,
        datasetIds,
        some,
      )) {
        const { width } = unpackAttributes(attributes);
        widths.set(roadKey(some[at]!), {
          id,
          width: width && { leastMeters: width.leastMeters, mostMeters: width.mostMeters },
        });
      }
  const findingsOf = findingLookup(findings);
  return new Map(
    roads.map((road): [string, ResolvedRoad] => {
      const there = widths.get(roadKey(road));
      const found = findingsOf(road, there?.id ?? null);
      const measured = found.flatMap(({ widthMeters }) => widthMeters ?? []);
      const least = Math.min(...measured);
      return [
        roadKey(road),
        {
          isThere: datasetIds.length === 0 ? null : there !== undefined,
          width:
            measured.length > 0
              ? { leastMeters: least, mostMeters: least }
              : (there?.width ?? null),
          isClosed: found.some(({ isClosed }) => isClosed),
          refusedProfiles: new Set(
            found.flatMap(({ passability }) =>
              passability.flatMap((one) => (one.isPassable ? [] : [one.profileId])),
            ),
          ),
        },
      ];
    }),
  );
}

/** What was found on a road: by its id then or now, or by where its middle lies. */
function findingLookup(findings: readonly SiteFinding[]) {
  return ({ source, id, middle }: PlanRoad, idNow: string | null): SiteFinding[] =>
    findings.filter(
      ({ road }) =>
        (road.source === source && (road.id === id || road.id === idNow)) ||
        isNear(road.middle, middle),
    );
}

/** Most are far away, which is told without a root. */
const isNear = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.abs(a[0] - b[0]) < 0.001 &&
  Math.abs(a[1] - b[1]) < 0.001 &&
  distanceMeters(a, b) <= MOST_METERS_APART;

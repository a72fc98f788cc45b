import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bboxOf } from '#domain/geo/bbox';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { buildZoneIndex, type IndexedZone } from '#domain/hazard/zone-index';
import type { Road } from '#domain/road/road';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { measureExposure } from '#domain/routing/exposure/measure-exposure';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { seededRandom } from '../../bench/support/random.ts';
import { randomPlace } from '../hazard/support/random-places.ts';
import { randomPolygons } from '../hazard/support/random-zones.ts';
import { zoneOf } from '../hazard/support/zones.ts';
import { roadBetween } from './support/drawing.ts';

/*
 * PostGIS says how many metres of a road lie in the union of the zones of a class, of a phenomenon in it,
 * and of all: ST_Length(ST_Intersection(road, ST_Union(zones))::geography).
 */
const GROUPS = 200;
const ROADS_PER_GROUP = 6;
const postgisUrl = inject('postgisUrl');

/** Metres inside the zones as they are, and inside them widened by 2 mm. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

interface Asked {
  readonly group: number;
  readonly road: Road;
}

describe.skipIf(postgisUrl === null)('metres inside, against PostGIS', () => {
  const random = seededRandom(11);
  // Several zones over one another, so that what they cover together is asked about too.
  const groups = Array.from({ length: GROUPS }, (_, group) => overlappingZones(random, group));
  const asked: Asked[] = groups.flatMap((zones, group) =>
    Array.from({ length: ROADS_PER_GROUP }, (_, number) => ({
      group,
      road: randomRoad(zones, `road/${group}/${number}`, random),
    })),
  );
  const client = new pg.Client({ connectionString: postgisUrl ?? '' });

  beforeAll(async () => {
    await client.connect();
    await client.query('SET client_min_messages = warning');
    await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
    await client.query(
      `CREATE TEMPORARY TABLE zone AS
       SELECT grp, class, phenomenon, geom, ST_Buffer(geom, 1.8e-8, 1) AS wide
       FROM unnest($1::int[], $2::text[], $3::text[], $4::text[])
         AS given(grp, class, phenomenon, text),
         ST_SetSRID(ST_GeomFromGeoJSON(text), 4326) AS geom`,
      [
        groups.flatMap((zones, group) => zones.map(() => group)),
        groups.flat().map(({ zoneClass }) => zoneClass),
        groups.flat().map(({ phenomenon }) => phenomenon),
        groups.flat().map(({ geometry }) => JSON.stringify(geometry)),
      ],
    );
    await client.query('CREATE INDEX ON zone (grp)');
  });
  afterAll(() => client.end());

  it(`${GROUPS * ROADS_PER_GROUP} roads, by class, phenomenon and in all`, async () => {
    const kinds = [
      { where: 'true', of: 'anyMeters' as const },
      { where: `class LIKE 'red%'`, of: 'redMeters' as const },
    ];
    const byKind = ZONE_CLASSES.flatMap((zoneClass) => [
      { where: `class = '${zoneClass}'`, zoneClass, phenomenon: null },
      ...PHENOMENA.map((phenomenon) => ({
        where: `class = '${zoneClass}' AND phenomenon = '${phenomenon}'`,
        zoneClass,
        phenomenon,
      })),
    ]);
    const measured = measureAll(groups, asked);
    const faults: string[] = [];
    let insideMeters = 0;
    for (const { where, of } of kinds) {
      const theirs = await ask(client, asked, where);
      compare(theirs, (at) => measured[at]?.[of], where, faults);
      insideMeters += theirs.reduce((sum, { least }) => sum + least, 0);
    }
    for (const { where, zoneClass, phenomenon } of byKind) {
      const theirs = await ask(client, asked, where);
      const ours = (at: number) =>
        phenomenon === null
          ? measured[at]?.byClass[zoneClass]
          : measured[at]?.byPhenomenon[zoneClass][phenomenon];
      compare(theirs, ours, where, faults);
    }
    expect(faults).toEqual([]);
    expect(insideMeters).toBeGreaterThan(25_000);
  }, 240_000);
});

function overlappingZones(random: () => number, group: number): IndexedZone[] {
  const first = randomPolygons(random);
  const [west, south, east, north] = bboxOf(first.flat(2));
  return Array.from({ length: 3 }, (_, number) => {
    const [lng, lat] = [(random() - 0.5) * (east - west), (random() - 0.5) * (north - south)];
    const moved = first.map((polygon) =>
      polygon.map((ring) => ring.map((one) => [one[0] + lng, one[1] + lat] as const)),
    );
    return zoneOf(number === 0 ? first : moved, {
      id: `${group}/${number}`,
      zoneClass: ZONE_CLASSES[Math.floor(random() * 2) * 2] ?? 'red',
      phenomenon: PHENOMENA[Math.floor(random() * 3)] ?? 'landslide',
    });
  });
}

/** From place to place where mistakes are made: through corners, along edges, beside them. */
function randomRoad(zones: readonly IndexedZone[], id: string, random: () => number): Road {
  const polygons = zones[Math.floor(random() * zones.length)]?.geometry.coordinates ?? [];
  const line = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
    randomPlace(polygons, random),
  );
  return roadBetween(id, [`${id}/a`, `${id}/b`], line);
}

function measureAll(groups: readonly (readonly IndexedZone[])[], asked: readonly Asked[]) {
  return asked.map(({ group, road }) => {
    const table = buildRoadTable({ roads: [road], barriers: [], restrictions: [] });
    const exposure = exposeRoads(table, buildRoadTree(table), buildZoneIndex(groups[group] ?? []));
    const toMeters = table.lengthsMeters[0] ?? 0;
    return measureExposure(exposure, [{ road: 0, fromMeters: 0, toMeters }]);
  });
}

/**
 * Each piece of a road by itself, as ST_Intersection of a line that crosses itself would be noded and
 * what is gone twice would count once.
 */
async function ask(client: pg.Client, asked: readonly Asked[], where: string): Promise<Bounds[]> {
  const pieces = asked.flatMap(({ group, road }, number) =>
    road.line.slice(1).map((to, at) => ({ group, number, from: road.line[at] ?? to, to })),
  );
  const { rows } = await client.query<{ number: number } & Bounds>(
    `SELECT number, sum(ST_Length(ST_Intersection(piece, covered)::geography)) AS least,
       sum(ST_Length(ST_Intersection(piece, widened)::geography)) AS most
     FROM unnest($1::int[], $2::int[], $3::float8[], $4::float8[], $5::float8[], $6::float8[])
         AS given(grp, number, a, b, c, d),
       ST_SetSRID(ST_MakeLine(ST_MakePoint(a, b), ST_MakePoint(c, d)), 4326) AS piece,
       LATERAL (SELECT ST_Union(geom) AS covered, ST_Union(wide) AS widened FROM zone
                WHERE zone.grp = given.grp AND ${where}) AS cover
     WHERE covered IS NOT NULL GROUP BY number`,
    [
      pieces.map(({ group }) => group),
      pieces.map(({ number }) => number),
      pieces.map(({ from }) => from[0]),
      pieces.map(({ from }) => from[1]),
      pieces.map(({ to }) => to[0]),
      pieces.map(({ to }) => to[1]),
    ],
  );
  const bounds = new Map(rows.map((row) => [row.number, row]));
  return asked.map((_, number) => bounds.get(number) ?? { least: 0, most: 0 });
}

/**
 * Within 2 cm and 0.01 % of what PostGIS has inside, and inside the zones widened by 2 mm: what lies on an
 * edge is a matter of bits there, and inside here to 1 mm.
 */
function compare(
  theirs: readonly Bounds[],
  ours: (at: number) => number | undefined,
  where: string,
  faults: string[],
): void {
  for (const [at, { least, most }] of theirs.entries()) {
    const own = ours(at) ?? Number.NaN;
    if (!(own >= least - 0.02 - 0.0001 * least && own <= most + 0.02 + 0.0001 * most))
      faults.push(`road ${at}, ${where}: ours ${own}, theirs ${least} to ${most}`);
  }
}

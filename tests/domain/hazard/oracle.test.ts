import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { distanceMeters, localScale } from '#domain/geo/distance';
import { isInsidePolygon } from '#domain/geo/polygon';
import type { PolygonCoordinates, Position } from '#domain/geo/position';
import { type HazardJudgement, judgeLine, judgePoint, judgePolygon } from '#domain/hazard/exposure';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { seededRandom } from '../../bench/support/random.ts';
import { Oracle, type OracleAnswer } from './support/oracle.ts';
import { randomPlace } from './support/random-places.ts';
import { randomPolygons } from './support/random-zones.ts';
import { zoneOf } from './support/zones.ts';

/*
 * PostGIS is asked the same questions. It says "intersects" by exact arithmetic on degrees and metres on
 * the ellipsoid; we may differ from it only within 1 mm of a boundary, where we must say inside, and in
 * metres by 0.5 % or 0.1 m.
 */
const ZONES = 1000;
const PLACES_PER_ZONE = 100;
const SHAPES_PER_ZONE = 5;
const TOLERANCE_METERS = 0.001;
/** What `straightMeters` may be off at the tolerance. */
const ORACLE_NOISE_METERS = 0.000_02;
/** Far enough that every place is measured. */
const MARGIN = { marginMeters: 5000 };

const postgisUrl = inject('postgisUrl');

describe.skipIf(postgisUrl === null)('against PostGIS (skipped where it is not installed)', () => {
  const random = seededRandom(20_261_124);
  const zones = Array.from({ length: ZONES }, () => randomPolygons(random));
  const indexes = zones.map((polygons) => buildZoneIndex([zoneOf(polygons)]));
  let oracle: Oracle;

  beforeAll(async () => {
    oracle = await Oracle.open(postgisUrl ?? '', zones);
  });
  afterAll(() => oracle.close());

  it('the zones that are asked about are valid', async () => {
    expect(await oracle.findInvalid()).toEqual([]);
  });

  it(`${ZONES * PLACES_PER_ZONE} places: inside or outside, and how far from the boundary`, async () => {
    const asked = zones.flatMap((polygons, zone) =>
      Array.from({ length: PLACES_PER_ZONE }, () => ({
        zone,
        place: randomPlace(polygons, random),
      })),
    );
    const answers = await oracle.askPoints(
      asked.map(({ zone }) => zone),
      asked.map(({ place }) => place),
    );
    expect(answers).toHaveLength(ZONES * PLACES_PER_ZONE);
    const disagreements = asked.flatMap(({ zone, place }, at) => {
      const judgement = judgePoint(
        indexes[zone] as ZoneIndex,
        { accuracy: 'building', radiusMeters: 0, position: place },
        MARGIN,
      );
      const isInside = (zones[zone] ?? []).some((polygon) => isInsidePolygon(polygon, place));
      const found = [
        describeDisagreement(judgement, answers[at]),
        isInside === (judgement.relation === 'inside') ? null : 'isInsidePolygon differs',
      ].filter((text) => text !== null);
      return found.map((text) => `zone ${zone}, [${place}]: ${text}`);
    });
    expect(disagreements).toEqual([]);
    const insides = answers.filter(({ intersects }) => intersects).length;
    expect(insides).toBeGreaterThan(20_000);
    expect(insides).toBeLessThan(80_000);
  }, 120_000);

  it(`${ZONES * SHAPES_PER_ZONE} lines and as many areas`, async () => {
    const asked = zones.flatMap((polygons, zone) =>
      Array.from({ length: SHAPES_PER_ZONE }, () => ({
        zone,
        line: randomLine(polygons, random),
        area: randomTriangle(polygons, random),
      })),
    );
    const numbers = asked.map(({ zone }) => zone);
    const ofLines = await oracle.askShapes(
      numbers,
      asked.map(({ line }) => ({ type: 'LineString', coordinates: line })),
    );
    const ofAreas = await oracle.askShapes(
      numbers,
      asked.map(({ area }) => ({ type: 'Polygon', coordinates: area })),
    );
    const disagreements = asked.flatMap(({ zone, line, area }, at) => {
      const index = indexes[zone] as ZoneIndex;
      const found = [
        describeDisagreement(judgeLine(index, line, MARGIN), ofLines[at]),
        describeDisagreement(judgePolygon(index, area, MARGIN), ofAreas[at]),
      ].filter((text) => text !== null);
      return found.map((text) => `zone ${zone}, ${JSON.stringify({ line, area })}: ${text}`);
    });
    expect(disagreements).toEqual([]);
  }, 120_000);

  it('distances between places up to 10 km apart', async () => {
    const pairs = Array.from({ length: 2000 }, (): [Position, Position] => {
      const from: Position = [123 + random() * 22, 20.5 + random() * 25];
      return [from, [from[0] + 0.1 * (random() - 0.5), from[1] + 0.1 * (random() - 0.5)]];
    });
    const meters = await oracle.askDistances(pairs);
    const worst = pairs.map(([a, b], at) => Math.abs(distanceMeters(a, b) / (meters[at] ?? 0) - 1));
    expect(Math.max(...worst)).toBeLessThan(0.000_02);
  });
});

/** In words what of a judgement is not as PostGIS has it; null where it is. */
function describeDisagreement(
  judgement: HazardJudgement,
  answer: OracleAnswer | undefined,
): string | null {
  if (answer === undefined) return 'no answer';
  const { intersects, boundaryMeters, straightMeters } = answer;
  const ours = judgement.zones[0]?.signedDistanceMeters ?? Number.NaN;
  const isOursInside = judgement.relation === 'inside';
  const mustBeInside = intersects || straightMeters < TOLERANCE_METERS - ORACLE_NOISE_METERS;
  const mayBeEither = Math.abs(straightMeters - TOLERANCE_METERS) <= ORACLE_NOISE_METERS;
  if (isOursInside !== mustBeInside && !mayBeEither)
    return `ours ${judgement.relation}, theirs ${intersects} at ${straightMeters} m`;
  // ST_Distance on geography answers 0 for some that it takes for touching (up to 0.5 m apart).
  const theirs = boundaryMeters === 0 ? straightMeters : boundaryMeters;
  if (!(Math.abs(Math.abs(ours) - theirs) <= Math.max(0.005 * theirs, 0.1)))
    return `ours ${ours} m, theirs ${boundaryMeters} m, in a plane ${straightMeters} m`;
  return null;
}

function randomLine(polygons: readonly PolygonCoordinates[], random: () => number): Position[] {
  const [lng, lat] = randomPlace(polygons, random);
  const scale = localScale(lat);
  const step = (): Position => [
    lng + (random() - 0.5) * (300 / scale.metersPerDegreeLng),
    lat + (random() - 0.5) * (300 / scale.metersPerDegreeLat),
  ];
  return [[lng, lat], step(), ...(random() < 0.5 ? [step()] : [])];
}

function randomTriangle(polygons: readonly PolygonCoordinates[], random: () => number) {
  const [first, second, third = second] = randomLine(polygons, random);
  const [a = [0, 0], b = [0, 0]] = [first, second];
  const c: Position = third === undefined || third === second ? [b[0], a[1]] : third;
  return [[a, b, c, a]];
}

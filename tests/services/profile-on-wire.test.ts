import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeSchema } from '#contract/route';
import { ZONE_CLASSES } from '#domain/hazard/zone';
import type { ProfilePoint, Route } from '#domain/routing/route/route';
import { routeOnWire } from '../../server/services/routing/route-on-wire.ts';
import { profilePoints } from '../../web/features/routes/profile-points.ts';

const tenths = (from: number, to: number) =>
  fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);
const profile: fc.Arbitrary<ProfilePoint[]> = fc
  .array(
    fc.record({
      alongMeters: tenths(0, 9000),
      position: fc.tuple(tenths(130, 140), tenths(30, 40)),
      elevationMeters: fc.option(tenths(0, 900)),
      slopePercent: fc.option(tenths(-30, 30)),
      zoneClass: fc.option(fc.constantFrom(...ZONE_CLASSES)),
    }),
    { minLength: 2, maxLength: 30 },
  )
  // What a point says holds to the next one, and behind the last there is none.
  .map((points) => points.with(-1, { ...points.at(-1)!, slopePercent: null, zoneClass: null }));

const EXPOSURE: Route['exposure'] = {
  byClass: { red: 0.04, yellow: 0, 'red-before-designation': 0, 'yellow-before-designation': 0 },
  byPhenomenon: {} as Route['exposure']['byPhenomenon'],
  redMeters: 0.04,
  anyMeters: 0.04,
};
const WALK: Route['walkToRoad'] = {
  line: [
    [135, 31],
    [135, 31],
  ],
  lengthMeters: 0,
  durationSeconds: 0,
  exposure: EXPOSURE,
};
const routeWith = (points: ProfilePoint[], line: Route['line']): Route => ({
  line,
  lengthMeters: 0,
  durationSeconds: 0,
  exposure: EXPOSURE,
  narrowest: null,
  widthUnknownMeters: 0,
  steepestPercent: null,
  steps: { flights: 0, countedSteps: 0, uncountedFlights: 0 },
  unknown: [],
  walkToRoad: WALK,
  walkFromRoad: WALK,
  legs: [],
  profile: points,
  roadIds: [],
});

test('the columns of a profile become the points that they were made from', () => {
  fc.assert(
    fc.property(profile, (points) => {
      const wire = routeOnWire(
        routeWith(
          points,
          points.map(({ position }) => position),
        ),
      );
      expect(profilePoints(wire)).toEqual(points);
      const lengths = [
        wire.profile.alongMeters,
        wire.profile.elevationMeters,
        wire.profile.slopePercent,
      ];
      expect(lengths.map(({ length }) => length)).toEqual(lengths.map(() => wire.line.length));
    }),
  );
});

test('points are told to 11 mm and to the tenth of a metre, totals to the centimetre', () => {
  const at = (alongMeters: number): ProfilePoint => ({
    ...{ alongMeters, position: [135.123456789, 31.987654321] },
    ...{ elevationMeters: 12.345, slopePercent: -3.149, zoneClass: 'red' },
  });
  const wire = routeOnWire(routeWith([at(0.04), at(17.26)], []));
  expect(wire.line[0]).toEqual([135.1234568, 31.9876543]);
  expect(wire.profile).toEqual({
    alongMeters: [0, 17.3],
    elevationMeters: [12.3, 12.3],
    slopePercent: [-3.1, -3.1],
    zones: [{ zoneClass: 'red', fromPoint: 0, toPoint: 1 }],
  });
  // Four centimetres inside a red zone are not none.
  expect(wire.exposure.redMeters).toBe(0.04);
});

test('a way from a place to itself is one point', () => {
  const wire = routeOnWire(routeWith([], [[135, 31]]));
  expect(routeSchema.shape.profile.parse(wire.profile).zones).toEqual([]);
  expect(profilePoints(wire)).toMatchObject([{ alongMeters: 0, position: [135, 31] }]);
});

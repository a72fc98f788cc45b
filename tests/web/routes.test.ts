import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRE_ANSWERS } from '#contract/fire-check';
import { bboxOf } from '#domain/geo/bbox';
import { readPosition } from '#domain/geo/read-position';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { csvOf } from '../../web/features/routes/csv.ts';
import { FIRE_SORTS } from '../../web/features/routes/fire/fire-plan.ts';
import type { ProfilePoint } from '../../web/features/routes/profile-points.ts';
import {
  lineBetween,
  metersNear,
  placeAlong,
  profileRuns,
} from '../../web/features/routes/profile-runs.ts';
import {
  FIRST_PLAN,
  formatPlan,
  MOST_VIA,
  type PlannedPlace,
  parsePlan,
  ROUTE_TASKS,
  type RoutePlan,
  toggleRoad,
} from '../../web/features/routes/route-plan.ts';
import { durationText, widthText } from '../../web/features/routes/route-text.ts';
import { routes as japanese } from '../../web/i18n/ja/routes.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../web/map/colors.ts';
import {
  roadLayers,
  routeLabelLayers,
  routeLayers,
  routeMarkLayers,
} from '../../web/map/layers/routes.ts';
import { FIRST_VIEW, formatView, parseView } from '../../web/state/view-state.ts';

const lng = fc.integer({ min: -180_000_000, max: 180_000_000 }).map((n) => n / 1e6);
const lat = fc.integer({ min: -85_000_000, max: 85_000_000 }).map((n) => n / 1e6);
const position = fc.tuple(lng, lat);
const id = fc
  .string({ minLength: 1, maxLength: 20, unit: 'binary' })
  .filter((text) => text.isWellFormed());
const place: fc.Arbitrary<PlannedPlace> = fc.oneof(
  fc.record({ kind: fc.constant('point' as const), position }),
  fc.record({
    kind: fc.constantFrom('resident' as const, 'shelter' as const, 'station' as const),
    id,
  }),
);
const plan: fc.Arbitrary<RoutePlan> = fc.record({
  task: fc.constantFrom(...ROUTE_TASKS),
  from: fc.option(place),
  to: fc.option(place),
  via: fc.array(place, { maxLength: MOST_VIA }),
  profile: fc.constantFrom('walking-elderly', 'pumper', 'own profile!'),
  policy: fc.constantFrom('keep-out-of-red', 'quickest'),
  vehicle: fc.constantFrom('car', 'ladder-truck'),
  isNight: fc.boolean(),
  isCutOffOnly: fc.boolean(),
  chosen: fc.integer({ min: 0, max: 2 }),
  closedRoads: fc.uniqueArray(id, { maxLength: 5 }),
  closedPhenomena: fc.subarray([...PHENOMENA]),
  closedArea: fc.option(
    fc
      .array(position, { minLength: 3, maxLength: 6 })
      .map((corners) => [...corners, corners[0] ?? [0, 0]] as [number, number][]),
  ),
  fire: fc
    .record({
      stations: fc.option(fc.uniqueArray(fc.uuid(), { maxLength: 5 })),
      vehicle: fc.constantFrom('pumper', 'own vehicle!'),
      districts: fc.uniqueArray(id, { maxLength: 3 }),
      hoseMeters: fc.integer({ min: 0, max: 2000 }),
      answer: fc.option(fc.constantFrom(...FIRE_ANSWERS)),
      shownDistrict: fc.option(fc.oneof(id, fc.constant(''))),
      sort: fc.constantFrom(...FIRE_SORTS),
      isDescending: fc.boolean(),
    })
    .map((one) => (one.sort === 'hardest' ? { ...one, isDescending: false } : one)),
  site: fc.option(fc.record({ kind: fc.constantFrom('road' as const, 'override' as const), id })),
  chain: fc.record({
    mover: fc.option(fc.constantFrom('stretcher', 'own profile!')),
    helper: fc.constantFrom('walking-elderly', 'car'),
    way: fc.integer({ min: 0, max: 99 }),
  }),
  kept: fc.record({
    open: fc.option(fc.uuid()),
    against: fc.option(fc.oneof(fc.constant('now'), fc.uuid())),
  }),
});

describe('the plan in the address', () => {
  test('what is written is read again, through the whole address', () => {
    fc.assert(
      fc.property(plan, (planned) => {
        const view = { ...FIRST_VIEW, municipality: '99201', route: formatPlan(planned) };
        const url = new URL(formatView(view), 'http://localhost');
        expect(parsePlan(parseView(url.pathname, url.search).route)).toEqual(planned);
      }),
    );
  });

  test('a home is there by its person alone', () => {
    const from = { kind: 'resident', id: '42' } as const;
    expect(formatPlan({ ...FIRST_PLAN, from })).toBe('f.r42');
  });

  test('the first plan is no word of the address', () => {
    expect(formatPlan(FIRST_PLAN)).toBeNull();
    expect(parsePlan(null)).toEqual(FIRST_PLAN);
  });

  test('leaves out what it does not understand', () => {
    expect(
      parsePlan(
        'f.p200,99!t.q7!v.!a.9!c.%E0%A4%A!z.flood!x.1,2,3,4!n.0!?!w.%E0%A4%A!k.fly!l.999!b.one!e.!p.%E0%A4%A',
      ),
    ).toEqual(FIRST_PLAN);
  });

  test('a road is closed once and opened again', () => {
    const once = { ...FIRST_PLAN, closedRoads: toggleRoad(FIRST_PLAN, 'way/1/0') };
    expect(once.closedRoads).toEqual(['way/1/0']);
    expect(toggleRoad(once, 'way/1/0')).toEqual([]);
  });
});

describe('coordinates as they are typed', () => {
  test.each([
    ['31.39, 135.21', [135.21, 31.39]],
    ['31.39 135.21', [135.21, 31.39]],
    ['３１．３９、１３５．２１', [135.21, 31.39]],
    ['-12.5,-77', [-77, -12.5]],
  ])('%s', (text, read) => expect(readPosition(text)).toEqual(read));
  test.each(['31.39', '汐路1, 2', '91, 0', '1,2,3', '', '1e3, 4'])('%j is none', (text) =>
    expect(readPosition(text)).toBeNull(),
  );
});

const profile: fc.Arbitrary<ProfilePoint[]> = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 400 }),
      zoneClass: fc.option(fc.constantFrom(...ZONE_CLASSES)),
      elevationMeters: fc.option(fc.integer({ min: -2, max: 900 })),
      slopePercent: fc.option(fc.integer({ min: -30, max: 30 })),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((points) => {
    let alongMeters = 0;
    return points.map(({ step, ...point }, at) => {
      if (at > 0) alongMeters += step;
      return { ...point, alongMeters, position: [135 + alongMeters / 1e5, 31] as [number, number] };
    });
  });

describe('the profile of a route', () => {
  test('its parts follow each other, cover it whole and never share a zone with the next', () => {
    fc.assert(
      fc.property(profile, (points) => {
        const runs = profileRuns(points);
        expect(runs[0]?.fromMeters).toBe(0);
        expect(runs.at(-1)?.toMeters).toBe(points.at(-1)?.alongMeters);
        for (const [at, run] of runs.entries()) {
          const next = runs[at + 1];
          if (next === undefined) continue;
          expect(next.fromMeters).toBe(run.toMeters);
          expect(next.zoneClass).not.toBe(run.zoneClass);
          expect(next.line[0]).toEqual(run.line.at(-1));
        }
      }),
    );
  });

  test('a place along it is where the map says it is', () => {
    fc.assert(
      fc.property(profile, fc.double({ min: 0, max: 1, noNaN: true }), (points, part) => {
        const whole = points.at(-1)?.alongMeters ?? 0;
        const at = placeAlong(points, part * whole);
        expect(at?.alongMeters).toBeCloseTo(part * whole, 6);
        if (at !== null) expect(metersNear(points, at.position)).toBeCloseTo(part * whole, 3);
      }),
    );
  });

  test('beyond its ends it is at its ends, and without length nowhere', () => {
    const [one, other] = [
      { alongMeters: 0, position: [135, 31] as [number, number] },
      { alongMeters: 100, position: [135.001, 31] as [number, number] },
    ].map((point) => ({ ...point, elevationMeters: null, slopePercent: null, zoneClass: null }));
    if (one === undefined || other === undefined) throw new Error('two points');
    expect(placeAlong([one, other], 900)?.alongMeters).toBe(100);
    expect(placeAlong([one, other], -5)?.alongMeters).toBe(0);
    expect(placeAlong([one], 0)).toBeNull();
    expect(profileRuns([one])).toEqual([]);
  });

  test('a stretch of it lies within it', () => {
    fc.assert(
      fc.property(profile, (points) => {
        const whole = points.at(-1)?.alongMeters ?? 0;
        const [west, , east] = bboxOf(lineBetween(points, whole / 4, whole / 2));
        expect(west).toBeCloseTo(135 + whole / 4e5, 9);
        expect(east).toBeCloseTo(135 + whole / 2e5, 9);
      }),
    );
  });
});

describe('words and files', () => {
  test.each([
    [10, '1分未満'],
    [60, '1分'],
    [3599, '1時間0分'],
    [5400, '1時間30分'],
  ])('%d seconds are %s', (seconds, text) => expect(durationText(seconds, japanese)).toBe(text));

  test('a class of width is told from and to', () => {
    const of = (leastMeters: number, mostMeters: number | null) =>
      widthText({ roadId: '1', leastMeters, mostMeters }, japanese);
    expect([of(3, 5.5), of(19.5, null), of(4, 4), widthText(null, japanese)]).toEqual([
      '3〜5.5メートル',
      '19.5メートル以上',
      '4メートル',
      '幅員の分かる道がありません',
    ]);
  });

  test('a table is read by a spreadsheet and runs nothing in it', async () => {
    const text = await csvOf([
      ['氏名', '人数'],
      ['=HYPERLINK("x")', 3],
      ['汐見, 春子', -1],
    ]).text();
    // The mark of UTF-8 is eaten by the reader.
    expect(text).toBe('氏名,人数\r\n"\'=HYPERLINK(""x"")",3\r\n"汐見, 春子",-1\r\n');
  });
});

test.each([
  ['light', LIGHT_COLORS],
  ['dark', DARK_COLORS],
])('roads and routes are drawn by a valid style: %s', (_name, colors) => {
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const;
  const errors = validateStyleMin({
    version: 8,
    sources: {
      roads: { type: 'vector', url: 'http://127.0.0.1/roads.json' },
      routes: empty,
      'route-marks': empty,
    },
    layers: [
      ...roadLayers(colors, { ids: ['way/1/0'], phenomena: [...PHENOMENA] }),
      ...routeLayers(colors),
      ...routeLabelLayers(colors),
      ...routeMarkLayers(colors),
    ],
  });
  // MapLibre 6 draws text with the fonts of the page.
  const needsGlyphs = 'use of "text-field" requires a style "glyphs" property';
  expect(errors.filter(({ message }) => !message.endsWith(needsGlyphs))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { DrillRoutes, DrillTour } from '#contract/drill-routes';
import { wayFeatures, wayMarks } from '../../web/features/drills/map/way-features.ts';
import { fieldOfPath } from '../../web/features/drills/publish/field-of-path.ts';
import { delaysOf, ridesOf } from '../../web/features/drills/routes/rides.ts';
import { waysOf } from '../../web/features/drills/routes/way-rows.ts';

const at = (lng: number): [number, number] => [lng, 31];
const walk = (from: number, to: number) => ({
  line: [at(from), at(to)],
  ...{ lengthMeters: 10, durationSeconds: 8 },
});
const way = (from: number, to: number) => ({
  line: [at(from), at(to)],
  ...{ lengthMeters: 1000, durationSeconds: 600, sharedWithPlanMeters: 700 },
  exposure: { redMeters: 30 },
  unknown: [{ lengthMeters: 40 }, { lengthMeters: 2 }],
  profile: { zones: [{ zoneClass: 'red', fromPoint: 0, toPoint: 1 }] },
  ...{ walkToRoad: walk(from - 1, from), walkFromRoad: walk(to, to + 1) },
});
const plan = {
  line: [at(0), at(9)],
  ...{ lengthMeters: 900, durationSeconds: 700, redMeters: 0, anyMeters: 0, unknownMeters: 5 },
};
const route = { personId: 'p1', from: at(0), to: at(9), ways: [way(1, 8), way(2, 7)], plan };
const routes = { routes: [route] } as unknown as DrillRoutes;
const leg = {
  line: [at(3), at(3.5), at(4)],
  zones: [{ zoneClass: 'red', fromPoint: 1, toPoint: 2 }],
};
const tour = {
  vehicles: [
    {
      vehicleId: 'v1',
      stops: [
        { label: '施設', position: at(3), leg: null },
        { label: '迎え', position: null, leg: null },
        { label: '施設', position: at(4), leg },
      ],
    },
  ],
} as unknown as DrillTour;

describe('ways of a drill', () => {
  test('are told from door to door, with the plan beside them', () => {
    const [drill, variant, planned] = waysOf(route as never);
    expect(drill).toMatchObject({
      ...{ kind: 'drill', lengthMeters: 1020, durationSeconds: 616 },
      ...{ redMeters: 30, unknownMeters: 42, sharedMeters: 700 },
    });
    expect(drill?.line).toEqual([at(0), at(1), at(8), at(9)]);
    expect(variant).toMatchObject({ kind: 'variant', number: 1 });
    expect(planned).toMatchObject({ kind: 'plan', lengthMeters: 900, sharedMeters: null });
    expect(waysOf({ ...route, plan: null } as never)).toHaveLength(2);
  });
  test('are drawn pale until one is picked, which then lies above with its variants and the plan', () => {
    const kindsOf = (picked: string | null) =>
      wayFeatures(tour, routes, picked, String).features.map(({ properties }) => properties?.kind);
    expect(kindsOf(null)).toEqual(['alternative', 'alternative']);
    expect(kindsOf('p1')).toEqual([
      ...['alternative', 'alternative', 'walk'],
      ...['outside', 'red', 'outside', 'direction', 'label'],
    ]);
    expect(kindsOf('v1')).toEqual(['alternative', 'outside', 'red', 'direction', 'label']);
  });
  test('say in words what is red of them, and where it lies', () => {
    const { features } = wayFeatures(tour, undefined, 'v1', (zone, meters) =>
      [zone, Math.round(meters / 1000)].join(' '),
    );
    const label = features.find(({ properties }) => properties?.kind === 'label');
    expect(label?.properties?.label).toBe('red 48');
    const red = features.find(({ properties }) => properties?.kind === 'red');
    expect(red?.geometry.coordinates).toEqual([at(3.5), at(4)]);
  });
  test('have marks for the stops that may be seen, by their number', () => {
    expect(wayMarks(tour, routes, 'v1').map(({ mark }) => mark)).toEqual(['1', '3']);
    expect(wayMarks(tour, routes, 'p1').map(({ mark }) => mark)).toEqual(['A', 'B']);
    expect(wayMarks(tour, routes, null)).toEqual([]);
  });
});

test('a name in a text leads to where that text is written', () => {
  expect(fieldOfPath('findings.0.text')).toEqual({ tab: 'after' });
  expect(fieldOfPath('scenario.injects.1.text')).toEqual({ tab: 'plan', part: 'scenario' });
  expect(fieldOfPath('phases.0.steps.2.label.ja')).toEqual({ tab: 'plan', part: 'steps' });
  expect(fieldOfPath('title')).toEqual({ tab: 'plan', part: 'basics' });
});

describe('a tour', () => {
  const stop = (label: string, arrivalMinute: number, more: object = {}) => ({
    ...{ label, arrivalMinute, departureMinute: arrivalMinute + 2, pickedUp: [], droppedOff: [] },
    ...{ laterBySeconds: 0, delayedBy: [] },
    ...more,
  });
  const road = { source: 'osm', id: '1', name: '本通り', middle: at(3) };
  const vehicles = [
    {
      ...{ vehicleId: 'v1', label: '1号' },
      stops: [
        stop('施設', 0),
        stop('甲', 10, { pickedUp: ['a'], laterBySeconds: 40, delayedBy: [road] }),
        stop('乙', 30, { pickedUp: ['b'], laterBySeconds: 300, delayedBy: [road] }),
        stop('施設', 50, { droppedOff: ['b', 'a'], laterBySeconds: 12 }),
      ],
    },
    {
      ...{ vehicleId: 'v2', label: '2号' },
      stops: [
        stop('施設', 0),
        stop('丙', 5, { laterBySeconds: null, delayedBy: [road] }),
        // Not shown to the reader: no closure is to blame.
        stop('丁', 9, { laterBySeconds: null }),
      ],
    },
  ] as unknown as DrillTour['vehicles'];
  test('has everybody on board from when it leaves with them, the longest first', () => {
    expect(ridesOf(vehicles[0]!)).toEqual([
      { personId: 'a', onMinute: 12, offMinute: 50 },
      { personId: 'b', onMinute: 32, offMinute: 50 },
    ]);
  });
  test('is late where a closure makes it so, the longest first, and by which road', () => {
    expect(delaysOf(vehicles).map(({ to, seconds }) => [to, seconds])).toEqual([
      ['丙', null],
      ['乙', 300],
      ['甲', 40],
    ]);
    expect(delaysOf(vehicles)[1]).toMatchObject({ from: '甲', roads: [{ name: '本通り' }] });
  });
});

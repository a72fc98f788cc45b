import { describe, expect, it } from 'vitest';
import type { Position } from '#domain/geo/position';
import type { Road, RoadNetwork } from '#domain/road/road';
import { QUICKEST } from '#domain/routing/cost/policy';
import { setClosed } from '#domain/routing/cost/route-metric';
import { checkFireReach } from '#domain/routing/fire/check-fire-reach';
import {
  answerFor,
  type FireQuestion,
  type FireRow,
  shownReach,
  walkMetersOf,
} from '#domain/routing/fire/fire-reach';
import { listStops } from '#domain/routing/fire/list-stops';
import { listToWalk } from '#domain/routing/fire/list-to-walk';
import { PUMPER } from '#domain/routing/profiles/vehicles';
import { WALKING_ELDERLY } from '#domain/routing/profiles/walking';
import type { Router } from '#domain/routing/router';
import { textAt } from '#domain/text/packed-texts';
import { at } from '../hazard/support/zones.ts';
import { cellAt, OPEN_TO_ALL, readRoads } from './support/drawing.ts';
import { roadNumber, routerOf } from './support/routers.ts';

/** A class of GSI's: the pumper's 4 m lie within. */
const STRADDLING: Partial<Road> = { width: { leastMeters: 3, mostMeters: 5.5, from: 'gsi-class' } };
const NARROW: Partial<Road> = { width: { leastMeters: 2, mostMeters: 2, from: 'osm-width' } };

/**
 * The station stands at A. CD may be wide enough, EF is known to be too narrow, and behind it G lies. The
 * steps from C to H are for people on foot.
 */
const VALLEY = readRoads(
  `
    A-----B-----C-----D
          |     |
          |     |
          E     H
          |
          |
          F-----G
  `,
  {
    CD: STRADDLING,
    EF: NARROW,
    CH: { kind: 'steps', stepCount: 20 },
  },
);
const STATION = cellAt(0, 0);
const D = cellAt(18, 0);
const H = cellAt(12, 3);
const G = cellAt(12, 6);
const NEAR_C = cellAt(10, 0);

function check(
  network: RoadNetwork,
  question: Partial<FireQuestion>,
  closed: readonly string[] = [],
) {
  const vehicle = routerOf(network, { profile: PUMPER, policy: QUICKEST });
  const walker = routerOf(network, { profile: WALKING_ELDERLY, policy: QUICKEST });
  for (const id of closed)
    for (const { metric } of [vehicle, walker]) setClosed(metric, roadNumber(metric, id), true);
  const usual = { stations: [STATION], places: [], hydrants: [], hoseMeters: 60, offRoadMeters: 5 };
  const found = checkFireReach(vehicle, walker, { ...usual, ...question });
  if (found === null) throw new Error('stopped');
  const only = found.rows[0];
  return { vehicle, found, only, shown: only === undefined ? null : shownReach(only) };
}
const idsOf = ({ metric }: Router, roads: readonly number[] = []) =>
  roads.map((road) => textAt(metric.table.roadIds, road));

describe('a vehicle from its station', () => {
  it('is at the place by roads that are known to pass', () => {
    const { only, shown } = check(VALLEY, { places: [NEAR_C] });
    expect(only).toMatchObject({ answer: 'reached', isFarFromRoads: false });
    expect(shown).toMatchObject({ station: 0, unknownRoads: [], stoppedAtRoad: null });
    expect(shown?.driveMeters).toBeCloseTo(100, 3);
    expect(shown?.seconds).toBeCloseTo(100 / (20 / 3.6), 1);
    expect(walkMetersOf(shown!)).toBeCloseTo(0, 3);
  });

  it('is there only if a road of a straddling class turns out to pass, and both are told', () => {
    const { vehicle, only, shown } = check(VALLEY, { places: [D] });
    expect(only?.answer).toBe('check-on-site');
    expect(idsOf(vehicle, shown?.unknownRoads)).toEqual(['CD']);
    expect(only?.possible?.walkRoadMeters).toBe(0);
    expect(only?.known?.unknownRoads).toEqual([]);
    expect(only?.known?.walkRoadMeters).toBeCloseTo(60, 3);
    expect(only?.known?.lastPoint.position[0]).toBeCloseTo(cellAt(12, 0)[0], 9);
  });

  it('stops before what is too narrow; the rest is on foot, with the road that stops it', () => {
    const { vehicle, only, shown } = check(VALLEY, { places: [G] });
    expect(only?.answer).toBe('on-foot');
    expect(shown?.walkRoadMeters).toBeCloseTo(30 + 60, 3);
    expect(shown?.lastPoint.position[1]).toBeCloseTo(cellAt(6, 3)[1], 9);
    expect(idsOf(vehicle, [shown?.stoppedAtRoad ?? -1])).toEqual(['EF']);
  });

  it('stops at the foot of steps, and names nothing unknown where the way on foot is known', () => {
    const { only, shown } = check(VALLEY, { places: [H] });
    expect(only?.answer).toBe('on-foot');
    expect(shown?.walkRoadMeters).toBeCloseTo(30, 3);
    expect(shown?.unknownWalkRoads).toEqual([]);
  });

  it('comes across a yard where that is nearer than any road to the place', () => {
    // 8 m beside BC, and nearer still to steps that lead nowhere near.
    const place = at(110, -8);
    expect(
      check(VALLEY, { places: [place], offRoadMeters: 7 }).shown?.walkOffRoadMeters,
    ).toBeCloseTo(8);
    const beside = at(117, -25);
    const far = check(VALLEY, { places: [beside], offRoadMeters: 20 }).shown;
    expect(far).toMatchObject({ walkRoadMeters: expect.closeTo(25, 3) });
    const near = check(VALLEY, { places: [beside], offRoadMeters: 26 }).shown;
    expect(near).toMatchObject({ walkRoadMeters: 0, walkOffRoadMeters: expect.closeTo(25, 3) });
  });

  it('is not told as there where nobody knows what lies between the road and the place', () => {
    const { only } = check(VALLEY, { places: [at(90, 300)] });
    expect(only).toMatchObject({ answer: 'check-on-site', isFarFromRoads: true });
    expect(only?.known?.walkOffRoadMeters).toBeCloseTo(300, 1);
  });

  it('does not come at all over a closed road, or where there is no road or no station', () => {
    const cut = check(VALLEY, { places: [D] }, ['AB']);
    expect(cut.only).toMatchObject({ answer: 'unreached', possible: null, known: null });
    expect(check(VALLEY, { places: [at(0, 5000)] }).only?.answer).toBe('unreached');
    const nowhere = check(VALLEY, { places: [D], stations: [at(0, 5000)] });
    expect(nowhere.only?.answer).toBe('unreached');
    expect(nowhere.found.stationsOffRoads).toEqual([0]);
    expect(check(VALLEY, { places: [D], stations: [] }).only?.answer).toBe('unreached');
  });

  it('comes from the station that is there first, by its number in the question', () => {
    const stations = [at(0, 5000), STATION, cellAt(6, 1)];
    const { shown } = check(VALLEY, { places: [NEAR_C], stations });
    expect(shown).toMatchObject({ station: 2, driveMeters: expect.closeTo(50, 3) });
  });

  it('prefers a known way to one that nobody has looked at, where both lead there', () => {
    const ring = readRoads(
      `
        A---B---C
        |       |
        D-------E
      `,
      { BC: STRADDLING },
    );
    const { only, shown, vehicle } = check(ring, { places: [cellAt(8, 0)] });
    expect(only?.answer).toBe('reached');
    expect(shown?.driveMeters).toBeCloseTo(20 + 80 + 20, 3);
    expect(idsOf(vehicle, only?.possible?.unknownRoads)).toEqual(['BC']);
    expect(only).toBeDefined();
    expect(listToWalk([only!].map((row) => ({ row, answer: row.answer })))).toEqual([]);
  });

  it('obeys one-way streets, and one gets off where it may not go on', () => {
    const oneWay = readRoads('A---B-<-C');
    const { only, shown } = check(oneWay, { places: [cellAt(6, 0)] });
    expect(only?.answer).toBe('on-foot');
    expect(shown?.walkRoadMeters).toBeCloseTo(20, 3);
  });

  it('is not walked towards through a fence', () => {
    const fenced: RoadNetwork = {
      ...readRoads('A---B---C---D', { BC: NARROW, CD: NARROW }),
      barriers: [
        { junction: 'B', kind: 'fence', access: { ...OPEN_TO_ALL, foot: 'no', wheelchair: 'no' } },
      ],
    };
    expect(check(fenced, { places: [cellAt(2, 0)] }).only?.answer).toBe('reached');
    expect(check(fenced, { places: [cellAt(7, 0)], offRoadMeters: 0 }).only?.answer).toBe(
      'unreached',
    );
  });
});

describe('hydrants', () => {
  const hydrantFor = (
    places: readonly Position[],
    hydrants: readonly Position[],
    hoseMeters = 60,
  ) => check(VALLEY, { places, hydrants, hoseMeters }).shown?.hydrant;

  it('are within reach by the metres along the roads, not as the crow flies', () => {
    const nearB = cellAt(5, 0);
    expect(hydrantFor([NEAR_C], [nearB])).toEqual({
      state: 'within',
      hydrant: 0,
      meters: expect.closeTo(50, 3),
    });
    expect(hydrantFor([NEAR_C], [nearB], 49)).toEqual({ state: 'none-within' });
    // Round the corner at B: 20 m to it and 20 m on; straight it were 28.
    expect(hydrantFor([cellAt(6, 2)], [cellAt(8, 0)], 39)).toEqual({ state: 'none-within' });
    expect(hydrantFor([cellAt(6, 2)], [cellAt(8, 0)], 41)).toMatchObject({ state: 'within' });
  });

  it('are measured from the last point, with the metres from the hydrant to its road', () => {
    // The vehicle stops at E, 30 m below B; the hydrant stands 10 m beside B.
    const besideB = at(60, 10);
    const found = hydrantFor([G], [besideB], 200);
    expect(found).toMatchObject({ state: 'within', meters: expect.closeTo(40, 3) });
  });

  it('that nobody has recorded are not none', () => {
    expect(hydrantFor([NEAR_C], [])).toEqual({ state: 'not-recorded' });
    const { found, shown } = check(VALLEY, { places: [NEAR_C], hydrants: [at(0, 900), STATION] });
    expect(found.hydrantsOffRoads).toEqual([0]);
    expect(shown?.hydrant).toEqual({ state: 'none-within' });
  });
});

const answered = (rows: readonly FireRow[], isPlaceExact?: readonly boolean[]) =>
  rows.map((row, place) => ({ row, answer: answerFor(row, isPlaceExact?.[place] ?? true) }));

describe('what to look at on site', () => {
  it('is ranked by the people behind, and says where one look decides', () => {
    const chain = readRoads('A---B---C---D', { BC: STRADDLING, CD: STRADDLING });
    const places = [cellAt(7, 0), cellAt(11, 0), cellAt(12, 0), cellAt(2, 0)];
    const { found, vehicle } = check(chain, { places });
    const { metric } = vehicle;
    expect(listToWalk(answered(found.rows))).toEqual([
      { road: roadNumber(metric, 'BC'), people: 3, decidedAlone: 1, others: 0 },
      { road: roadNumber(metric, 'CD'), people: 2, decidedAlone: 0, others: 0 },
    ]);
  });

  it('counts those alone who are answered so, and tells the others on their own', () => {
    const chain = readRoads('A---B---C---D---E', { BC: STRADDLING, CD: STRADDLING, DE: NARROW });
    // The last one lives by the road that is too narrow; of the first no exact place is known.
    const places = [cellAt(7, 0), cellAt(11, 0), cellAt(12, 0), cellAt(15, 0)];
    const { found, vehicle } = check(chain, { places });
    const people = answered(found.rows, [false, true, true, true]);
    const answers = people.map(({ answer }) => answer);
    expect(answers).toEqual(['undetermined', 'check-on-site', 'check-on-site', 'on-foot']);
    const { metric } = vehicle;
    expect(listToWalk(people)).toEqual([
      { road: roadNumber(metric, 'BC'), people: 2, decidedAlone: 0, others: 2 },
      { road: roadNumber(metric, 'CD'), people: 2, decidedAlone: 0, others: 1 },
    ]);
  });

  it('is told of everybody who is answered so, however little nearer it brings the vehicle', () => {
    const chain = readRoads('A---B---C', { BC: STRADDLING });
    // Half a metre into the road that nobody has looked at.
    const { found, vehicle, only, shown } = check(chain, { places: [at(40.5, 0)] });
    expect(only?.answer).toBe('check-on-site');
    expect(idsOf(vehicle, shown?.unknownRoads ?? [])).toEqual(['BC']);
    expect(listToWalk(answered(found.rows))).toMatchObject([{ people: 1, decidedAlone: 1 }]);
  });

  it('is beside what stops the vehicle, by the people behind', () => {
    const chain = readRoads('A---B---C---D', { CD: NARROW });
    const places = [cellAt(10, 0), cellAt(12, 0), cellAt(11, 0), cellAt(2, 0)];
    const { found, vehicle } = check(chain, { places });
    const people = answered(found.rows, [true, true, false, true]);
    expect(listStops(people)).toEqual([
      { road: roadNumber(vehicle.metric, 'CD'), people: 2, others: 1 },
    ]);
  });

  it('can be stopped', () => {
    const router = routerOf(VALLEY, { profile: PUMPER });
    const question = {
      stations: [STATION],
      places: [D],
      hydrants: [],
      hoseMeters: 1,
      offRoadMeters: 1,
    };
    expect(checkFireReach(router, router, question, { mostSettled: 0 })).toBeNull();
  });
});

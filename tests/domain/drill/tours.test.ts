import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDropOff, orderOf } from '#domain/drill/tours/orders';
import { planTours } from '#domain/drill/tours/plan-tours';
import { searchTours } from '#domain/drill/tours/search';
import { ordersOf } from '#domain/drill/tours/solution';
import type { TourPlan, TourRequest } from '#domain/drill/tours/tour-request';
import { totalCost } from './tour-cost.ts';
import { bestOfAll, walk, withOrder } from './tour-oracle.ts';
import { person, planeMatrix, randomRequest, tinyProblem, vehicle } from './tour-support.ts';

const SHORT = { seed: 1, iterations: 300 };
const LINE = {
  // 0 vehicle, 1 shelter, 2 and 3 homes, 100 s from one to the next, and a little less from 0 to 3.
  seconds: {
    size: 4,
    values: Float64Array.from([
      0, 100, 200, 290, 100, 0, 100, 200, 200, 100, 0, 100, 300, 200, 100, 0,
    ]),
  },
  redMeters: null,
  secondsPerRedMeter: 0,
};
const plan = (people: TourRequest['people'], vehicles: TourRequest['vehicles']) =>
  planTours({ people, vehicles, ...LINE }, SHORT);
const codes = ({ unserved }: TourPlan) =>
  Object.fromEntries(unserved.map(({ personId, reason }) => [personId, reason.code]));

describe('joint tours', () => {
  it('takes two on one way, and says when and where they get on and off', () => {
    const { tours, unserved, driveSeconds, redMeters, lastArrivalSeconds } = plan(
      [person('a', { pickUpPlace: 3 }), person('b', { companions: 1 })],
      [vehicle('car', { fromSeconds: 1000 })],
    );
    expect(unserved).toEqual([]);
    expect(
      tours[0]!.stops.map(({ place, pickedUp, droppedOff }) => [
        place,
        [...pickedUp].sort(),
        [...droppedOff].sort(),
      ]),
    ).toEqual([
      [3, ['a'], []],
      [2, ['b'], []],
      [1, [], ['a', 'b']],
    ]);
    expect(tours[0]!.stops[1]).toMatchObject({
      arrivalSeconds: 1450,
      departureSeconds: 1510,
      seatsTaken: 3,
    });
    expect([driveSeconds, redMeters, lastArrivalSeconds]).toEqual([490, null, 1610]);
  });

  it('says why a vehicle is not used: not needed, or who may not ride in it and why', () => {
    const unused = (...[people, vehicles]: Parameters<typeof plan>) =>
      plan(people, vehicles).tours.map((tour) => tour.unused?.code ?? null);
    const two = [vehicle('near', { startPlace: 3 }), vehicle('spare', { startPlace: 0 })];
    const both = [person('a', { pickUpPlace: 3 }), person('b')];
    expect(unused(both, two)).toEqual([null, 'tour-vehicle.not-needed']);
    expect(unused([person('x', { pickUpPlace: null })], two)).toEqual([
      'tour-vehicle.nobody',
      'tour-vehicle.nobody',
    ]);
    const seated = vehicle('car', { wheelchairPlaces: 0 });
    const [, car] = plan(
      [person('a', { needsWheelchairPlace: true }), person('b', { companions: 9 })],
      [vehicle('van'), seated],
    ).tours;
    expect(car?.unused?.code).toBe('tour-vehicle.takes-nobody');
    expect(car?.unused?.ja).toContain('1 人: 車いすのまま');
    expect(car?.unused?.ja).toContain('1 人: 本人と付き添いで座席が 10 席');
  });

  it('goes to the shelter again where the vehicle is too small for all at once', () => {
    const { tours, unserved } = plan(
      [person('a'), person('b', { pickUpPlace: 3 })],
      [vehicle('small', { seats: 1 })],
    );
    expect(unserved).toEqual([]);
    expect(tours[0]!.stops.filter(({ place }) => place === 1)).toHaveLength(2);
  });

  it('goes round a red zone where that costs less than what its metres are told to', () => {
    const seconds = LINE.seconds;
    const red = new Float64Array(16);
    red[0 * 4 + 3] = 500;
    const people = [person('a', { pickUpPlace: 3 }), person('b')];
    const first = (secondsPerRedMeter: number) =>
      planTours(
        {
          people,
          vehicles: [vehicle('car')],
          seconds,
          redMeters: { size: 4, values: red },
          secondsPerRedMeter,
        },
        SHORT,
      ).tours[0]!;
    expect(first(0).redMeters).toBe(500);
    expect([first(1).redMeters, first(1).driveSeconds]).toEqual([0, 500]);
  });

  it('lists who is not brought, and why', () => {
    const one = [vehicle('car', { seats: 2, wheelchairPlaces: 0, untilSeconds: 5000 })];
    const result = plan(
      [
        person('nowhere', { pickUpPlace: null }),
        person('no-shelter', { shelterPlace: null }),
        person('wheelchair', { needsWheelchairPlace: true }),
        person('family', { companions: 2 }),
        person('late', { latestArrivalSeconds: 300 }),
        person('after', { readySeconds: 4990 }),
      ],
      one,
    );
    expect(codes(result)).toEqual({
      nowhere: 'tour.no-pick-up-place',
      'no-shelter': 'tour.no-shelter',
      wheelchair: 'tour.no-wheelchair-place',
      family: 'tour.vehicle-too-small',
      late: 'tour.too-late',
      after: 'tour.out-of-vehicle-time',
    });
    const late = result.unserved.find(({ personId }) => personId === 'late');
    expect(late!.reason.ja).toContain('1 分後');
    expect(codes(plan([person('a')], []))).toEqual({ a: 'tour.no-vehicle' });
    const both = plan(
      [person('a', { latestArrivalSeconds: 400 }), person('b', { latestArrivalSeconds: 400 })],
      [vehicle('small', { seats: 1 })],
    );
    expect(Object.values(codes(both))).toEqual(['tour.no-room-left']);
  });

  it('says that no way leads there where roads are cut', () => {
    const values = LINE.seconds.values.slice();
    for (const from of [0, 1, 2]) values[from * 4 + 3] = Number.POSITIVE_INFINITY;
    const result = planTours(
      {
        ...LINE,
        seconds: { size: 4, values },
        people: [person('cut', { pickUpPlace: 3 }), person('a')],
        vehicles: [vehicle('car')],
      },
      SHORT,
    );
    expect(codes(result)).toEqual({ cut: 'tour.no-way' });
  });

  it('refuses a place that is not in the matrices', () => {
    expect(() => plan([person('a', { pickUpPlace: 9 })], [vehicle('car')])).toThrow(
      'place 9, expected 0 to 3',
    );
  });

  it('gives the same tours for the same seed, tells how far it is, and ends when told to', () => {
    const request = randomRequest(7, 20, 3);
    expect(planTours(request, SHORT)).toEqual(planTours(request, SHORT));
    const seen: number[] = [];
    const stopped = planTours(request, {
      seed: 1,
      iterations: 1_000_000,
      shouldStop: () => seen.length >= 2,
      onProgress: ({ iteration }) => seen.push(iteration),
    });
    expect(seen.length).toBe(2);
    expect(stopped.tours).toHaveLength(3);
  });
});

describe('every plan of tours', () => {
  it('carries each person once or lists them, within seats, places, windows and latest arrivals', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, people, vehicles) => {
          const request = randomRequest(seed, people, vehicles);
          const result = planTours(request, { seed, iterations: 60 });
          const carried = result.tours.flatMap(({ stops }) =>
            stops.flatMap(({ pickedUp }) => pickedUp),
          );
          const listed = result.unserved.map(({ personId }) => personId);
          expect([...carried, ...listed].sort()).toEqual(request.people.map(({ id }) => id).sort());
          for (const [index, tour] of result.tours.entries()) walk(request, index, tour);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is as good as the best of all possible tours where these are few', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = tinyProblem(seed, 3, 2);
        const { absent, cost } = searchTours(problem, { seed: 1, iterations: 3000 });
        const best = bestOfAll(problem);
        expect(absent.length).toBe(best.absent);
        expect(cost).toBeCloseTo(best.cost, 6);
      }),
      // The oracle is exact and the search is not: the same cases every time.
      { numRuns: 60, seed: 6 },
    );
  });

  it('is made no better by moving one order or turning one part round', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const problem = tinyProblem(seed, 6, 2);
        const { routes, cost } = searchTours(problem, { seed: 1, iterations: 20 });
        const lists = routes.map(({ stops }) => [...stops]);
        for (const [from, route] of routes.entries())
          for (const order of ordersOf(route))
            for (let to = 0; to < lists.length; to += 1) {
              const without = lists.map((stops) => stops.filter((stop) => orderOf(stop) !== order));
              for (const stops of withOrder(problem, without[to]!, order)) {
                const moved = without.with(to, stops);
                const total = totalCost(problem, moved);
                expect(total ?? cost, `order ${order} from ${from} to ${to}`).toBeGreaterThan(
                  cost - 1e-6,
                );
              }
            }
        for (const [index, stops] of lists.entries())
          for (let from = 0; from < stops.length; from += 1)
            for (let to = from + 2; to <= stops.length; to += 1) {
              const turned = [
                ...stops.slice(0, from),
                ...stops.slice(from, to).reverse(),
                ...stops.slice(to),
              ];
              const isInOrder = turned.every(
                (stop, at) => !isDropOff(stop) || turned.indexOf(stop - 1) < at,
              );
              if (isInOrder)
                expect(totalCost(problem, lists.with(index, turned)) ?? cost).toBeGreaterThan(
                  cost - 1e-6,
                );
            }
      }),
      { numRuns: 60 },
    );
  });

  it('tells a matrix of the wrong size', () => {
    const request = { ...randomRequest(1, 3, 1), redMeters: planeMatrix(2, () => 0.5) };
    expect(() => planTours(request, SHORT)).toThrow('a matrix of 4 values, expected 49');
  });
});

import { expect } from 'vitest';
import type { TourProblem } from '#domain/drill/tours/orders';
import type { TourPlan, TourRequest } from '#domain/drill/tours/tour-request';
import { totalCost } from './tour-cost.ts';

/** Drives a tour as it is told, by the request alone. */
export function walk(
  { people, vehicles, seconds }: TourRequest,
  index: number,
  tour: TourPlan['tours'][number],
): void {
  const car = vehicles[index]!;
  let place = car.startPlace;
  let now = car.fromSeconds;
  const aboard = new Set<string>();
  for (const stop of tour.stops) {
    now += seconds.values[place * seconds.size + stop.place]!;
    expect(stop.arrivalSeconds).toBeCloseTo(now, 6);
    place = stop.place;
    let earliest = now;
    for (const id of [...stop.pickedUp, ...stop.droppedOff]) {
      const one = people.find((other) => other.id === id)!;
      const isOn = stop.pickedUp.includes(id);
      if (isOn && stop.droppedOff.includes(id)) continue;
      expect(place).toBe(isOn ? one.pickUpPlace : one.shelterPlace);
      expect(aboard.has(id)).toBe(!isOn);
      earliest += isOn ? one.loadingSeconds : one.unloadingSeconds;
      if (isOn) aboard.add(id);
      else aboard.delete(id);
      if (isOn)
        expect(stop.departureSeconds).toBeGreaterThanOrEqual(one.readySeconds + one.loadingSeconds);
      else
        expect(now).toBeLessThanOrEqual(
          (one.latestArrivalSeconds ?? Number.POSITIVE_INFINITY) + 1e-6,
        );
    }
    expect(stop.departureSeconds).toBeGreaterThanOrEqual(earliest - 1e-6);
    now = stop.departureSeconds;
    const riders = people.filter(({ id }) => aboard.has(id));
    const chairs = riders.filter((one) => one.needsWheelchairPlace).length;
    const seats = riders.reduce((sum, one) => sum + 1 + one.companions, 0) - chairs;
    expect([stop.seatsTaken, stop.wheelchairPlacesTaken]).toEqual([seats, chairs]);
    expect(seats).toBeLessThanOrEqual(car.seats);
    expect(chairs).toBeLessThanOrEqual(car.wheelchairPlaces);
  }
  if (tour.stops.length > 0 && car.endPlace !== null)
    now += seconds.values[place * seconds.size + car.endPlace]!;
  expect(aboard.size).toBe(0);
  expect(tour.endSeconds).toBeCloseTo(now, 6);
  expect(now).toBeLessThanOrEqual((car.untilSeconds ?? Number.POSITIVE_INFINITY) + 1e-6);
  expect(now).toBeLessThanOrEqual(
    car.fromSeconds + (car.limitSeconds ?? Number.POSITIVE_INFINITY) + 1e-6,
  );
}

export function* withOrder({ orders }: TourProblem, stops: readonly number[], order: number) {
  for (let on = 0; on <= stops.length; on += 1) {
    const begun = stops.toSpliced(on, 0, 2 * order);
    if (orders[order]!.dropOff === null) yield begun;
    else
      for (let off = on + 1; off <= begun.length; off += 1)
        yield begun.toSpliced(off, 0, 2 * order + 1);
  }
}

export function bestOfAll(problem: TourProblem): { absent: number; cost: number } {
  let best = { absent: problem.orders.length, cost: 0 };
  const add = (order: number, lists: readonly (readonly number[])[], absent: number): void => {
    if (order === problem.orders.length) {
      const cost = totalCost(problem, lists);
      if (cost !== null && (absent < best.absent || (absent === best.absent && cost < best.cost)))
        best = { absent, cost };
      return;
    }
    add(order + 1, lists, absent + 1);
    for (const [carrier, stops] of lists.entries())
      for (const more of withOrder(problem, stops, order))
        add(order + 1, lists.with(carrier, more), absent);
  };
  add(
    0,
    problem.carriers.map(() => []),
    0,
  );
  return best;
}

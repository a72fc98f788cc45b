import type { Problem } from '../../problem.ts';
import { groupBy } from '../group-by.ts';
import { TOUR_FAILURES, UNUSED_VEHICLE } from './tour-failures.ts';
import type { TourRequest, TourVehicle } from './tour-request.ts';
import { whyUnserved } from './why-unserved.ts';

const COULD_BE_BROUGHT = TOUR_FAILURES.noRoomLeft().code;

/** Why a vehicle has no stop: whom it could bring if it were the only one, and what keeps the others out of it. */
export function whyUnused(request: TourRequest, vehicle: TourVehicle): Problem {
  const placed = request.people.filter(
    ({ pickUpPlace, shelterPlace }) => pickUpPlace !== null && shelterPlace !== null,
  );
  if (placed.length === 0) return UNUSED_VEHICLE.nobodyPlaced();
  const alone = { ...request, vehicles: [vehicle] };
  const reasons = placed.map((person) => whyUnserved(alone, person));
  const could = reasons.filter(({ code }) => code === COULD_BE_BROUGHT).length;
  if (could > 0) return UNUSED_VEHICLE.notNeeded(could);
  const byText = groupBy(reasons, ({ ja }) => ja);
  return UNUSED_VEHICLE.takesNobody(
    [...byText.values()].map((same) => ({ count: same.length, why: same[0]! })),
  );
}

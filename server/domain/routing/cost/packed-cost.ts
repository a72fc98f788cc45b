/**
 * A cost is decimetres to avoid, then hundredths of a second, in one double: exposureDm · 2²⁸ + timeCs.
 * Adding and comparing such numbers is adding and comparing the pairs, exactly, as long as a route stays
 * below 2²⁵ dm (3,355 km) inside zones and 2²⁸ cs (31 days) of time.
 */
const TIME_RANGE = 2 ** 28;
const EXPOSURE_RANGE = 2 ** 25;

/**
 * @param exposureDm whole decimetres from 0 to 2²⁵ - 1
 * @param timeCs whole hundredths of a second from 0 to 2²⁸ - 1
 * @throws RangeError beyond these bounds, where sums would no longer be exact
 */
export function packCost(exposureDm: number, timeCs: number): number {
  if (!(exposureDm >= 0 && exposureDm < EXPOSURE_RANGE && Number.isInteger(exposureDm)))
    throw new RangeError(`exposureDm: expected an integer below 2^25, got ${exposureDm}`);
  if (!(timeCs >= 0 && timeCs < TIME_RANGE && Number.isInteger(timeCs)))
    throw new RangeError(`timeCs: expected an integer below 2^28, got ${timeCs}`);
  return exposureDm * TIME_RANGE + timeCs;
}

/** The decimetres of a cost that is not Infinity. */
export function exposureDmOf(cost: number): number {
  return Math.floor(cost / TIME_RANGE);
}

/** The hundredths of a second of a cost that is not Infinity, weights of the policy included. */
export function timeCsOf(cost: number): number {
  return cost % TIME_RANGE;
}

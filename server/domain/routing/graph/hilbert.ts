/** Fifteen bits an axis: cells of 5 m over a prefecture. */
const BITS = 15;
const LAST_CELL = 2 ** BITS - 1;
/** Hilbert value and number together have to be an exact double: 2³⁰ · 2²³ = 2⁵³. */
const NUMBER_RANGE = 2 ** 23;

/**
 * The numbers of some points in the order of a Hilbert curve over their box: neighbours on the ground
 * come near each other, and so do their rows in every array that is laid out by that order.
 *
 * @param coordinates two numbers a point, in any one unit
 * @throws RangeError for more points than 2²³
 */
export function hilbertOrder(coordinates: Float64Array): Uint32Array {
  const count = coordinates.length / 2;
  if (count > NUMBER_RANGE)
    throw new RangeError(`points: expected at most ${NUMBER_RANGE}, got ${count}`);
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let at = 0; at < coordinates.length; at += 2) {
    west = Math.min(west, coordinates[at]!);
    east = Math.max(east, coordinates[at]!);
    south = Math.min(south, coordinates[at + 1]!);
    north = Math.max(north, coordinates[at + 1]!);
  }
  const perCell = Math.max(east - west, north - south) / LAST_CELL || 1;
  const keys = new Float64Array(count);
  for (let point = 0; point < count; point += 1) {
    const x = Math.floor((coordinates[2 * point]! - west) / perCell);
    const y = Math.floor((coordinates[2 * point + 1]! - south) / perCell);
    keys[point] = hilbertValue(x, y) * NUMBER_RANGE + point;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) order[place] = keys[place]! % NUMBER_RANGE;
  return order;
}

/** How far along the curve a cell lies. Source: Lam, Shapiro, Fast algorithms for the Hilbert curve, 1994. */
function hilbertValue(column: number, row: number): number {
  let x = column;
  let y = row;
  let value = 0;
  for (let side = 2 ** (BITS - 1); side >= 1; side >>= 1) {
    const isRight = (x & side) > 0 ? 1 : 0;
    const isTop = (y & side) > 0 ? 1 : 0;
    value += side * side * ((3 * isRight) ^ isTop);
    if (isTop === 0) {
      if (isRight === 1) {
        x = LAST_CELL - x;
        y = LAST_CELL - y;
      }
      [x, y] = [y, x];
    }
  }
  return value;
}

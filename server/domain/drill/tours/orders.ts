/** A stop of an order: where, how long it takes, and between which moments it may begin. */
export interface OrderStop {
  /** Number of its place: row and column of the matrices. */
  readonly place: number;
  readonly serviceSeconds: number;
  readonly readySeconds: number;
  readonly dueSeconds: number;
}

/** What is carried: from a stop to another, or to where the tour ends (`dropOff` null). */
export interface Order {
  readonly pickUp: OrderStop;
  readonly dropOff: OrderStop | null;
  readonly seats: number;
  readonly wheelchairPlaces: number;
}

export interface Carrier {
  readonly startPlace: number;
  /** null: the tour ends at its last stop. */
  readonly endPlace: number | null;
  readonly seats: number;
  readonly wheelchairPlaces: number;
  readonly fromSeconds: number;
  /** When the last stop, and the way to `endPlace`, have to be over. */
  readonly untilSeconds: number;
}

/** Square, by number of place: row = from, column = to. Infinity = no way. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** What the search works on: orders, carriers, how long each way takes and what it costs. */
export interface TourProblem {
  readonly orders: readonly Order[];
  readonly carriers: readonly Carrier[];
  readonly seconds: SquareMatrix;
  readonly costs: SquareMatrix;
}

/**
 * A stop of a tour as one number: twice the number of its order, and one more for its drop-off. So that a
 * route is a list of numbers and the other stop of an order is `stop ^ 1`.
 */
export const pickUpOf = (order: number): number => order * 2;
export const orderOf = (stop: number): number => stop >> 1;
export const isDropOff = (stop: number): boolean => (stop & 1) === 1;

export function stopAt(problem: TourProblem, stop: number): OrderStop {
  const order = problem.orders[orderOf(stop)]!;
  return isDropOff(stop) ? order.dropOff! : order.pickUp;
}

import type { TourProblem } from '#domain/drill/tours/orders';
import { carriersOf, distances, stopOf } from './tour-instance.ts';

/** Li and Lim's layout: vehicles, capacity; then nodes, of which a pick-up names its drop-off in the last column. */
export function readLiLim(text: string): TourProblem {
  const [[count = 0, capacity = 0] = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const nodes = rows.map(([, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0]) => ({
    x,
    y,
    demand,
    ready,
    due,
    service,
  }));
  const matrix = distances(nodes, 'exact');
  return {
    orders: rows.flatMap(([node = 0, , , demand = 0, , , , , dropOff = 0]) =>
      demand <= 0
        ? []
        : [
            {
              pickUp: stopOf(nodes[node]!, node),
              dropOff: stopOf(nodes[dropOff]!, dropOff),
              seats: demand,
              wheelchairPlaces: 0,
            },
          ],
    ),
    carriers: carriersOf(nodes[0]!, { count, capacity }),
    seconds: matrix,
    costs: matrix,
  };
}

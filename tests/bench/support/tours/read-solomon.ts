import { fromDepot } from './tour-instance.ts';

/** Solomon's layout: VEHICLE with number and capacity, CUSTOMER with seven columns, the depot first. */
export function readSolomon(text: string) {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\d[\d\s.]*$/.test(line))
    .map((line) => line.split(/\s+/).map(Number));
  const [[count = 0, capacity = 0] = [], ...customers] = rows;
  const nodes = customers.map(([, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0]) => ({
    x,
    y,
    demand,
    ready,
    due,
    service,
  }));
  return fromDepot(nodes, { count, capacity }, 'exact');
}

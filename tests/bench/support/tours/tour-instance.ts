import type { SquareMatrix, TourProblem } from '#domain/drill/tours/orders';

/** A published instance, as a problem of ours: its stops are places, place 0 is the depot. */
export interface TourInstance {
  readonly name: string;
  readonly problem: TourProblem;
  readonly bestKnown: number;
  readonly bestKnownVehicles: number;
}

export interface InstanceNode {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/** How an instance wants distances: as they are, to the nearest whole number, cut to one decimal. */
export type DistanceRule = 'exact' | 'rounded' | 'one-decimal';

export function distances(nodes: readonly InstanceNode[], rule: DistanceRule): SquareMatrix {
  const size = nodes.length;
  const values = new Float64Array(size * size);
  for (const [row, a] of nodes.entries())
    for (const [column, b] of nodes.entries()) {
      const exact = Math.hypot(a.x - b.x, a.y - b.y);
      values[row * size + column] =
        rule === 'exact'
          ? exact
          : rule === 'rounded'
            ? Math.round(exact)
            : Math.floor(exact * 10 + 1e-9) / 10;
    }
  return { size, values };
}

/** Everybody rides to the end of the tour, which is the depot. */
export function fromDepot(
  nodes: readonly InstanceNode[],
  vehicles: { readonly count: number; readonly capacity: number },
  rule: DistanceRule,
): TourProblem {
  const matrix = distances(nodes, rule);
  return {
    orders: nodes.slice(1).map((node, index) => ({
      pickUp: stopOf(node, index + 1),
      dropOff: null,
      seats: node.demand,
      wheelchairPlaces: 0,
    })),
    carriers: carriersOf(nodes[0]!, vehicles),
    seconds: matrix,
    costs: matrix,
  };
}

export function stopOf({ ready, due, service }: InstanceNode, place: number) {
  return { place, serviceSeconds: service, readySeconds: ready, dueSeconds: due };
}

export function carriersOf(
  depot: InstanceNode,
  { count, capacity }: { readonly count: number; readonly capacity: number },
) {
  return Array.from({ length: count }, () => ({
    startPlace: 0,
    endPlace: 0,
    seats: capacity,
    wheelchairPlaces: 0,
    fromSeconds: depot.ready,
    untilSeconds: depot.due,
  }));
}

/** Who can be given to what at what cost: the arcs of person p are those from firstArcs[p] to firstArcs[p + 1]. */
export interface AssignmentArcs {
  readonly personCount: number;
  readonly firstArcs: Int32Array;
  /** The option that an arc leads to, from 0. */
  readonly options: Int32Array;
  readonly costs: Float64Array;
  /** How many each option takes; Infinity = not limited. */
  readonly capacities: Float64Array;
  /** What it costs to leave somebody out: more than any arc. */
  readonly unplacedCost: number;
}

/** min cᵀx with rowLower ≤ Ax ≤ rowUpper and 0 ≤ x ≤ 1, by columns. */
export interface LinearModel {
  readonly columnCosts: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * One column an arc and one for each person left out; one row a person (exactly one) and one an option (its
 * capacity). Every coefficient is 1. Matrices of this kind are totally unimodular (Hoffman, Kruskal 1956):
 * the corners that a simplex method ends in are whole numbers.
 */
export function linearModelOf(arcs: AssignmentArcs): LinearModel {
  const { personCount, firstArcs, options, costs, capacities, unplacedCost } = arcs;
  const arcCount = options.length;
  const columnCosts = new Float64Array(arcCount + personCount);
  const starts = new Int32Array(arcCount + personCount + 1);
  const rows = new Int32Array(2 * arcCount + personCount);
  let column = 0;
  let entry = 0;
  for (let person = 0; person < personCount; person += 1) {
    for (let arc = firstArcs[person]!; arc < firstArcs[person + 1]!; arc += 1) {
      columnCosts[column] = costs[arc]!;
      starts[column] = entry;
      rows[entry] = person;
      rows[entry + 1] = personCount + options[arc]!;
      entry += 2;
      column += 1;
    }
    columnCosts[column] = unplacedCost;
    starts[column] = entry;
    rows[entry] = person;
    entry += 1;
    column += 1;
  }
  starts[column] = entry;
  const rowLower = new Float64Array(personCount + capacities.length).fill(1);
  const rowUpper = new Float64Array(personCount + capacities.length).fill(1);
  for (const [option, capacity] of capacities.entries()) {
    rowLower[personCount + option] = -Infinity;
    rowUpper[personCount + option] = Math.max(0, Math.floor(capacity));
  }
  return { columnCosts, rowLower, rowUpper, starts, rows };
}

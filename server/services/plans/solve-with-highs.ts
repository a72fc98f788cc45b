import highsModule from 'highs';
import type { LinearSolution, SolveLinear } from '#domain/plan/assignment/solve';

// Its types are read as CommonJS, where the loader is a property; what is loaded is the ES module.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** The same every time: ties are broken by it alone. */
const SEED = 1;
/** Longer than this nobody waits; a city of 6,000 takes two seconds. */
const MOST_SECONDS = 60;

/**
 * HiGHS in WebAssembly, which works on the calling thread until it is done: for threads of their own.
 * Without presolve the simplex method takes 1.4 s for 6,000 people with 16 choices each, with it 4.7 s.
 */
export async function highsSolver(): Promise<SolveLinear> {
  const highs = await loadHighs();
  const { modelStatus, variableType } = highs.constants;
  return ({ columnCosts, rowLower, rowUpper, starts, rows }, isWhole): LinearSolution => {
    const numCols = columnCosts.length;
    const numRows = rowLower.length;
    const data = {
      numCols,
      numRows,
      colCost: columnCosts,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: rowLower.map((bound) => (bound === -Infinity ? -highs.infinity : bound)),
      rowUpper: rowUpper.map((bound) => (bound === Infinity ? highs.infinity : bound)),
      matrix: {
        ...{ format: 'csc' as const, numRows, numCols, starts, indices: rows },
        values: new Float64Array(rows.length).fill(1),
      },
      ...(isWhole && { integrality: new Int32Array(numCols).fill(variableType.integer) }),
    };
    return highs.withModel(data, (model): LinearSolution => {
      const solver = isWhole ? {} : { solver: 'simplex', presolve: 'off' };
      model.options.set({
        ...{ output_flag: false, random_seed: SEED, time_limit: MOST_SECONDS, ...solver },
      });
      model.run();
      const status = model.getModelStatus();
      if (status !== modelStatus.optimal) return { isOptimal: false, status: nameOf(status) };
      return { isOptimal: true, values: Float64Array.from(model.getSolution().colValue) };
    });
  };

  function nameOf(status: number): string {
    const known = Object.entries(modelStatus).find(([, value]) => value === status);
    return known?.[0] ?? `status ${status}`;
  }
}

/** Areas of one class look alike and carry its number, so that colour is not needed. */
export interface FigureClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const MOST_CLASSES = 5;

/**
 * Classes of values by natural breaks (Fisher and Jenks: the least sum of squared deviations within classes), lowest
 * first. Equal values are never parted; fewer different values make fewer classes.
 */
export function classesOf(values: readonly number[], most = MOST_CLASSES): readonly FigureClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const size = Math.min(most, distinct.length);
  if (size === 0) return [];
  const weights = distinct.map((value) => sorted.filter((one) => one === value).length);
  const spread = (from: number, to: number) => {
    let [count, sum, squares] = [0, 0, 0];
    for (let at = from; at <= to; at += 1) {
      const [value = 0, weight = 0] = [distinct[at], weights[at]];
      count += weight;
      sum += weight * value;
      squares += weight * value * value;
    }
    return squares - (sum * sum) / count;
  };
  // best[k][j]: the least deviation of the first j + 1 values in k + 1 classes, and where the last one begins.
  const best = distinct.map((_, to) => ({ deviation: spread(0, to), starts: [0] }));
  let row = best;
  for (let classes = 2; classes <= size; classes += 1) {
    const former = row;
    row = distinct.map((_, to) => {
      let found = { deviation: Number.POSITIVE_INFINITY, starts: [0] };
      for (let from = classes - 1; from <= to; from += 1) {
        const before = former[from - 1];
        if (before === undefined) continue;
        const deviation = before.deviation + spread(from, to);
        if (deviation < found.deviation) found = { deviation, starts: [...before.starts, from] };
      }
      return found;
    });
  }
  const starts = row.at(-1)?.starts ?? [0];
  return starts.map((from, at) => {
    const to = (starts[at + 1] ?? distinct.length) - 1;
    return {
      ...{ from: distinct[from] ?? 0, to: distinct[to] ?? 0 },
      count: weights.slice(from, to + 1).reduce((sum, weight) => sum + weight, 0),
    };
  });
}

/** Number of the class of a value, from 1; null where it lies in none. */
export function classOf(value: number, classes: readonly FigureClass[]): number | null {
  const at = classes.findIndex(({ from, to }) => value >= from && value <= to);
  return at < 0 ? null : at + 1;
}

import { isSame } from './same.ts';

/**
 * The order of a list after two edits: of the rows that were there before, as whoever moved them put them;
 * new rows after the row that they were put behind. Both edits count alike: which of them came first does
 * not matter. `collides` where both moved rows, differently: then theirs.
 */
export function mergeOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): { readonly keys: readonly string[]; readonly collides: boolean } {
  const known = new Set(base);
  const all = new Set([...theirs, ...mine]);
  const isKept = (key: string) => known.has(key) && all.has(key);
  const kept = {
    base: base.filter(isKept),
    theirs: theirs.filter(isKept),
    mine: mine.filter(isKept),
  };
  // A row that one of them took away and that stays (for it collides) says nothing of their order.
  const both = (list: readonly string[]) =>
    list.filter((key) => theirs.includes(key) && mine.includes(key));
  const hasMoved = (list: readonly string[]) => !isSame(both(list), both(kept.base));
  const collides =
    hasMoved(kept.theirs) && hasMoved(kept.mine) && !isSame(both(kept.theirs), both(kept.mine));
  const order = hasMoved(kept.theirs) ? kept.theirs : hasMoved(kept.mine) ? kept.mine : kept.base;
  const rest = kept.base.filter((key) => !order.includes(key));
  return { keys: withAdded([...order, ...rest], theirs, mine), collides };
}

/** Inserts the new rows of both, each run of them behind the row that it stands behind in its own list. */
function withAdded(
  order: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): string[] {
  const runs = [...runsOf(theirs, order), ...runsOf(mine, order)];
  const placed = new Set(order);
  const at = (anchor: number) =>
    runs
      .filter((run) => run.anchor === anchor)
      .sort((a, b) => (a.keys.join('\n') < b.keys.join('\n') ? -1 : 1))
      .flatMap(({ keys }) =>
        keys.filter((key) => {
          const isNew = !placed.has(key);
          placed.add(key);
          return isNew;
        }),
      );
  const first = at(-1);
  return [...first, ...order.flatMap((key, index) => [key, ...at(index)])];
}

function runsOf(list: readonly string[], order: readonly string[]) {
  const runs: { readonly anchor: number; readonly keys: string[] }[] = [];
  let anchor = -1;
  for (const key of list) {
    const place = order.indexOf(key);
    if (place !== -1) {
      anchor = place;
      continue;
    }
    const last = runs.at(-1);
    if (last?.anchor === anchor) last.keys.push(key);
    else runs.push({ anchor, keys: [key] });
  }
  return runs;
}

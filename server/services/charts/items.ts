import type { ChartItemsOnWire } from '#contract/chart';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { DEFAULT_ITEMS } from '#domain/chart/default-items';
import { type ChartItem, problemIn } from '#domain/chart/items';
import { failure, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { listItemVersions, storeItems } from '../../db/queries/charts/items.ts';

const MOST_FORMER = 10;

/** Items in force, with the version of the list. */
export async function itemsInForce(
  database: Queryable,
  code: string,
): Promise<{ readonly version: number; readonly items: readonly ChartItem[] }> {
  const [newest] = await listItemVersions(database, code, 1);
  return newest ?? { version: 0, items: DEFAULT_ITEMS };
}

/** The list in force and those before it. */
export async function readItems(database: Queryable, code: string): Promise<ChartItemsOnWire> {
  const stored = (await listItemVersions(database, code, MOST_FORMER)).map((one) => ({
    ...{ version: one.version, items: [...one.items] },
    ...{ changedAt: one.changedAt.toISOString(), changedBy: one.changedBy },
  }));
  const ofProgram = {
    ...{ version: 0, items: [...DEFAULT_ITEMS] },
    ...{ changedAt: null, changedBy: null },
  };
  const all = stored.length < MOST_FORMER ? [...stored, ofProgram] : stored;
  const [current = ofProgram, ...former] = all;
  return { ...current, former };
}

/** Takes a list over that holds as a whole; the one before is kept. */
export async function saveItems(
  database: Database,
  actor: Actor,
  code: string,
  { version, items }: { readonly version: number; readonly items: readonly ChartItem[] },
): Promise<Result<ChartItemsOnWire>> {
  const problem = problemIn(items);
  if (problem !== null) return failure(problem);
  return withActor(database, actor, code, async (tx): Promise<Result<ChartItemsOnWire>> => {
    if (!(await storeItems(tx, code, version, items, actor.name)))
      return failure(CHART_PROBLEMS.itemsStale());
    return success(await readItems(tx, code));
  });
}

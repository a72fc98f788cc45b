import type { ChartTrend, FigureOnWire } from '#contract/chart';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { reckoner } from '#domain/chart/items';
import { changesBetween } from '#domain/chart/snapshot';
import { failure, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  listSnapshots,
  selectSnapshotFacts,
  selectTrend,
} from '../../db/queries/charts/snapshots.ts';
import { itemsInForce } from './items.ts';
import { figureOnWire } from './read-charts.ts';
import { WHOLE_CITY } from './snapshots.ts';

/**
 * One item over all months that were kept, as it was reckoned then; where it was not there yet, as it is reckoned now
 * from the facts of then.
 */
export async function readTrend(
  database: Database,
  actor: Actor,
  code: string,
  itemId: string,
): Promise<Result<ChartTrend>> {
  const { items } = await itemsInForce(database, code);
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return failure(CHART_PROBLEMS.noItem());
  const snapshots = await listSnapshots(database, code);
  const kept = await withActor(database, actor, code, async (tx) => {
    const rows = await selectTrend(tx, code, itemId);
    const without = [...new Set(rows.flatMap((row) => (row.figure === null ? [row.month] : [])))];
    const facts = without.length === 0 ? [] : await selectSnapshotFacts(tx, code, without);
    return { rows, facts };
  });
  const figuresOf = reckoner(items);
  const late = new Map(
    kept.facts.map((one) => [
      `${one.month} ${one.district}`,
      figuresOf(one.facts).get(itemId) ?? null,
    ]),
  );
  const places = new Map(snapshots.map(({ month }, place) => [month, place]));
  const series = new Map<string, (FigureOnWire | null)[]>();
  for (const { month, district, figure } of kept.rows) {
    const values = series.get(district) ?? snapshots.map(() => null);
    series.set(district, values);
    const value = figure ?? late.get(`${month} ${district}`) ?? null;
    values[places.get(month) ?? -1] = value === null ? null : figureOnWire(value);
  }
  const city = series.get(WHOLE_CITY) ?? snapshots.map(() => null);
  series.delete(WHOLE_CITY);
  return success({
    item,
    months: snapshots.map(({ month, takenAt, basis }, place) => {
      const before = snapshots[place - 1];
      const changes = before === undefined ? [] : changesBetween(before.basis, basis);
      return {
        ...{ month, takenAt: takenAt.toISOString() },
        changes,
      };
    }),
    series: [...series].map(([name, values]) => ({ name: name === '' ? null : name, values })),
    city,
  });
}

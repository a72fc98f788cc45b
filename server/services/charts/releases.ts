import type { ChartReleases } from '#contract/chart';
import { CHART_PROBLEMS } from '#domain/chart/chart-problems';
import { makeRelease } from '#domain/chart/release';
import type { DistrictFacts } from '#domain/chart/suppress/release-tables';
import { failure, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database, Queryable, Transaction } from '../../db/database.ts';
import {
  insertRelease,
  listReleases,
  lockReleases,
  markRelease,
  selectHiddenParts,
} from '../../db/queries/charts/releases.ts';
import { listSnapshots, selectSnapshotFacts } from '../../db/queries/charts/snapshots.ts';
import { itemsInForce } from './items.ts';
import { WHOLE_CITY } from './snapshots.ts';

export async function readReleases(database: Queryable, code: string): Promise<ChartReleases> {
  const releases = await listReleases(database, code);
  const published = new Set(releases.map(({ month }) => month));
  const months = (await listSnapshots(database, code)).map(({ month }) => month).reverse();
  return {
    open: months.filter((month) => !published.has(month)),
    releases: releases.map(({ publishedAt, ...one }) => ({
      ...one,
      publishedAt: publishedAt.toISOString(),
    })),
  };
}

/**
 * Publishes a month that was kept. What is left out is chosen against every release before it, withdrawn ones as well:
 * whoever has one has it.
 */
export async function publishMonth(
  database: Database,
  actor: Actor,
  code: string,
  month: string,
): Promise<Result<ChartReleases>> {
  const { items } = await itemsInForce(database, code);
  return withActor(database, actor, code, async (tx): Promise<Result<ChartReleases>> => {
    // One at a time: each has to know what the others left out.
    await lockReleases(tx, code);
    const former = await selectHiddenParts(tx, code);
    if (former.some((one) => one.month === month))
      return failure(CHART_PROBLEMS.releasedAlready(month.slice(0, 7)));
    const facts = await factsOf(tx, code, [...former.map((one) => one.month), month]);
    const districts = facts.get(month);
    if (districts === undefined) return failure(CHART_PROBLEMS.noSnapshot(month.slice(0, 7)));
    const before = former.map(({ month: of, hidden }) => ({
      hidden,
      districts: facts.get(of) ?? [],
    }));
    const release = makeRelease(month, items, districts, before);
    if (!(await insertRelease(tx, code, month, actor.name, release)))
      return failure(CHART_PROBLEMS.releasedAlready(month.slice(0, 7)));
    return success(await readReleases(tx, code));
  });
}

/** The facts of each month by district. */
async function factsOf(
  tx: Transaction,
  code: string,
  months: readonly string[],
): Promise<ReadonlyMap<string, DistrictFacts[]>> {
  const facts = new Map<string, DistrictFacts[]>();
  for (const { month, district, facts: known } of await selectSnapshotFacts(tx, code, months)) {
    if (district === WHOLE_CITY) continue;
    facts.set(month, [...(facts.get(month) ?? []), { name: district, facts: known }]);
  }
  return facts;
}

/** No longer offers a release, or offers it again; as it was, so that nothing can be reckoned from the two. */
export async function withdrawRelease(
  database: Database,
  actor: Actor,
  code: string,
  month: string,
  isWithdrawn: boolean,
): Promise<Result<ChartReleases>> {
  return withActor(database, actor, code, async (tx): Promise<Result<ChartReleases>> => {
    if (!(await markRelease(tx, code, month, isWithdrawn)))
      return failure(CHART_PROBLEMS.releaseUnknown());
    return success(await readReleases(tx, code));
  });
}

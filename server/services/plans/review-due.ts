import { SYSTEM, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import type { Topic } from '../../db/entities/municipality.ts';
import type { DataVersions } from '../../db/queries/data-versions.ts';
import { findReviewRun } from '../../db/queries/plan-reviews.ts';
import { lookAtRunningPlans } from '../../db/queries/read/running-plans.ts';
import { versionReader } from '../read/data-versions.ts';

/** What plans are held against. */
export const REVIEWED_TOPICS = [
  ...(['zones', 'shelters', 'shelter-edits', 'roads', 'site-overrides'] as const),
  ...(['roster', 'residents', 'plan-settings'] as const),
] as const satisfies readonly Topic[];

/** A state of the data and the moment; the same one finds the same. */
export interface ReviewedState {
  readonly versions: DataVersions;
  readonly siteMoment: number;
  readonly day: string;
}

/** Null where there is no such municipality. */
export async function readReviewedState(
  database: Database,
  code: string,
  today: string,
): Promise<ReviewedState | null> {
  const municipality = await versionReader(database)(code);
  if (municipality === null) return null;
  const { topics, siteMoment } = municipality;
  const versions = Object.fromEntries(REVIEWED_TOPICS.map((topic) => [topic, topics[topic] ?? 0]));
  return { versions, siteMoment, day: today };
}

/** Whether plans rest on another state of the data than they were last held against. */
export async function isReviewDue(
  database: Database,
  code: string,
  today: string,
): Promise<boolean> {
  const state = await readReviewedState(database, code, today);
  if (state === null) return false;
  return withActor(database, SYSTEM, code, async (tx) => {
    const { isAny, isAnyNew } = await lookAtRunningPlans(tx, code);
    if (!isAny || isAnyNew) return isAny;
    const run = await findReviewRun(tx, code);
    return (
      run === null ||
      run.day !== state.day ||
      run.siteMoment !== state.siteMoment ||
      REVIEWED_TOPICS.some((topic) => run.versions[topic] !== state.versions[topic])
    );
  });
}

import type { Topic } from '../db/entities/municipality.ts';
import type { LatestRun } from '../db/queries/assessments.ts';
import type { DataVersions } from '../db/queries/data-versions.ts';

/** What a check rests on, beside the margin. */
export const CHECKED_TOPICS = [
  'zones',
  'shelters',
  'residents',
] as const satisfies readonly Topic[];
/** What the positions of people who are placed by their address rest on. */
export const PLACED_TOPICS = ['gazetteer', 'roster'] as const satisfies readonly Topic[];
/** What a ranking rests on. */
export const RANKED_TOPICS = [
  'settings',
  'zones',
  'residents',
  'assessment',
  'plan-facts',
] as const satisfies readonly Topic[];

/** Whether two states of the data are the same in all of the topics. */
export function isSame(
  topics: readonly Topic[],
  one: DataVersions | null,
  other: DataVersions,
): boolean {
  return one !== null && topics.every((topic) => one[topic] === other[topic]);
}

/** Whether there is something to be checked. */
export function hasDataToCheck(versions: DataVersions): boolean {
  return CHECKED_TOPICS.some((topic) => versions[topic] !== undefined);
}

/** Whether the check that was made rests on the data and the margin that are in force. */
export function isCheckCurrent(
  run: Pick<LatestRun, 'marginMeters' | 'dataVersions'> | null,
  now: { readonly marginMeters: number; readonly versions: DataVersions },
): boolean {
  return (
    run !== null &&
    run.marginMeters === now.marginMeters &&
    isSame(CHECKED_TOPICS, run.dataVersions, now.versions)
  );
}

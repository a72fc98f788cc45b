import { findLatestRun } from '../db/queries/assessments.ts';
import { readDataVersions } from '../db/queries/data-versions.ts';
import { findDerivation } from '../db/queries/derivations.ts';
import { findMunicipality, listMunicipalityCodes } from '../db/queries/municipalities.ts';
import type { ServiceContext } from './context.ts';
import {
  hasDataToCheck,
  isCheckCurrent,
  isSame,
  PLACED_TOPICS,
  RANKED_TOPICS,
} from './currency.ts';
import { followUp } from './follow-up.ts';
import { isReviewDue } from './plans/review-due.ts';
import { reviewPlans } from './plans/review-plans.ts';
import { rankMunicipality } from './rank-municipality.ts';

/**
 * Does at start what a process that was killed left undone: the placing, check and ranking of
 * municipalities whose data are newer than what they rest on, and the reviews of their plans. Returns
 * their codes.
 */
export async function catchUp(context: ServiceContext): Promise<readonly string[]> {
  const behind: string[] = [];
  for (const code of await listMunicipalityCodes(context.database)) {
    const left = await leftUndone(context, code);
    if (left === null) continue;
    behind.push(code);
    if (left === 'reviews') await reviewPlans(context, code);
    else if (left === 'ranking') await rankThenReview(context, code);
    else await followUp(context, code, left === 'placing' ? 'roster' : 'zones', {});
  }
  return behind;
}

async function rankThenReview(context: ServiceContext, code: string): Promise<void> {
  await rankMunicipality(context, code);
  if (await isReviewDue(context.database, code, context.today)) await reviewPlans(context, code);
}

/** The first step that is out of date, after which the later ones are to be done too; null where none is. */
async function leftUndone(
  { database, today }: ServiceContext,
  code: string,
): Promise<'placing' | 'check' | 'ranking' | 'reviews' | null> {
  const municipality = await findMunicipality(database, code);
  const versions = await readDataVersions(database, code);
  if (municipality === null) return null;
  const reviews = (await isReviewDue(database, code, today)) ? 'reviews' : null;
  if (!hasDataToCheck(versions)) return reviews;
  const hasPeople = versions.roster !== undefined;
  const positions = await findDerivation(database, code, 'positions');
  if (hasPeople && !isSame(PLACED_TOPICS, positions, versions)) return 'placing';
  const { marginMeters } = municipality;
  const run = await findLatestRun(database, code);
  if (!isCheckCurrent(run, { marginMeters, versions })) return 'check';
  const ranking = await findDerivation(database, code, 'ranking');
  return isSame(RANKED_TOPICS, ranking, versions) ? reviews : 'ranking';
}

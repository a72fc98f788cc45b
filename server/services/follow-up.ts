import type { AssessmentRun, DatasetKind } from '#contract/dataset';
import { readDataVersions } from '../db/queries/data-versions.ts';
import { findDerivation } from '../db/queries/derivations.ts';
import { assessMunicipality } from './assess-municipality.ts';
import type { LongWork, ServiceContext } from './context.ts';
import { isSame, PLACED_TOPICS } from './currency.ts';
import { geocodePeople } from './import/geocode-people.ts';
import { isReviewDue } from './plans/review-due.ts';
import { reviewPlans } from './plans/review-plans.ts';
import { rankMunicipality } from './rank-municipality.ts';

/** Nobody's judgement rests on them. */
const RESTS_ON_NOTHING: ReadonlySet<DatasetKind> = new Set([
  ...(['districts', 'boundary', 'roads', 'consents'] as const),
]);

/**
 * What has to follow when the data of a kind were replaced: people are placed anew after a change of
 * the gazetteer, or of a roster whose positions are of an earlier gazetteer, everybody is checked
 * and ranked after a change of zones, places or people. Then plans are held against what is true now.
 *
 * Returns the re-check, or null where none was called for.
 */
export async function followUp(
  context: ServiceContext,
  municipalityCode: string,
  kind: DatasetKind,
  work: LongWork,
): Promise<AssessmentRun | null> {
  const run = await judgeAnew(context, municipalityCode, kind, work);
  if (await isReviewDue(context.database, municipalityCode, context.today))
    await reviewPlans(context, municipalityCode, work);
  return run;
}

async function judgeAnew(
  context: ServiceContext,
  municipalityCode: string,
  kind: DatasetKind,
  work: LongWork,
): Promise<AssessmentRun | null> {
  if (RESTS_ON_NOTHING.has(kind)) return null;
  if (
    kind === 'gazetteer' ||
    (kind === 'roster' && (await isPlacedByFormer(context, municipalityCode)))
  ) {
    const moved = await geocodePeople(context, municipalityCode);
    if (kind === 'gazetteer' && moved === 0) return null;
  }
  const onProgress = work.onProgress;
  onProgress?.({ phase: 'assessing', done: 0, total: null });
  const run = await assessMunicipality(context, municipalityCode);
  onProgress?.({ phase: 'ranking', done: 0, total: null });
  await rankMunicipality(context, municipalityCode);
  return run.ok ? run.value : null;
}

/** A roster that was staged with the gazetteer in force is placed already; one that was put back may not be. */
async function isPlacedByFormer({ database }: ServiceContext, municipalityCode: string) {
  const positions = await findDerivation(database, municipalityCode, 'positions');
  return !isSame(PLACED_TOPICS, positions, await readDataVersions(database, municipalityCode));
}

import type { AssessmentRun } from '#contract/dataset';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import { applyRoster } from '../db/queries/apply-roster.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { type DatasetHead, findDataset } from '../db/queries/datasets.ts';
import { lockMunicipality } from '../db/queries/municipalities.ts';
import { updateDistrictsFromPolygons } from '../db/queries/resident-places.ts';
import { refreshStatistics, TABLES_OF } from '../db/queries/statistics.ts';
import { findFormerDataset, restoreDataset } from '../db/queries/swap-dataset.ts';
import type { LongWork, ServiceContext } from './context.ts';
import { followUp } from './follow-up.ts';
import { topicsOf } from './import/topics-of.ts';

export interface RollBackReport {
  /** The dataset that is in force again. */
  readonly datasetId: string;
  readonly assessment: AssessmentRun | null;
}

/**
 * Puts the former dataset of the same kind and scope in force again in place of the one in force. Of a
 * roster the people become those of the former file; positions set by hand stay.
 */
export async function rollBackDataset(
  context: ServiceContext,
  municipalityCode: string,
  datasetId: string,
  work: LongWork = {},
): Promise<Result<RollBackReport>> {
  const { database, actor } = context;
  const outcome = await withActor(
    database,
    actor,
    municipalityCode,
    async (tx): Promise<Problem | { former: DatasetHead }> => {
      await lockMunicipality(tx, municipalityCode);
      const current = await findDataset(tx, { municipalityCode, datasetId });
      if (current === null) return PROBLEMS.datasetUnknown();
      if (current.status !== 'active') return PROBLEMS.datasetNotInForce();
      const former = await findFormerDataset(tx, municipalityCode, current);
      if (former === null) return PROBLEMS.noFormerDataset();
      await restoreDataset(tx, municipalityCode, current.id, former.id);
      await applyAgain(tx, municipalityCode, former);
      return { former };
    },
  );
  if ('code' in outcome) return failure(outcome);
  const { former } = outcome;
  await refreshStatistics(database, TABLES_OF[former.kind]);
  const assessment = await followUp(context, municipalityCode, former.kind, work);
  return success({ datasetId: former.id, assessment });
}

async function applyAgain(
  tx: Transaction,
  municipalityCode: string,
  former: DatasetHead,
): Promise<void> {
  if (former.kind === 'roster') {
    const key = { municipalityCode, datasetId: former.id };
    await applyRoster(tx, key, { name: former.fileNames.join(', '), asOf: former.asOf });
  }
  const isOfPeople = former.kind === 'roster' || former.kind === 'districts';
  if (isOfPeople) await updateDistrictsFromPolygons(tx, municipalityCode);
  await raiseDataVersions(tx, municipalityCode, topicsOf(former.kind));
}

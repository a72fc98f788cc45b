import type { AssessmentRun, DatasetKind } from '#contract/dataset';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import { applyRoster } from '../db/queries/apply-roster.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { type DatasetHead, findDataset } from '../db/queries/datasets.ts';
import { applyChosenPositions } from '../db/queries/facility-positions.ts';
import { lockMunicipality } from '../db/queries/municipalities.ts';
import { updateDistrictsFromPolygons } from '../db/queries/resident-places.ts';
import { refreshStatistics, TABLES_OF } from '../db/queries/statistics.ts';
import { findFormerDataset, restoreDataset } from '../db/queries/swap-dataset.ts';
import type { LongWork, ServiceContext } from './context.ts';
import { followUp } from './follow-up.ts';
import { takeBackConsents } from './import/consents-handler.ts';
import { topicsOf } from './import/topics-of.ts';

export interface RollBackReport {
  /** The dataset that is in force again; null where none was before and the kind has no data now. */
  readonly datasetId: string | null;
  readonly assessment: AssessmentRun | null;
}

/**
 * Puts the former dataset of the same kind and scope in force again in place of the one in force. Of a
 * roster the people become those of the former file; positions set by hand stay. Without a former dataset the one in
 * force is withdrawn: of zones everybody becomes undetermined again. A roster is not withdrawn. What a list
 * of consents changed is what it was before, but for what was changed on the screen since.
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
    async (tx): Promise<Problem | Withdrawal> => {
      await lockMunicipality(tx, municipalityCode);
      const current = await findDataset(tx, { municipalityCode, datasetId });
      if (current === null) return PROBLEMS.datasetUnknown();
      if (current.status !== 'active') return PROBLEMS.datasetNotInForce();
      const former = await findFormerDataset(tx, municipalityCode, current);
      if (former === null && current.kind === 'roster') return PROBLEMS.noFormerDataset();
      await restoreDataset(tx, municipalityCode, current.id, former?.id ?? null);
      await applyAgain(tx, municipalityCode, current.kind, former);
      if (current.kind === 'consents')
        await takeBackConsents(tx, { municipalityCode, datasetId }, actor);
      return { kind: current.kind, formerId: former?.id ?? null };
    },
  );
  if ('code' in outcome) return failure(outcome);
  const { kind, formerId } = outcome;
  await refreshStatistics(database, TABLES_OF[kind]);
  const assessment = await followUp(context, municipalityCode, kind, work);
  return success({ datasetId: formerId, assessment });
}

interface Withdrawal {
  readonly kind: DatasetKind;
  readonly formerId: string | null;
}

async function applyAgain(
  tx: Transaction,
  municipalityCode: string,
  kind: DatasetKind,
  former: DatasetHead | null,
): Promise<void> {
  if (former !== null && kind === 'roster') {
    const key = { municipalityCode, datasetId: former.id };
    await applyRoster(tx, key, { name: former.fileNames.join(', '), asOf: former.asOf });
  }
  if (former !== null && kind === 'shelters')
    await applyChosenPositions(tx, { municipalityCode, datasetId: former.id });
  const isOfPeople = kind === 'roster' || kind === 'districts';
  if (isOfPeople) await updateDistrictsFromPolygons(tx, municipalityCode);
  await raiseDataVersions(tx, municipalityCode, topicsOf(kind));
}

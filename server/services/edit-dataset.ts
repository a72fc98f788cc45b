import type { DatasetEdit } from '#contract/data-decisions';
import { isOfPeople } from '#contract/dataset';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { type DatasetKey, findDataset } from '../db/queries/datasets.ts';
import { editDataset as storeEdit } from '../db/queries/edit-dataset.ts';
import type { ServiceContext } from './context.ts';
import { topicsOf } from './import/topics-of.ts';

const STALE: Problem = {
  code: 'dataset.stale',
  ja: 'このデータの説明は、他の人が先に変えました。読み直してください',
  en: 'What is said of this dataset was changed by somebody else; read it again',
};

/** Says anew what a dataset's origin, terms and date are. Everything that shows its date follows. */
export function editDataset(
  { database, actor }: ServiceContext,
  key: DatasetKey,
  edit: DatasetEdit,
): Promise<Result<null>> {
  return withActor(database, actor, key.municipalityCode, async (tx) => {
    const dataset = await findDataset(tx, key);
    if (dataset === null) return failure(PROBLEMS.datasetUnknown());
    if (!(await storeEdit(tx, key, edit))) return failure(STALE);
    // The date of zones stands with every judgement; of a roster nothing that was made rests on it.
    if (dataset.status === 'active' && !isOfPeople(dataset.kind))
      await raiseDataVersions(tx, key.municipalityCode, topicsOf(dataset.kind));
    return success(null);
  });
}

import type { DatasetDifference } from '#contract/dataset';
import { type Actor, withActor } from '../../db/actor.ts';
import { compareRoads } from '../../db/queries/compare-roads.ts';
import { findDatasetInForce, type NewDataset } from '../../db/queries/datasets.ts';
import { compareById, compareGazetteers } from '../../db/queries/differences.ts';
import { applyChosenPositions } from '../../db/queries/facility-positions.ts';
import { updateDistrictsFromPolygons } from '../../db/queries/resident-places.ts';
import type { ServiceContext } from '../context.ts';
import { consentsSwap } from './consents-handler.ts';
import type { DatasetHandler } from './dataset-handler.ts';
import { rosterSwap } from './roster-handler.ts';

/** What a dataset that is staged already does on its way into force; its files are not asked again. */
export function stagedSwap(
  dataset: NewDataset,
  asOf: string | null,
  actor: Actor,
): Pick<DatasetHandler<never>, 'difference' | 'apply'> {
  const { kind, municipalityCode, fileNames } = dataset;
  if (kind === 'roster') return rosterSwap(dataset, { name: fileNames.join(', '), asOf });
  if (kind === 'consents') return consentsSwap(dataset, actor);
  if (kind === 'gazetteer')
    return {
      difference: (tx, formerId) => compareGazetteers(tx, dataset, formerId),
      apply: async () => {},
    };
  if (kind === 'roads')
    return {
      difference: (tx, formerId) => compareRoads(tx, dataset, formerId),
      apply: async () => {},
    };
  return {
    difference: (tx, formerId) => compareById(tx, kind, dataset, formerId),
    apply: async (tx) => {
      // Somebody may have chosen a position since it was staged.
      if (kind === 'shelters') await applyChosenPositions(tx, dataset);
      if (kind === 'districts') await updateDistrictsFromPolygons(tx, municipalityCode);
    },
  };
}

/** A staged dataset against the one in force, which is named (null: there is none). */
export function compareStaged(
  { database, actor }: ServiceContext,
  dataset: NewDataset,
  scope: string,
): Promise<{ formerId: string | null; difference: DatasetDifference }> {
  const { municipalityCode, kind } = dataset;
  return withActor(database, actor, municipalityCode, async (tx) => {
    const former = await findDatasetInForce(tx, municipalityCode, kind, scope);
    const formerId = former?.id ?? null;
    return {
      formerId,
      difference: await stagedSwap(dataset, null, actor).difference(tx, formerId),
    };
  });
}

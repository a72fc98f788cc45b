import { criteriaSchema } from '#contract/criteria';
import type { CriteriaOverview } from '#contract/criteria-desk';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { PRESETS } from '#domain/priority/presets';
import type { Database } from '../../db/database.ts';
import { listAdoptions, selectCriteriaVersions } from '../../db/queries/criteria-adoptions.ts';
import { listDrafts } from '../../db/queries/criteria-drafts.ts';
import { draftHead, isPreset } from '../criteria-drafts.ts';
import { listCriteria } from './criteria.ts';

/** All criteria of a municipality, `criteriaId` being the ones that it ranks by. */
export async function readCriteriaOverview(
  database: Database,
  code: string,
  criteriaId: string,
): Promise<CriteriaOverview> {
  const own = (await selectCriteriaVersions(database, code))
    .map((document) => criteriaSchema.parse(document))
    .filter(({ id }) => !isPreset(id));
  const ranked = await criteriaInForce(database, code, criteriaId);
  const versions = [
    ...PRESETS.map((criteria) => ({ criteria: criteriaSchema.parse(criteria), isPreset: true })),
    ...own.map((criteria) => ({ criteria, isPreset: false })),
  ];
  const drafts = await listDrafts(database, code);
  const adoptions = await listAdoptions(database, code);
  return {
    inForce: { id: ranked.id, version: ranked.version },
    versions,
    drafts: drafts.map((draft) => ({ ...draftHead(draft), name: { ...draft.document.name } })),
    adoptions: adoptions.map(({ criteriaId: id, criteriaVersion, adoptedAt, ...decision }) => ({
      ...decision,
      criteria: { id, version: criteriaVersion },
      adoptedAt: adoptedAt.toISOString(),
    })),
  };
}

/** The criteria that a municipality ranks by. */
export async function criteriaInForce(
  database: Database,
  code: string,
  criteriaId: string,
): Promise<PriorityCriteria> {
  const all = await listCriteria(database, code);
  const chosen = all.find(({ id }) => id === criteriaId) ?? all[0];
  if (chosen === undefined) throw new Error('there are no criteria, not even presets');
  return chosen;
}

import { criteriaSchema } from '#contract/criteria';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { PRESETS } from '#domain/priority/presets';
import type { Database } from '../../db/database.ts';
import { selectCriteria, selectCriteriaVersion } from '../../db/queries/read/criteria.ts';

/** The criteria that a municipality can rank by: its own documents, and the presets beside them. */
export async function listCriteria(database: Database, code: string): Promise<PriorityCriteria[]> {
  const documents = await selectCriteria(database, code);
  const own = documents.map((document) => criteriaSchema.parse(document));
  const presets = PRESETS.filter((preset) => !own.some(({ id }) => id === preset.id));
  return [...presets, ...own].sort((a, b) => placeOf(a.id) - placeOf(b.id));
}

/** The document that someone was ranked by; null where it is not known any more. */
export async function findCriteriaVersion(
  database: Database,
  code: string,
  id: string,
  version: number,
): Promise<PriorityCriteria | null> {
  const stored = await selectCriteriaVersion(database, code, id, version);
  if (stored !== null) return criteriaSchema.parse(stored);
  return PRESETS.find((preset) => preset.id === id && preset.version === version) ?? null;
}

/** Presets in their order, a city's own after them. */
function placeOf(id: string): number {
  const place = PRESETS.findIndex((preset) => preset.id === id);
  return place === -1 ? PRESETS.length : place;
}

import type { PriorityCriteria } from '#domain/priority/criteria';
import { type RankedResident, rankResidents } from '#domain/priority/rank';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { ResidentFacts } from '#domain/resident/facts';
import { withActor } from '../db/actor.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { listDatasetsInForce } from '../db/queries/datasets.ts';
import { findCriteria, findMunicipality } from '../db/queries/municipalities.ts';
import { storeRanking } from '../db/queries/priority-results.ts';
import { selectResidentFacts } from '../db/queries/read/resident-facts.ts';
import { refreshStatistics } from '../db/queries/statistics.ts';
import type { ServiceContext } from './context.ts';
import { factsOf } from './read/resident-facts.ts';

export interface Ranking {
  readonly criteria: PriorityCriteria;
  readonly ranked: readonly RankedResident[];
}

/** Ranks everybody on the roster by the criteria that the municipality chose, and stores the result. */
export async function rankMunicipality(
  context: ServiceContext,
  municipalityCode: string,
): Promise<Result<Ranking>> {
  const { database, actor } = context;
  const municipality = await findMunicipality(database, municipalityCode);
  if (municipality === null) return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const criteria = await findCriteria(database, municipalityCode, municipality.criteriaId);
  if (criteria === null) return failure(PROBLEMS.criteriaUnknown(municipality.criteriaId));
  const ranked = rankResidents(criteria, await listFacts(context, municipalityCode));
  await withActor(database, actor, municipalityCode, async (tx) => {
    await storeRanking(tx, municipalityCode, criteria, ranked);
    await raiseDataVersions(tx, municipalityCode, ['ranking']);
  });
  await refreshStatistics(database, ['priority_result']);
  return success({ criteria, ranked });
}

/** What ranking looks at, for everybody on the roster. */
export async function listFacts(
  { database, actor, today }: ServiceContext,
  municipalityCode: string,
): Promise<ResidentFacts[]> {
  const datasets = await listDatasetsInForce(database, municipalityCode, 'zones');
  const dates = datasets.flatMap(({ asOf }) => asOf ?? []).sort();
  const hazard = { hasZoneData: datasets.length > 0, asOf: dates.at(-1) ?? null };
  const rows = await withActor(database, actor, municipalityCode, (tx) =>
    selectResidentFacts(tx, municipalityCode, actor.districts, null),
  );
  return rows.map((row) => factsOf(row, today, hazard));
}

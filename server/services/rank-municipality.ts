import type { PriorityCriteria } from '#domain/priority/criteria';
import { type RankedResident, rankResidents } from '#domain/priority/rank';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { ResidentFacts } from '#domain/resident/facts';
import { followingUp, withActor } from '../db/actor.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { listDatasetsInForce } from '../db/queries/datasets.ts';
import { storeDerivation } from '../db/queries/derivations.ts';
import { findCriteria, findMunicipality, lockMunicipality } from '../db/queries/municipalities.ts';
import { storeRanking } from '../db/queries/priority-results.ts';
import { selectResidentFacts } from '../db/queries/read/resident-facts.ts';
import { refreshStatistics } from '../db/queries/statistics.ts';
import type { ServiceContext } from './context.ts';
import { isSame, RANKED_TOPICS } from './currency.ts';
import { factsReader, hazardSource } from './read/resident-facts.ts';

export interface Ranking {
  readonly criteria: PriorityCriteria;
  readonly ranked: readonly RankedResident[];
}

/** A ranking is made again when something changed under it, but not for ever. */
const ATTEMPTS = 3;

/**
 * Ranks everybody on the roster by the criteria that the municipality chose, and stores the result with
 * the versions that it rests on.
 */
export async function rankMunicipality(
  context: ServiceContext,
  municipalityCode: string,
  attempt = 1,
): Promise<Result<Ranking>> {
  const { database } = context;
  const actor = followingUp(context.actor);
  // Read before the data: what changes meanwhile makes the ranking outdated and not the other way round.
  const versions = await readDataVersions(database, municipalityCode);
  const municipality = await findMunicipality(database, municipalityCode);
  if (municipality === null) return failure(PROBLEMS.municipalityUnknown(municipalityCode));
  const criteria = await findCriteria(database, municipalityCode, municipality.criteriaId);
  if (criteria === null) return failure(PROBLEMS.criteriaUnknown(municipality.criteriaId));
  const ranked = rankResidents(criteria, await listFacts({ ...context, actor }, municipalityCode));
  const isStored = await withActor(database, actor, municipalityCode, async (tx) => {
    await lockMunicipality(tx, municipalityCode);
    const isOutdated = !isSame(
      RANKED_TOPICS,
      versions,
      await readDataVersions(tx, municipalityCode),
    );
    if (isOutdated && attempt < ATTEMPTS) return false;
    await storeRanking(tx, municipalityCode, criteria, ranked);
    await storeDerivation(tx, municipalityCode, 'ranking', versions);
    await raiseDataVersions(tx, municipalityCode, ['ranking']);
    return true;
  });
  if (!isStored) return rankMunicipality(context, municipalityCode, attempt + 1);
  await refreshStatistics(database, ['priority_result']);
  return success({ criteria, ranked });
}

/** What ranking looks at, for everybody on the roster. */
export async function listFacts(
  { database, actor, today }: ServiceContext,
  municipalityCode: string,
): Promise<ResidentFacts[]> {
  const datasets = await listDatasetsInForce(database, municipalityCode, 'zones');
  const hazard = hazardSource(datasets.map(({ asOf }) => asOf));
  const rows = await withActor(database, actor, municipalityCode, (tx) =>
    selectResidentFacts(tx, municipalityCode, actor.districts, null),
  );
  return rows.map(factsReader(today, hazard));
}

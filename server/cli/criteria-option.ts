import type { PriorityCriteria } from '#domain/priority/criteria';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { findCriteria } from '../db/queries/municipalities.ts';
import type { ServiceContext } from '../services/context.ts';
import { listCriteria } from '../services/read/criteria.ts';

/** Criteria by their id. @throws ProblemError that names the ids that exist */
export async function criteriaOf(
  { database }: ServiceContext,
  municipalityCode: string,
  id: string,
): Promise<PriorityCriteria> {
  const criteria = await findCriteria(database, municipalityCode, id);
  if (criteria !== null) return criteria;
  const known = await listCriteria(database, municipalityCode);
  throw new ProblemError(
    PROBLEMS.criteriaUnknown(
      id,
      known.map((one) => one.id),
    ),
  );
}

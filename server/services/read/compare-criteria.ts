import { type CriteriaComparison, compareCriteria } from '#domain/priority/compare';
import type { PriorityCriteria } from '#domain/priority/criteria';
import type { ServiceContext } from '../context.ts';
import { listFacts } from '../rank-municipality.ts';

/** What ranking by `to` in place of `from` would mean for the people whom the actor may see. */
export async function compareOnRoster(
  context: ServiceContext,
  municipalityCode: string,
  from: PriorityCriteria,
  to: PriorityCriteria,
): Promise<CriteriaComparison> {
  return compareCriteria(from, to, await listFacts(context, municipalityCode));
}

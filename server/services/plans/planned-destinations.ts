import type { Means } from '#domain/plan/plan';
import type { Transaction } from '../../db/database.ts';

/** What the plan of one person says already of where to and how. */
export interface PlannedDestination {
  readonly residentId: string;
  /** null: to a place that is no shelter of the list, or to none yet. */
  readonly shelterId: string | null;
  readonly hasDestination: boolean;
  readonly means: Means | null;
}

/** Of everybody whose plan the actor sees. */
export async function readPlannedDestinations(
  _tx: Transaction,
  _code: string,
): Promise<PlannedDestination[]> {
  return [];
}

/** How many plans name each shelter. */
export function countPlanned(
  planned: readonly PlannedDestination[],
  isCounted: (residentId: string) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { residentId, shelterId } of planned)
    if (shelterId !== null && isCounted(residentId))
      counts.set(shelterId, (counts.get(shelterId) ?? 0) + 1);
  return counts;
}

import type { Position } from '#domain/geo/position';
import type { PlanContent } from '#domain/plan/plan';
import type { Transaction } from '../../db/database.ts';
import type { DrillPersonRecord } from '../../db/queries/drills/drill-people.ts';
import { findPlan, findPlanVersion } from '../../db/queries/plans.ts';
import { listShelters } from '../read/shelters.ts';
import type { PersonOnWire } from './drill-content.ts';
import type { DrillSources } from './read-drills.ts';

/** Where somebody sets out, as the actor may see it; null = not known, or not shown. */
export function startOf(
  person: PersonOnWire,
  record: DrillPersonRecord | undefined,
): Position | null {
  if (person.isMasked) return null;
  return person.pickUp?.position ?? record?.home ?? null;
}

/** How somebody goes who comes by themselves. */
export function profileOf(person: PersonOnWire, plan: PlanContent | null): string {
  return (
    person.profile ??
    plan?.route?.profile ??
    (person.needsWheelchairPlace ? 'wheelchair-assisted' : 'walking-elderly')
  );
}

/** What the person's plan says, to whom it is shown. */
export async function planContentOf(
  tx: Transaction,
  code: string,
  residentId: string,
): Promise<PlanContent | null> {
  const plan = await findPlan(tx, code, residentId);
  if (plan === null || plan.contentVersion === 0) return null;
  const version = await findPlanVersion(tx, code, residentId, plan.contentVersion);
  return version?.content ?? null;
}

export interface PlacedFacility {
  readonly name: string;
  readonly position: Position | null;
}

export async function facilities({
  readers,
  municipality,
}: Pick<DrillSources, 'readers' | 'municipality'>): Promise<Map<string, PlacedFacility>> {
  const shelters = await listShelters(readers, municipality);
  return new Map(shelters.map(({ id, name, position }) => [id, { name, position }]));
}

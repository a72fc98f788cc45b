import { roadNames } from './road-names.ts';
import { changePlan } from './use-plan.ts';

/** Opens the form for a road, from wherever it is listed. */
export function openSiteRoad(id: string, name: string): void {
  roadNames.set(new Map(roadNames.get()).set(id, name));
  changePlan({ task: 'site', site: { kind: 'road', id } });
}

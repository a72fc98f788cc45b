import type { StagedZone } from '../../db/queries/stage-zones.ts';
import type { Verdict } from './dataset-handler.ts';
import { geometryRepair, IMPORT_REASONS } from './import-reasons.ts';

/** Areas that the database did not store had no area left after the repair. */
export function areaVerdicts(
  areas: readonly { readonly id: string }[],
  stored: readonly StagedZone[],
): Verdict[] {
  const repairs = new Map(stored.map(({ id, repair }) => [id, repair]));
  return areas.map(({ id }) => {
    const repair = repairs.get(id);
    if (repair === undefined) return { kept: false, reason: IMPORT_REASONS.noArea };
    return { kept: true, repair: repair === null ? null : geometryRepair(repair) };
  });
}

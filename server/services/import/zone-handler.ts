import type { HazardZone } from '#domain/hazard/zone';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareById } from '../../db/queries/differences.ts';
import { stageZones } from '../../db/queries/stage-zones.ts';
import { areaVerdicts } from './area-verdicts.ts';
import { countVertices, type DatasetHandler } from './dataset-handler.ts';

export function zoneHandler(key: DatasetKey): DatasetHandler<HazardZone> {
  return {
    keyOf: ({ id }) => id,
    weightOf: ({ geometry }) => countVertices(geometry),
    stage: async (tx, items) => {
      const zones = items.map(({ value }) => value);
      return areaVerdicts(zones, await stageZones(tx, key, zones));
    },
    scope: () => 'default',
    difference: (tx, formerId) => compareById(tx, 'zones', key, formerId),
    notes: async () => [],
    apply: async () => {},
  };
}

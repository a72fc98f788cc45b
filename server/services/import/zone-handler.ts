import type { HazardZone } from '#domain/hazard/zone';
import { ProblemError } from '#domain/problem';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareById } from '../../db/queries/differences.ts';
import { stageZones } from '../../db/queries/stage-zones.ts';
import { placeOfZones } from '../../db/queries/zones-elsewhere.ts';
import { areaVerdicts } from './area-verdicts.ts';
import { countVertices, type DatasetHandler } from './dataset-handler.ts';
import { IMPORT_PROBLEMS, ZONES_FAR_AWAY } from './import-problems.ts';

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
    notes: async (tx) => {
      const place = await placeOfZones(tx, key);
      // In force they would make everybody "outside" without a word.
      if (place === 'elsewhere') throw new ProblemError(IMPORT_PROBLEMS.zonesElsewhere);
      return place === 'far' ? [ZONES_FAR_AWAY] : [];
    },
    apply: async () => {},
  };
}

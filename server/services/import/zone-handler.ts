import type { HazardZone } from '#domain/hazard/zone';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareById } from '../../db/queries/differences.ts';
import { stageZones } from '../../db/queries/stage-zones.ts';
import { coverageOfZones, placeOfZones } from '../../db/queries/zones-elsewhere.ts';
import { areaVerdicts } from './area-verdicts.ts';
import { countVertices, type DatasetHandler } from './dataset-handler.ts';
import { noZonesHere, ZONES_FAR_AWAY } from './import-problems.ts';

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
      return (await placeOfZones(tx, key)) === 'far' ? [ZONES_FAR_AWAY] : [];
    },
    confirmation: async (tx, skipped) => {
      // In force they would make everybody "outside" without a word.
      const coverage = await coverageOfZones(tx, key);
      const isElsewhere = coverage.zones === 0 || (await placeOfZones(tx, key)) === 'elsewhere';
      return isElsewhere
        ? { code: 'no-zones-here', message: noZonesHere({ ...coverage, skipped }) }
        : null;
    },
    apply: async () => {},
  };
}

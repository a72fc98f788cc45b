import { createHash } from 'node:crypto';
import type { NamedArea } from '#geodata/registry';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareById } from '../../db/queries/differences.ts';
import { updateDistrictsFromPolygons } from '../../db/queries/resident-places.ts';
import { stageAreas } from '../../db/queries/stage-areas.ts';
import { areaVerdicts } from './area-verdicts.ts';
import { countVertices, type DatasetHandler } from './dataset-handler.ts';

/** Districts, or the boundary of the municipality. The name is the key: the readers gather by it. */
export function areaHandler(
  key: DatasetKey,
  kind: 'districts' | 'boundary',
): DatasetHandler<NamedArea> {
  return {
    keyOf: ({ name }) => name,
    weightOf: ({ geometry }) => countVertices(geometry),
    stage: async (tx, items) => {
      const areas = items.map(({ value }) => ({ ...value, id: idOf(value.name) }));
      return areaVerdicts(areas, await stageAreas(tx, key, areas));
    },
    scope: () => 'default',
    difference: (tx, formerId) => compareById(tx, kind, key, formerId),
    notes: async () => [],
    confirmation: async () => null,
    apply: async (tx) => {
      // No change of the topic `residents`: no judgement rests on the name of a district.
      if (kind === 'districts') await updateDistrictsFromPolygons(tx, key.municipalityCode);
    },
  };
}

function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

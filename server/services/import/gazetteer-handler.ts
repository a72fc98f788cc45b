import type { GazetteerEntry } from '#geodata/geocode/gazetteer-entry';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { compareGazetteers } from '../../db/queries/differences.ts';
import { stageGazetteer } from '../../db/queries/stage-gazetteer.ts';
import { type DatasetHandler, KEPT } from './dataset-handler.ts';

export function gazetteerHandler(key: DatasetKey): DatasetHandler<GazetteerEntry> {
  let ordinal = 0;
  return {
    keyOf: () => null,
    weightOf: () => 1,
    stage: async (tx, items) => {
      const entries = items.map(({ value }) => ({ ...value, ordinal: ++ordinal }));
      await stageGazetteer(tx, key, entries);
      return items.map(() => KEPT);
    },
    scope: () => 'default',
    difference: (tx, formerId) => compareGazetteers(tx, key, formerId),
    notes: async () => [],
    confirmation: async () => null,
    apply: async () => {},
  };
}

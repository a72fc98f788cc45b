import type { ImportSource } from '#contract/dataset';
import { lengthMeters } from '#domain/geo/polyline';
import type { Bilingual } from '#geodata/item';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { compareRoads } from '../../db/queries/compare-roads.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import { stageRoads } from '../../db/queries/stage-roads.ts';
import { type DatasetHandler, KEPT } from './dataset-handler.ts';

/** Roads of one source. Those of another stand beside them, for widths are joined from both. */
export function roadHandler(key: DatasetKey, source: ImportSource): DatasetHandler<RoadRecord> {
  const totals = { roads: 0, meters: 0, withWidth: 0, withElevation: 0 };
  return {
    keyOf: ({ id }) => id,
    weightOf: (record) =>
      record.kind === 'way' ? record.roads.reduce((sum, { line }) => sum + line.length, 0) : 1,
    stage: async (tx, items) => {
      const records = items.map(({ value }) => value);
      await stageRoads(tx, key, records);
      for (const record of records)
        for (const road of record.kind === 'way' ? record.roads : []) {
          totals.roads += 1;
          totals.meters += lengthMeters(road.line);
          if (road.width !== null) totals.withWidth += 1;
          if (road.elevationsMeters !== null) totals.withElevation += 1;
        }
      return records.map(() => KEPT);
    },
    scope: () => source,
    difference: (tx, formerId) => compareRoads(tx, key, formerId),
    notes: async () => [inWords(totals)],
    confirmation: async () => null,
    apply: async () => {},
  };
}

function inWords(totals: {
  roads: number;
  meters: number;
  withWidth: number;
  withElevation: number;
}): Bilingual {
  const { roads, meters, withWidth, withElevation } = totals;
  const kilometers = (meters / 1000).toFixed(1);
  return {
    ja: `道 ${roads} 区間、合わせて ${kilometers} km(幅員の分かるもの ${withWidth}、標高の分かるもの ${withElevation})`,
    en: `${roads} roads, ${kilometers} km in all (${withWidth} with a width, ${withElevation} with elevation)`,
  };
}

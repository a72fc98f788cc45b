import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../../../server/db/actor.ts';
import type { ImportRequest } from '../../../server/services/import/import-request.ts';
import { importDataset } from '../../../server/services/import-dataset.ts';
import { makeOsmXml, type OsmSketch } from '../../support/make-osm.ts';
import { at, CODE } from './city.ts';
import { type HttpBench, TODAY } from './http-bench.ts';

const node = (id: number, east: number, north: number): [number, number, number] => [
  id,
  ...at(east, north),
];

/*
 * Roads of the town: 本通り runs from west to east through the red zone, 北通り leads round it, a lane to the
 * park where the emergency site is, and a bridge to the houses in the east.
 *
 *         6 --------- 7         5 park
 *         |           |         |
 *   1 --- 2 --[red]-- 3 ------- 4 ===bridge=== 8
 */
export const PLACES = {
  west: at(-400, 0),
  middle: at(500, 0),
  park: at(900, 200),
  east: at(2700, 1110),
  sea: at(30_000, 0),
} as const;
export const ROADS = {
  throughRed: 'way/10/1',
  toTheEastSide: 'way/10/2',
  roundTheZone: 'way/11/1',
  toThePark: 'way/12/0',
  bridge: 'way/13/0',
} as const;

const SKETCH: OsmSketch = {
  nodes: [
    node(1, -400, 0),
    node(2, -200, 0),
    node(3, 200, 0),
    node(4, 900, -30),
    node(5, 900, 200),
    node(6, -200, 220),
    node(7, 150, 220),
    node(8, 2700, 1110),
    node(9, -200, 260),
    node(10, 150, 260),
  ],
  ways: [
    [10, [1, 2, 3, 4], { highway: 'residential', name: '本通り', width: '6' }],
    [11, [2, 6, 7, 3], { highway: 'residential', name: '北通り' }],
    [12, [4, 5], { highway: 'residential', width: '4.5' }],
    [13, [4, 8], { highway: 'tertiary', name: '浜手橋', bridge: 'yes', width: '5' }],
    [14, [6, 9], { highway: 'footway' }],
    [15, [7, 10], { highway: 'footway' }],
  ],
};

/** Lays the roads, or other data, into the town of a bench. */
export async function importInto(
  { context, dataDir }: HttpBench,
  source: ImportRequest['source'] = 'osm',
  content: string = makeOsmXml(SKETCH),
): Promise<void> {
  const file = join(dataDir, source === 'osm' ? 'roads.osm' : 'data.geojson');
  writeFileSync(file, content);
  const result = await importDataset(
    { database: context.database, actor: SYSTEM, today: TODAY },
    { municipalityCode: CODE, source, files: [file] },
  );
  if (!result.ok) throw new Error(result.problem.en);
}

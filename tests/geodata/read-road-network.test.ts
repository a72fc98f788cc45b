import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { readRoadNetwork } from '#geodata/read-road-network';
import { makeOsmXml } from '../support/make-osm.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection } from '../support/zone-feature.ts';

const directory = temporaryDirectory();
const write = (name: string, content: string) => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const osm = () =>
  write(
    'a',
    makeOsmXml({
      nodes: [
        [1, 135, 34],
        [2, 135.001, 34, { barrier: 'gate' }],
        [3, 135.002, 34],
      ],
      ways: [[1, [1, 2, 3], { highway: 'residential' }]],
      relations: [
        [
          1,
          [
            ['way', 1, 'from'],
            ['node', 3, 'via'],
            ['way', 1, 'to'],
          ],
          { type: 'restriction', restriction: 'no_u_turn' },
        ],
      ],
    }),
  );
const lines = () =>
  write(
    'b',
    collection([
      {
        type: 'Feature',
        properties: { rdCtg: '国道', rnkWidth: '3m未満' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [135, 34.00001],
            [135.002, 34.00001],
          ],
        },
      },
    ]),
  );

test('roads are read from files without a database, widths joined from the other source', async () => {
  const both = await readRoadNetwork([lines(), osm()]);
  expect(both.roads.map(({ id, width }) => [id, width?.mostMeters])).toEqual([
    ['way/1/0', 3],
    ['way/1/1', 3],
  ]);
  expect(both.barriers).toHaveLength(1);
  expect(both.restrictions).toHaveLength(1);
  const alone = await readRoadNetwork([lines()]);
  expect(alone.roads.map(({ kind }) => kind)).toEqual(['trunk']);
});

test('what is no file of roads is named', async () => {
  const list = write('c', '名簿番号,氏名,住所\n1,汐路 太郎,汐路1-1\n');
  await expect(readRoadNetwork([osm(), list])).rejects.toThrow(UnknownLayoutError);
  await expect(readRoadNetwork([])).rejects.toThrow(UnknownLayoutError);
});

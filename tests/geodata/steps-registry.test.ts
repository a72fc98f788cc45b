import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IMPORT_SOURCES, type ImportSource } from '#contract/dataset';
import { WELFARE_SHELTERS_TEMPLATE } from '#geodata/mappers/shelter-welfare';
import { recogniseSources, SOURCES } from '#geodata/registry';
import { CONSENTS_TEMPLATE } from '#geodata/sources/consents';
import { makeA33Gml } from '../support/make-a33-gml.ts';
import { makeOsmPbf, makeOsmXml, type OsmSketch } from '../support/make-osm.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { collection, square, zoneFeature } from '../support/zone-feature.ts';

const directory = temporaryDirectory();

const geometry = { type: 'Polygon', coordinates: [square(135.2, 31.4, 0.01)] };
const gml = makeA33Gml([
  {
    rings: [['34 132 34 132.1 34.1 132.1 34 132']],
    attributes: { cop: '1', coz: '1' },
    notice: '20240101',
  },
]);

const ROADS: OsmSketch = {
  nodes: [
    [1, 135.2, 31.4],
    [2, 135.3, 31.4],
  ],
  ways: [[1, [1, 2], { highway: 'primary', name: '汐路線' }]],
};

/** Content by source; names say nothing. */
const CONTENTS: readonly (readonly [ImportSource, string | Buffer])[] = [
  ['ksj-a33', collection([zoneFeature()])],
  ['ksj-a33', gml],
  [
    'gsi-shelters',
    '共通ID,施設・場所名,住所,受入対象者,緯度,経度\nE9920100001111,汐路小,汐路1,,31.4,135.2\n',
  ],
  [
    'standard-shelters',
    'ID,名称,緯度,経度,災害種別_洪水,災害種別_地震\n1,汐路公園,31.4,135.2,1,\n',
  ],
  ['welfare-shelters', `${WELFARE_SHELTERS_TEMPLATE}F1,汐路苑\r\n`],
  ['districts', collection([{ type: 'Feature', properties: { name: '汐路' }, geometry }])],
  ['gazetteer', '[{"town":"汐路","koaza":"","lat":31.4,"lng":135.2}]'],
  ['osm', makeOsmXml(ROADS)],
  ['osm', makeOsmPbf(ROADS)],
  [
    'gsi-roads',
    collection([
      {
        type: 'Feature',
        properties: { name: '汐路線', rdCtg: '国道', rnkWidth: '3m未満' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [135.2, 31.4],
            [135.3, 31.4],
          ],
        },
      },
    ]),
  ],
  ['roster', '名簿番号,氏名,住所\n1,汐路 太郎,汐路1-1\n'],
  ['consents', CONSENTS_TEMPLATE],
  ['consents', '整理番号,氏名,同意の目的,同意状況\n1,汐路 太郎,名簿,同意\n'],
];

describe('the registry', () => {
  it('lists every source of the contract once', () => {
    expect(Object.keys(SOURCES)).toEqual([...IMPORT_SOURCES]);
    for (const [name, { source, labels }] of Object.entries(SOURCES)) {
      expect(source).toBe(name);
      expect(labels.ja).not.toBe(labels.en);
    }
  });

  it.each(CONTENTS)('recognises %s by its content', async (source, content) => {
    const path = join(directory, 'upload');
    writeFileSync(path, content);
    expect(await recogniseSources([path])).toEqual([source]);
  });

  it.each(['', 'a,b\n1,2\n', '{"type":"Topology"}', '<html></html>', '%PDF-1.7\n'])(
    'recognises nothing in %j',
    async (content) => {
      const path = join(directory, 'upload');
      writeFileSync(path, content);
      expect(await recogniseSources([path])).toEqual([]);
    },
  );
});

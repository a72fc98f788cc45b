import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnknownLayoutError } from '#geodata/item';
import { openGsiShelters } from '#geodata/sources/gsi-shelters';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

async function read(content: string | Uint8Array) {
  files += 1;
  const path = join(directory, `gsi-${files}`);
  writeFileSync(path, content);
  return readItems(openGsiShelters([path]));
}

const SITE_HEADER =
  'NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考';
const SHELTER_HEADER =
  'NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,指定緊急避難場所との住所同一,その他市町村長が必要と認める事項,受入対象者,緯度,経度,備考';

const site = (id: string, flags: string, lat: string, lng: string, name = '汐路公民館') =>
  `1,E99201${id}201,汐路県汐路市,${name},汐路県汐路市汐路1-1,${flags},1,${lat},${lng},`;

describe('GSI emergency evacuation sites', () => {
  it.each([
    ['UTF-8 with byte order mark', (text: string) => `\ufeff${text}`, 'UTF-8 (BOM)'],
    ['UTF-8', (text: string) => text, 'UTF-8'],
    ['CP932', encodeCp932, 'Shift_JIS (CP932)'],
  ])('reads the eight hazards; %s', async (_, encode, encoding) => {
    const text = `${SITE_HEADER}\r\n${site('00001', '1,,１,0,,1,,○', '31.4', '135.2')}\r\n`;
    const { items, metadata } = await read(encode(text));
    expect(items).toEqual([
      {
        outcome: 'accepted',
        recordNumber: 2,
        value: {
          id: 'E9920100001201',
          kind: 'emergency-site',
          name: '汐路公民館',
          nameKana: null,
          address: '汐路県汐路市汐路1-1',
          position: [135.2, 31.4],
          designatedHazards: ['flood', 'storm-surge', 'large-fire', 'volcano'],
          capacity: null,
          capacityNote: null,
          acceptedGroups: null,
          basis: null,
          equipment: null,
          phone: null,
          municipalityCode: '99201',
          notes: null,
        },
      },
    ]);
    expect(metadata.encoding).toBe(encoding);
    expect(metadata.credit).toContain('国土地理院');
  });

  it('keeps places without a position, mends swapped ones, says what it cannot read', async () => {
    const { items, values } = await read(
      [
        SITE_HEADER,
        site('00001', ',1,,,,,,', '', ''),
        site('00002', ',1,,,,,,', '135.2', '31.4'),
        site('00003', ',1,,,,,,', '0', '0'),
        site('00004', ',1,,,,,,', '３１．４', '１３５．２'),
        site('00005', ',たぶん,,,,,,', '31.4', '135.2'),
      ].join('\n'),
    );
    expect(values.map(({ position }) => position)).toEqual([
      null,
      [135.2, 31.4],
      null,
      [135.2, 31.4],
      [135.2, 31.4],
    ]);
    expect(items.map((item) => reasonCodes(item))).toEqual([
      [],
      ['shelter.swapped-position'],
      ['shelter.unreadable-position'],
      [],
      ['shelter.unreadable-flag'],
    ]);
    expect(values[4]?.designatedHazards).toEqual([]);
  });

  it('keeps different facilities at one position, skips what is the same in everything', async () => {
    const { items, values } = await read(
      [
        SITE_HEADER,
        site('00001', '1,,,,,,,', '31.4', '135.2'),
        site('00002', '1,,,,,,,', '31.4', '135.2', '汐路公園'),
        site('00001', '1,,,,,,,', '31.4', '135.2'),
        site('00001', '1,1,,,,,,', '31.4', '135.2'),
        '　,,,,,,,,,,,,,,,,',
        site('00009', '1,,,,,,,', '31.4', '135.2', ''),
      ].join('\n'),
    );
    expect(items.map((item) => [item.outcome, ...reasonCodes(item)])).toEqual([
      ['accepted'],
      ['accepted'],
      ['skipped', 'shelter.duplicate'],
      ['repaired', 'shelter.same-id'],
      ['skipped', 'shelter.blank-row'],
      ['rejected', 'shelter.name-missing'],
    ]);
    expect(new Set(values.map(({ id }) => id)).size).toBe(3);
  });
});

describe('GSI shelters', () => {
  it('says nothing of hazards, and gives the accepted groups as written', async () => {
    const { values } = await read(
      `${SHELTER_HEADER}\n1,E9920100001111,汐路県汐路市,汐路小学校,汐路1-2,,校庭は不可,高齢者、障害のある方,31.4,135.2,2階\n2,E9920100002111,汐路県汐路市,汐路中学校,汐路1-3,1,,,31.4,135.2,\n`,
    );
    expect(values).toMatchObject([
      {
        kind: 'shelter',
        designatedHazards: null,
        acceptedGroups: ['高齢者', '障害のある方'],
        notes: '2階 / 校庭は不可',
      },
      { kind: 'shelter', designatedHazards: null, acceptedGroups: null, notes: null },
    ]);
  });

  it('reads the GeoJSON of the same list', async () => {
    const { items, metadata } = await read(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [135.2, 31.4] },
            properties: {
              共通ID: 'E9920100001111',
              '施設・場所名': '汐路小学校',
              受入対象者: null,
            },
          },
        ],
      }),
    );
    expect(items).toMatchObject([
      { outcome: 'accepted', recordNumber: 1, value: { kind: 'shelter', position: [135.2, 31.4] } },
    ]);
    expect(metadata.crs).toBe('EPSG:6668');
  });
});

describe('what is no GSI list', () => {
  it.each([
    ['another table', 'id,name\n1,x\n'],
    ['no rows', `${SITE_HEADER}\n`],
    ['an empty file', ''],
    [
      'another GeoJSON',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x"},"geometry":null}]}',
    ],
  ])('refuses %s', async (_, content) => {
    await expect(read(content)).rejects.toThrow(UnknownLayoutError);
  });
});

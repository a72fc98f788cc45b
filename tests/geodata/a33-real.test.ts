import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInsidePolygon } from '#domain/geo/polygon';
import { isRed } from '#domain/hazard/zone';
import { openKsjA33 } from '#geodata/sources/ksj-a33';
import { readItems } from '../support/read-items.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const NUMAZU = sharedData('zones/numazu_lsld_as_A33.geojson');
const OKAYAMA = sharedData('zones/A33-22_33Polygon_okayama_sample4.geojson');

describe('genuine zones', () => {
  it('Numazu: 81 zones, 42 of them red, 30 zone numbers', async (context) => {
    skipWithout(context, NUMAZU);
    const { values, counts } = await readItems(openKsjA33([NUMAZU]));
    expect(counts).toEqual({ accepted: 81 });
    expect(values.filter(({ zoneClass }) => zoneClass === 'red')).toHaveLength(42);
    expect(new Set(values.map(({ zoneNumber }) => zoneNumber)).size).toBe(30);
    expect(new Set(values.map(({ id }) => id)).size).toBe(81);
  });

  it('Numazu: red lies inside yellow of the same phenomenon', async (context) => {
    skipWithout(context, NUMAZU);
    const { values } = await readItems(openKsjA33([NUMAZU]));
    const inYellow = values
      .filter(({ zoneClass }) => isRed(zoneClass))
      .filter((red) => {
        const vertices = red.geometry.coordinates.flat(2);
        const inside = vertices.filter((vertex) =>
          values.some(
            (yellow) =>
              !isRed(yellow.zoneClass) &&
              yellow.phenomenon === red.phenomenon &&
              yellow.geometry.coordinates.some((polygon) => isInsidePolygon(polygon, vertex)),
          ),
        );
        // Where the two share an edge, some vertices are a hair outside.
        return inside.length / vertices.length > 0.6;
      });
    // The sample is cut at a tile's edge: of 4 red zones it does not hold the yellow one.
    expect(inYellow).toHaveLength(38);
  });

  it('Numazu with its codes swapped is refused', async (context) => {
    skipWithout(context, NUMAZU);
    const path = join(directory, 'swapped.geojson');
    const swapped = readFileSync(NUMAZU, 'utf8').replaceAll(
      /"A33_001": (\d), "A33_002": (\d)/g,
      '"A33_001": $2, "A33_002": $1',
    );
    writeFileSync(path, swapped);
    await expect(readItems(openKsjA33([path]))).rejects.toThrow('swapped');
  });

  it('Okayama: 4 zones of 2022, 2 red; unpadded dates, no crs', async (context) => {
    skipWithout(context, OKAYAMA);
    const { values, counts, metadata } = await readItems(openKsjA33([OKAYAMA]));
    expect(counts).toEqual({ accepted: 4 });
    expect(
      values.map(({ phenomenon, zoneClass, noticeDate }) => [phenomenon, zoneClass, noticeDate]),
    ).toEqual([
      ['debris-flow', 'yellow', '2012-02-28'],
      ['landslide', 'yellow', '2016-03-29'],
      ['slope-failure', 'red', '2017-03-14'],
      ['slope-failure', 'red', '2017-03-14'],
    ]);
    expect(metadata).toMatchObject({ crs: 'EPSG:6668', asOf: null });
    expect(metadata.notes.map(({ ja }) => ja)).toContain(
      '時点の日付はファイルにありません。名前からは 2022 年版です',
    );
  });
});

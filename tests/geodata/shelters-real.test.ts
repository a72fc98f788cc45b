import { describe, expect, it } from 'vitest';
import { distanceMeters } from '#domain/geo/distance';
import { isInsidePolygon } from '#domain/geo/polygon';
import { openDistricts } from '#geodata/sources/districts';
import { openGsiShelters } from '#geodata/sources/gsi-shelters';
import { openStandardShelters } from '#geodata/sources/standard-shelters';
import { readItems } from '../support/read-items.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';

const gsi = (name: string): string => sharedData(`shelters/gsi_${name}`);
const SITES = gsi('emergency_342131.geojson');
const SHELTERS = gsi('evacuation_342131.geojson');
const BOUNDARY = sharedData('boundaries/N03_geolonia_34213.geojson');
const ISHIKAWA = sharedData('shelters/ishikawa_170003_evacuation_space.csv');

describe('genuine lists of shelters', () => {
  it('Hatsukaichi: 123 sites, 84 designated for landslide; CSVs and GeoJSON agree', async (context) => {
    skipWithout(context, SITES);
    const { values, counts } = await readItems(openGsiShelters([SITES]));
    expect(counts).toEqual({ accepted: 123 });
    const forLandslide = values.filter((site) => site.designatedHazards?.includes('landslide'));
    expect(forLandslide).toHaveLength(84);
    for (const encoding of ['utf8bom', 'cp932']) {
      const csv = await readItems(openGsiShelters([gsi(`mergeFromCity_2_342131.${encoding}.csv`)]));
      expect(csv.values).toEqual(values);
    }
  });

  it('Hatsukaichi: 82 shelters, hazards unknown; CSVs and GeoJSON agree', async (context) => {
    skipWithout(context, SHELTERS);
    const { values, counts } = await readItems(openGsiShelters([SHELTERS]));
    expect(counts).toEqual({ accepted: 82 });
    expect(new Set(values.map(({ designatedHazards }) => designatedHazards))).toEqual(
      new Set([null]),
    );
    for (const encoding of ['utf8bom', 'cp932']) {
      const csv = await readItems(openGsiShelters([gsi(`mergeFromCity_1_342131.${encoding}.csv`)]));
      expect(csv.values).toEqual(values);
    }
  });

  it('Hatsukaichi: 松ケ原集会所 in a hole of the boundary is kept, on both lists', async (context) => {
    skipWithout(context, BOUNDARY);
    const [boundary] = (await readItems(openDistricts([BOUNDARY]))).values;
    const { values } = await readItems(openGsiShelters([SITES, SHELTERS]));
    expect(values).toHaveLength(205);
    const halls = values.filter(({ name }) => name === '松ケ原集会所');
    expect(halls.map(({ kind }) => kind)).toEqual(['emergency-site', 'shelter']);
    for (const { position } of halls) {
      const polygons = boundary?.geometry.coordinates ?? [];
      expect(polygons.some((polygon) => isInsidePolygon(polygon, position ?? [0, 0]))).toBe(false);
      expect(polygons.some(([outer]) => isInsidePolygon([outer ?? []], position ?? [0, 0]))).toBe(
        true,
      );
    }
  });

  it('Hatsukaichi: places are kept where each list puts them, up to 458 m apart', async (context) => {
    skipWithout(context, SITES);
    const { values } = await readItems(openGsiShelters([SITES, SHELTERS]));
    const placeOf = (kind: string, name: string) =>
      values.find((entry) => entry.kind === kind && entry.name === name)?.position ?? null;
    const apartMeters = values
      .filter(({ kind }) => kind === 'shelter')
      .flatMap(({ name, position }) => {
        const other = placeOf('emergency-site', name);
        return position === null || other === null ? [] : [distanceMeters(position, other)];
      });
    expect(apartMeters.filter((meters) => meters > 30)).toHaveLength(20);
    expect(Math.round(Math.max(...apartMeters))).toBe(458);
  });

  it('Ishikawa: 1,528 rows, 3 of them blank; telephones are telephones', async (context) => {
    skipWithout(context, ISHIKAWA);
    const { items, values, counts } = await readItems(openStandardShelters([ISHIKAWA]));
    expect(items).toHaveLength(1528);
    expect(counts).toEqual({ accepted: 1525, skipped: 3 });
    expect(values.every(({ position }) => position !== null)).toBe(true);
    expect(new Set(values.map(({ municipalityCode }) => municipalityCode)).size).toBe(19);
    expect(values.filter(({ phone }) => phone !== null && !/^[\d()-]+$/.test(phone))).toEqual([]);
    const withNote = values.filter(({ capacityNote }) => capacityNote === '100人2.0㎡あたり1人');
    expect(withNote.map(({ capacity }) => capacity)).toEqual(Array(45).fill(100));
  });
});

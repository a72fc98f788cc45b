import { describe, expect, it } from 'vitest';
import { crsByName, crsByWkt, planeZoneCrs } from '#geodata/steps/crs';

/** x 25,000.5 m, y −170,000.25 m in each zone as PostGIS 3.3 (PROJ 9.1) transforms 6668 + zone to 6668. */
const BY_POSTGIS: readonly (readonly [number, number, number])[] = [
  [1, 129.7630889634483, 31.466536276637274],
  [2, 131.26308896344827, 31.466536276637274],
  [3, 132.43880518338844, 34.46724919790402],
  [4, 133.76308896344827, 31.466536276637274],
  [5, 134.60547185005444, 34.46724919790402],
  [6, 136.27213851672144, 34.46724919790402],
  [7, 137.4388051833884, 34.46724919790402],
  [8, 138.77213851672144, 34.46724919790402],
  [9, 140.1054718500544, 34.46724919790402],
  [10, 141.11983124650794, 38.46823823848513],
  [11, 140.55402736225582, 42.46925153678116],
  [12, 142.55402736225582, 42.46925153678116],
  [13, 144.55402736225582, 42.46925153678116],
  [14, 142.24661922193616, 24.465020233458613],
  [15, 127.74661922193616, 24.465020233458613],
  [16, 124.24661922193616, 24.465020233458613],
  [17, 131.24661922193616, 24.465020233458613],
  [18, 136.2367151911799, 18.463943733770922],
  [19, 154.24661922193616, 24.465020233458613],
];

const WKT_ZONE_3 =
  'PROJCS["JGD_2011_Japan_Zone_3",GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",132.1666666666667],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",36.0],UNIT["Meter",1.0]]';

describe('plane rectangular zones', () => {
  it.each(BY_POSTGIS)('zone %i agrees with PostGIS to 0.01 mm', (zone, lng, lat) => {
    const crs = planeZoneCrs(zone);
    expect(crs.label).toBe(`EPSG:${6668 + zone}`);
    const [ourLng, ourLat] = crs.toLngLat(25_000.5, -170_000.25);
    expect(ourLng).toBeCloseTo(lng, 10);
    expect(ourLat).toBeCloseTo(lat, 10);
  });

  it('refuses a zone that there is not', () => {
    expect(() => planeZoneCrs(20)).toThrow('from 1 to 19, got 20');
  });
});

describe('names of systems', () => {
  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'OGC:CRS84'],
    ['urn:ogc:def:crs:EPSG::6668', 'EPSG:6668'],
    ['EPSG:4326', 'EPSG:4326'],
    ['EPSG:6671', 'EPSG:6671'],
    ['EPSG:4612', 'EPSG:4612'],
    ['urn:ogc:def:crs:EPSG::2445', 'EPSG:2445'],
  ])('%s', (name, label) => {
    expect(crsByName(name)?.label).toBe(label);
  });

  it.each(['EPSG:4301', 'EPSG:3857', 'nonsense'])('does not know %s', (name) => {
    expect(crsByName(name)).toBeNull();
  });

  it('says that JGD2000 is taken as JGD2011', () => {
    expect(crsByName('EPSG:2445')?.note?.en).toContain('JGD2000');
    expect(crsByName('EPSG:6671')?.note).toBeNull();
  });
});

describe('.prj', () => {
  it('knows a plane rectangular zone by its origin', () => {
    expect(crsByWkt(WKT_ZONE_3)?.label).toBe('EPSG:6671');
    expect(crsByWkt(WKT_ZONE_3.replaceAll('2011', '2000'))?.label).toBe('EPSG:2445');
  });

  it('knows geographic coordinates', () => {
    expect(crsByWkt('GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",…]]')?.label).toBe('EPSG:6668');
    expect(crsByWkt('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",…]]')?.toLngLat(132, 34)).toEqual([
      132, 34,
    ]);
  });

  it('reads another projection of the datum by its parameters', () => {
    const utm = WKT_ZONE_3.replace('0.9999', '0.9996')
      .replace('"Latitude_Of_Origin",36.0', '"Latitude_Of_Origin",0.0')
      .replace('132.1666666666667', '135.0')
      .replace('"False_Easting",0.0', '"False_Easting",500000.0');
    const [lng, lat] = crsByWkt(utm)?.toLngLat(500_000, 3_800_000) ?? [0, 0];
    expect(lng).toBeCloseTo(135, 9);
    // 0.9996 of the meridian arc of GRS 80 to this latitude is 3,800,000 m.
    expect(lat).toBeCloseTo(34.3413, 4);
  });

  it('refuses the old Tokyo datum', () => {
    expect(crsByWkt('GEOGCS["GCS_Tokyo",DATUM["D_Tokyo",…]]')).toBeNull();
  });
});

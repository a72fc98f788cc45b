import { describe, expect, it } from 'vitest';
import { JGD2011, planeZoneCrs } from '#geodata/steps/crs';
import { toMultiPolygon } from '#geodata/steps/to-multi-polygon';
import { square } from '../support/zone-feature.ts';

function read(coordinates: unknown, type = 'Polygon') {
  const reading = toMultiPolygon({ type, coordinates }, JGD2011);
  return reading.kind === 'area'
    ? { polygons: reading.geometry.coordinates, repairs: reading.repairs.map(({ code }) => code) }
    : { kind: reading.kind, reason: reading.reason.code };
}

const outer = square(132, 34, 0.01);
const hole = square(132.002, 34.002, 0.001);

describe('toMultiPolygon', () => {
  it('takes sound areas as they are, whatever their winding', () => {
    const clockwise = outer.toReversed();
    expect(read([clockwise, hole])).toEqual({ polygons: [[clockwise, hole]], repairs: [] });
    expect(read([[outer], [hole]], 'MultiPolygon')).toEqual({
      polygons: [[outer], [hole]],
      repairs: [],
    });
  });

  it('leaves heights out', () => {
    expect(read([outer.map(([lng, lat]) => [lng, lat, 12.5])])).toEqual({
      polygons: [[outer]],
      repairs: [],
    });
  });

  it('closes open rings', () => {
    expect(read([outer.slice(0, -1)])).toEqual({
      polygons: [[outer]],
      repairs: ['geometry.ring-closed'],
    });
  });

  it('makes repeated vertices one', () => {
    expect(read([[outer[0], ...outer]])).toEqual({
      polygons: [[outer]],
      repairs: ['geometry.duplicate-vertices'],
    });
  });

  it('drops rings without area, and keeps thin triangles', () => {
    const triangle = [outer[0], outer[1], [132.005, 34.0000001], outer[0]];
    expect(read([triangle])).toEqual({ polygons: [[triangle]], repairs: [] });
    const sliver = [hole[0], hole[1], hole[0]];
    const flat = [hole[0], [132.0021, 34.002], hole[1], hole[0]];
    const repairs = ['geometry.sliver-dropped'];
    expect(read([outer, sliver])).toEqual({ polygons: [[outer]], repairs });
    expect(read([outer, flat])).toEqual({ polygons: [[outer]], repairs });
    expect(read([[outer], [sliver]], 'MultiPolygon')).toEqual({ polygons: [[outer]], repairs });
  });

  it('rejects what has no ring with area, and drops holes whose outer ring is lost', () => {
    const sliver = [hole[0], hole[1], hole[0]];
    expect(read([sliver])).toEqual({ kind: 'unusable', reason: 'geometry.no-area' });
    expect(read([sliver, outer])).toEqual({ kind: 'unusable', reason: 'geometry.no-area' });
  });

  it('reads a hole outside as an area of its own: no zone may vanish', () => {
    const elsewhere = square(132.02, 34, 0.001);
    expect(read([outer, elsewhere, hole])).toEqual({
      polygons: [[outer, hole], [elsewhere]],
      repairs: ['geometry.hole-outside'],
    });
  });

  it('gives rings that cross themselves as read', () => {
    const bow = [outer[0], outer[2], outer[1], outer[3], outer[0]];
    expect(read([bow])).toEqual({ polygons: [[bow]], repairs: [] });
  });

  it('swaps coordinates that were written latitude first', () => {
    expect(read([outer.map(([lng, lat]) => [lat, lng])])).toEqual({
      polygons: [[outer]],
      repairs: ['geometry.latitude-first'],
    });
  });

  it.each([
    ['no coordinates', undefined, 'geometry.malformed'],
    ['no rings', [], 'geometry.missing'],
    ['text for a number', [[['132', 34]]], 'geometry.malformed'],
    ['null for a number', [[[null, 34]]], 'geometry.malformed'],
    ['metres without a zone', [square(-34_000, -187_000, 100)], 'geometry.outside-japan'],
    ['null island', [square(0, 0, 1)], 'geometry.outside-japan'],
  ])('rejects %s', (_, coordinates, reason) => {
    expect(read(coordinates)).toEqual({ kind: 'unusable', reason });
  });

  it('tells lines and points from areas, and from nothing', () => {
    expect(read([outer], 'MultiLineString')).toMatchObject({ kind: 'not-area' });
    expect(read([132, 34], 'Point')).toMatchObject({ kind: 'not-area' });
    expect(read([], 'GeometryCollection')).toMatchObject({ kind: 'unusable' });
    expect(toMultiPolygon(null, JGD2011)).toMatchObject({ reason: { code: 'geometry.missing' } });
  });

  it('brings plane coordinates to longitude and latitude', () => {
    const reading = toMultiPolygon(
      { type: 'Polygon', coordinates: [square(25_000.5, -170_000.25, 50)] },
      planeZoneCrs(3),
    );
    const [lng, lat] = reading.kind === 'area' ? reading.geometry.coordinates[0]![0]![0]! : [0, 0];
    expect(lng).toBeCloseTo(132.43880518338844, 9);
    expect(lat).toBeCloseTo(34.46724919790402, 9);
  });
});

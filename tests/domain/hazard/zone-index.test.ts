import { describe, expect, it } from 'vitest';
import { judgePoint } from '#domain/hazard/exposure';
import { joinPointsInside, joinPointsWithin } from '#domain/hazard/point-join';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { packZoneIndex, unpackZoneIndex } from '#domain/hazard/zone-index-message';
import { makePoints, makeZones } from '../../bench/support/prefecture.ts';
import { at, box, zoneOf } from './support/zones.ts';

const POINTS = makePoints(3000);
const REACH_METERS = 40;
const buildSample = () => buildZoneIndex(makeZones(4000));

/** What judging the points one by one says, as one line for each pair that is not outside. */
function judgeOneByOne(index: ZoneIndex): string[] {
  const lines: string[] = [];
  for (let point = 0; 2 * point < POINTS.length; point += 1) {
    const [lng = 0, lat = 0] = POINTS.subarray(2 * point, 2 * point + 2);
    const located = { accuracy: 'building', radiusMeters: 0, position: [lng, lat] } as const;
    for (const zone of judgePoint(index, located, { marginMeters: REACH_METERS }).zones)
      lines.push(`${point} ${zone.zoneId} ${zone.signedDistanceMeters}`);
  }
  return lines.sort();
}

describe('buildZoneIndex', () => {
  it('closes rings that are not closed', () => {
    const open = box(0, 0, 100, 100).slice(0, -1);
    const index = buildZoneIndex([zoneOf([[open]])]);
    const judge = (east: number) =>
      judgePoint(
        index,
        { accuracy: 'manual', radiusMeters: 1, position: at(east, 1) },
        { marginMeters: 0 },
      ).relation;
    expect([judge(50), judge(200)]).toEqual(['inside', 'outside']);
  });

  it('keeps zones without a ring, which nothing is near to', () => {
    const index = buildZoneIndex([zoneOf([]), zoneOf([[[]]]), zoneOf([[box(0, 0, 9, 9)]])]);
    expect(index.zoneCount).toBe(3);
    const pairs = joinPointsInside(index, Float64Array.from(at(5, 5)));
    expect([...pairs.zoneNumbers]).toEqual([2]);
  });

  it('counts a place once in parts that overlap', () => {
    const index = buildZoneIndex([zoneOf([[box(0, 0, 60, 60)], [box(40, 0, 90, 60)]])]);
    expect([...joinPointsInside(index, Float64Array.from(at(50, 30))).zoneNumbers]).toEqual([0]);
  });
});

describe('a posted index', () => {
  it('answers as before, and nothing of it was copied', () => {
    const index = buildSample();
    const expected = judgeOneByOne(index);
    const { message, buffers } = packZoneIndex(index);
    const posted = structuredClone(message, { transfer: buffers as ArrayBuffer[] });
    expect(judgeOneByOne(unpackZoneIndex(posted))).toEqual(expected);
    expect(index.sheets.map(({ coordinates }) => coordinates.byteLength)).toEqual(
      Array.from(index.sheets, () => 0),
    );
  });

  it('may be empty', () => {
    const posted = structuredClone(packZoneIndex(buildZoneIndex([])).message);
    expect(unpackZoneIndex(posted).tree).toBeNull();
  });
});

describe('joins of many points', () => {
  const index = buildSample();
  const expected = judgeOneByOne(index);

  it('within a distance: the pairs and distances that judging one by one gives', () => {
    const pairs = joinPointsWithin(index, POINTS, REACH_METERS);
    const lines = [...pairs.pointNumbers].map(
      (point, pair) =>
        `${point} zone-${pairs.zoneNumbers[pair]} ${pairs.signedDistanceMeters[pair]}`,
    );
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.sort()).toEqual(expected);
  });

  it('inside: those of them whose distance is not positive', () => {
    const pairs = joinPointsInside(index, POINTS);
    const lines = [...pairs.pointNumbers].map(
      (point, pair) => `${point} zone-${pairs.zoneNumbers[pair]}`,
    );
    const insideOnly = expected.filter((line) => Number(line.split(' ')[2]) <= 0);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.sort()).toEqual(insideOnly.map((line) => line.split(' ', 2).join(' ')).sort());
  });

  it('take points on one spot, on one line, and none', () => {
    const square = buildZoneIndex([zoneOf([[box(0, 0, 100, 100)]])]);
    const count = (places: (readonly [number, number])[]) =>
      joinPointsInside(square, Float64Array.from(places.flat())).pointNumbers.length;
    expect(count([])).toBe(0);
    expect(count([at(50, 50), at(50, 50)])).toBe(2);
    expect(count([at(-50, 50), at(50, 50), at(150, 50)])).toBe(1);
    expect(count([at(50, -50), at(50, 50), at(50, 150)])).toBe(1);
  });

  it('refuse a coordinate that is no number', () => {
    expect(() => joinPointsInside(index, Float64Array.of(132, Number.NaN))).toThrow(RangeError);
  });
});

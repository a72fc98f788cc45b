import { describe, expect, it } from 'vitest';
import { judgePoint } from '#domain/hazard/exposure';
import { buildZoneIndex, type ZoneIndex } from '#domain/hazard/zone-index';
import { at, box, zoneOf } from './support/zones.ts';

/** Zones that a place, metres east and north, is in, by their numbers in the index. */
function zonesAround(index: ZoneIndex, east: number, north: number): number[] {
  const located = { accuracy: 'manual', radiusMeters: 1, position: at(east, north) } as const;
  const { zones } = judgePoint(index, located, { marginMeters: 0 });
  return zones.map(({ zoneId }) => index.zoneIds.indexOf(zoneId));
}

describe('buildZoneIndex', () => {
  it('closes rings that are not closed', () => {
    const open = box(0, 0, 100, 100).slice(0, -1);
    const index = buildZoneIndex([zoneOf([[open]])]);
    expect([zonesAround(index, 50, 1), zonesAround(index, 200, 1)]).toEqual([[0], []]);
  });

  it('keeps zones without a ring, which nothing is near to', () => {
    const index = buildZoneIndex([
      zoneOf([], { id: 'no polygon' }),
      zoneOf([[[]]], { id: 'empty ring' }),
      zoneOf([[box(0, 0, 9, 9)]], { id: 'square' }),
    ]);
    expect(index.zoneCount).toBe(3);
    expect(zonesAround(index, 5, 5)).toEqual([2]);
  });

  it('counts a place once in parts that overlap', () => {
    const index = buildZoneIndex([zoneOf([[box(0, 0, 60, 60)], [box(40, 0, 90, 60)]])]);
    expect(zonesAround(index, 50, 30)).toEqual([0]);
  });
});

import { describe, expect, test } from 'vitest';
import { lengthMeters } from '#domain/geo/polyline';
import type { Road } from '#domain/road/road';
import { openOsm } from '#geodata/sources/osm';
import { readItems } from '../support/read-items.ts';
import { sharedData, skipWithout } from '../support/shared-data.ts';

const ANDORRA = sharedData('roads/andorra.osm.pbf');
const HITOYOSHI = sharedData('roads/hitoyoshi_sagara.osm');

async function read(path: string) {
  const source = await readItems(openOsm([path]));
  const roads = source.values.flatMap((value) => (value.kind === 'way' ? value.roads : []));
  return { ...source, roads };
}

const kilometers = (roads: readonly Road[]) =>
  roads.reduce((sum, { line }) => sum + lengthMeters(line), 0) / 1000;
const count = (roads: readonly Road[], is: (road: Road) => boolean) => roads.filter(is).length;

/** Parts that hang together, by the names of the ends. */
function componentsOf(roads: readonly Road[]): number {
  const parents = new Map(roads.flatMap(({ ends }) => ends.map((end) => [end, end] as const)));
  const rootOf = (end: string): string => {
    let root = end;
    while (parents.get(root) !== root) root = parents.get(root)!;
    return root;
  };
  for (const { ends } of roads) parents.set(rootOf(ends[0]), rootOf(ends[1]));
  return new Set([...parents.keys()].map(rootOf)).size;
}

describe('real files of OpenStreetMap', () => {
  // Ways, roads, barriers and length agree with a peer (osm-pbf-parser-node 1.1.4, cut at the same nodes).
  test('Andorra, a PBF with full tags', async (context) => {
    skipWithout(context, ANDORRA);
    const { roads, values, counts, metadata } = await read(ANDORRA);
    expect(counts).toEqual({ accepted: 1615, repaired: 3, skipped: 3 });
    expect(values.filter(({ kind }) => kind === 'way')).toHaveLength(1612);
    expect(roads).toHaveLength(2796);
    expect(new Set(roads.map(({ id }) => id)).size).toBe(2796);
    expect(values.filter(({ kind }) => kind === 'barrier')).toHaveLength(6);
    expect(values.filter(({ kind }) => kind === 'restriction')).toHaveLength(0);
    expect(kilometers(roads)).toBeCloseTo(854.6, 1);
    const named = roads.filter(({ name }) => name === "Port d'Envalira");
    expect([named.length, Math.round(kilometers(named) * 10) / 10]).toEqual([30, 9.7]);
    expect(
      Object.fromEntries(KINDS.map((kind) => [kind, count(roads, (one) => one.kind === kind)])),
    ).toEqual({
      ...{ primary: 639, secondary: 422, tertiary: 23, street: 883, service: 206 },
      ...{ track: 231, footway: 65, path: 314, steps: 13 },
    });
    expect(count(roads, ({ oneway }) => oneway !== 'both')).toBe(641);
    expect(count(roads, ({ isBridge }) => isBridge)).toBe(158);
    expect(count(roads, ({ isTunnel }) => isTunnel)).toBe(14);
    expect(metadata).toMatchObject({ asOf: '2013-05-28', encoding: 'PBF' });
  });

  test('Hitoyoshi and Sagara, XML of a hilly town', async (context) => {
    skipWithout(context, HITOYOSHI);
    const { roads, counts } = await read(HITOYOSHI);
    expect(counts).toEqual({ accepted: 6726 });
    expect(roads).toHaveLength(6726);
    expect(new Set(roads.flatMap(({ ends }) => ends)).size).toBe(6405);
    expect(componentsOf(roads)).toBe(9);
    expect(kilometers(roads)).toBeCloseTo(218, 0);
  });
});

const KINDS = [
  ...['primary', 'secondary', 'tertiary', 'street', 'service', 'track', 'footway', 'path'],
  'steps',
];

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { packCost } from '#domain/routing/cost/packed-cost';
import { buildTopology } from '#domain/routing/graph/build-topology';
import { hilbertOrder } from '#domain/routing/graph/hilbert';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { shareArrays } from '#domain/routing/graph/share-arrays';
import { textAt, unpackTexts } from '#domain/text/packed-texts';
import { cellAt, readRoads, roadBetween } from './support/drawing.ts';

const chainsOf = (text: string, given = {}) => {
  const table = buildRoadTable(readRoads(text, given));
  const { chainFirst, chainRoads, coreJunctions } = buildTopology(table, 'foot');
  const chains = Array.from({ length: chainFirst.length - 1 }, (_, chain) =>
    [...chainRoads.subarray(chainFirst[chain], chainFirst[chain + 1])]
      .map((one) => textAt(table.roadIds, one >> 1))
      .join(' '),
  );
  return {
    chains: chains.map((one) => one.split(' ').sort().join(' ')).sort(),
    cores: [...coreJunctions].map((junction) => textAt(table.junctionIds, junction)).sort(),
  };
};

describe('chains', () => {
  it('go from one junction where there is a choice to the next', () => {
    const { chains, cores } = chainsOf(`
      A---B---C---D
          |   |
          E---F
    `);
    expect(cores).toEqual(['A', 'B', 'C', 'D']);
    expect(chains).toEqual(['AB', 'BC', 'BE CF EF', 'CD']);
  });

  it('close a ring that no other road meets', () => {
    expect(chainsOf('A---B\n|   |\nC---D').chains).toEqual(['AB AC BD CD']);
    expect(chainsOf('A---B\n|   |\nC---D').cores).toHaveLength(1);
  });
});

describe('what contradicts itself in a dataset', () => {
  const line = [cellAt(0, 0), cellAt(4, 0)];

  it('is left out and named', () => {
    const point = [cellAt(0, 0), cellAt(0, 0)];
    const table = buildRoadTable({
      roads: [
        roadBetween('a', ['1', '2'], line),
        roadBetween('a', ['2', '3'], line),
        roadBetween('loop', ['1', '1'], point),
        roadBetween('step', ['1', '4'], point),
      ],
      barriers: [
        {
          junction: '9',
          kind: 'gate',
          access: { foot: 'no', wheelchair: 'no', car: 'no', emergency: 'no' },
        },
      ],
      restrictions: [
        { kind: 'no', fromRoad: 'a', junction: '2', toRoad: 'b', except: [] },
        { kind: 'no', fromRoad: 'a', junction: '4', toRoad: 'step', except: [] },
      ],
    });
    expect(unpackTexts(table.roadIds)).toEqual(['a', 'step']);
    expect(table.remarks.map(({ code, id }) => `${code} ${id}`)).toEqual([
      'duplicate-road a',
      'road-without-length loop',
      'barrier-at-unknown-junction 9',
      'restriction-of-unknown-road a 2 b',
      'restriction-of-unknown-road a 4 step',
    ]);
  });

  it('throws where a road has no line or no place on earth', () => {
    const build = (given: readonly (readonly [number, number])[]) =>
      buildRoadTable({
        roads: [roadBetween('x', ['1', '2'], given)],
        barriers: [],
        restrictions: [],
      });
    expect(() => build([[132, 34]])).toThrow(/road x: expected two/);
    expect(() =>
      build([
        [132, 34],
        [34, 132],
      ]),
    ).toThrow(/road x: expected \[lng, lat\]/);
    expect(() =>
      build([
        [132, 34],
        [Number.NaN, 34],
      ]),
    ).toThrow(RangeError);
  });

  it('is nothing in an empty network', () => {
    const table = buildRoadTable({ roads: [], barriers: [], restrictions: [] });
    expect(buildTopology(table, 'car')).toMatchObject({ coreCount: 0 });
  });
});

describe('arrays', () => {
  it('are shared with a worker and not copied', () => {
    const table = buildRoadTable(readRoads('A---B---C'));
    const shared = shareArrays({ table, topology: buildTopology(table, 'foot') });
    expect(shared.table).toEqual(table);
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(shared);
    const received = receiveMessageOnPort(port2)?.message as typeof shared;
    received.table.lengthsMeters[0] = 7;
    expect(shared.table.lengthsMeters[0]).toBe(7);
    expect(table.lengthsMeters[0]).not.toBe(7);
    port1.close();
  });

  it('stand along a curve: of a grid no two neighbours in the order are far apart', () => {
    const side = 32;
    const grid = Float64Array.from({ length: 2 * side * side }, (_, at) => {
      const cell = at >> 1;
      return at % 2 === 0 ? cell % side : Math.floor(cell / side);
    });
    const order = hilbertOrder(grid);
    expect([...order].sort((a, b) => a - b)).toEqual([...Array(side * side).keys()]);
    const steps = [...order].slice(1).map((cell, at) => {
      const before = order[at] ?? 0;
      const [x = 0, y = 0] = grid.subarray(2 * cell, 2 * cell + 2);
      const [u = 0, v = 0] = grid.subarray(2 * before, 2 * before + 2);
      return Math.abs(x - u) + Math.abs(y - v);
    });
    expect(Math.max(...steps)).toBe(1);
  });
});

describe('packed costs', () => {
  it('put any decimetre before all time, and refuse what would not add up', () => {
    expect(packCost(0, 2 ** 28 - 1)).toBeLessThan(packCost(1, 0));
    expect(packCost(2 ** 25 - 1, 2 ** 28 - 1)).toBe(Number.MAX_SAFE_INTEGER);
    for (const [exposureDm, timeCs] of [
      [2 ** 25, 0],
      [0, 2 ** 28],
      [-1, 0],
      [0.5, 0],
      [0, Number.NaN],
    ] as const)
      expect(() => packCost(exposureDm, timeCs)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { readBarrier } from '#geodata/mappers/osm/barrier';
import { countOf, metersOf, tonnesOf } from '#geodata/mappers/osm/measures';
import { readWay } from '#geodata/mappers/osm/way-attributes';

const wayOf = (tags: Record<string, string>) => {
  const reading = readWay(new Map(Object.entries({ highway: 'residential', ...tags })));
  if (reading?.kind !== 'road') throw new Error('no road');
  return reading.attributes;
};

describe('measures', () => {
  it.each([
    ['3.5', 3.5],
    ['3.5 m', 3.5],
    ['3,5m', 3.5],
    ['3.5', 3.5],
    ['350 cm', 3.5],
    ["12'", 3.658],
    ['12\'6"', 3.81],
    ["6'7''", 2.007],
    ['12 ft', 3.658],
  ])('%s is %f metres', (text, meters) => expect(metersOf(text)).toBe(meters));

  it.each(['', 'wide', '3.5 lightyears', '0', '-2', '3.5.1', 'm', 'constructor', undefined])(
    '%s is no length',
    (text) => expect(metersOf(text)).toBeNull(),
  );

  it('weights are in tonnes unless they say otherwise', () => {
    expect(['3.5', '3.5 t', '10000 kg', '5 st', '20000 lbs', 'unsigned'].map(tonnesOf)).toEqual([
      3.5,
      3.5,
      10,
      4.536,
      9.072,
      null,
    ]);
  });

  it('counts are whole numbers', () => {
    expect(['2', '2', '0', '1.5', '-1', 'many', '', undefined].map(countOf)).toEqual([
      2,
      2,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the width of a way', () => {
  const width = (tags: Record<string, string>) => {
    const found = wayOf(tags).width;
    return found === null ? null : [found.leastMeters, found.mostMeters];
  };

  it.each([
    [{ width: '3.5' }, [3.5, 3.5]],
    [{ width: "12'" }, [3.658, 3.658]],
    [{ width: '3-4' }, [3, 4]],
    [{ width: '3;4 m' }, [3, 4]],
    [{ width: '<3' }, [0, 3]],
    [{ width: '>4' }, [4, null]],
    [{ width: '~4' }, [3, 5]],
    [{ est_width: '4' }, [3, 5]],
    [{ width: '3500' }, null],
    [{ width: 'narrow' }, null],
    [{ width: '3-x' }, null],
    [{}, null],
  ])('%j is %j', (tags, range) => expect(width(tags)).toEqual(range));

  it('never exceeds a limit that is posted or built', () => {
    expect(width({ width: '5', maxwidth: '2.5' })).toEqual([2.5, 2.5]);
    expect(width({ maxwidth: '3', 'maxwidth:physical': '2' })).toEqual([2, 2]);
    expect(width({ width: '2', maxwidth: '2.5' })).toEqual([2, 2]);
    expect(width({ width: '>4', maxwidth: '6' })).toEqual([4, 6]);
  });
});

describe('a way', () => {
  it.each([
    [{}, 'both'],
    [{ oneway: 'yes' }, 'forward'],
    [{ oneway: '1' }, 'forward'],
    [{ oneway: '-1' }, 'backward'],
    [{ oneway: 'no', junction: 'roundabout' }, 'both'],
    [{ junction: 'roundabout' }, 'forward'],
    [{ junction: 'circular' }, 'forward'],
    [{ highway: 'motorway' }, 'forward'],
    [{ highway: 'motorway', oneway: 'no' }, 'both'],
    [{ highway: 'motorway_link' }, 'both'],
    [{ oneway: 'reversible' }, 'both'],
  ])('%j runs %s', (tags, oneway) => expect(wayOf(tags).oneway).toBe(oneway));

  it('is bridge, tunnel, paved or not as it says', () => {
    expect(wayOf({ bridge: 'viaduct', tunnel: 'no' })).toMatchObject({
      isBridge: true,
      isTunnel: false,
    });
    expect(wayOf({ tunnel: 'building_passage' }).isTunnel).toBe(true);
    expect(
      ['asphalt', 'concrete:plates', 'gravel', 'asphalt;gravel', 'lava', ''].map(
        (surface) => wayOf({ surface }).surface,
      ),
    ).toEqual(['paved', 'paved', 'unpaved', 'unpaved', 'unknown', 'unknown']);
  });

  it('has its steps counted where somebody did', () => {
    expect(wayOf({ highway: 'steps' }).stepCount).toBeNull();
    expect(wayOf({ highway: 'steps', step_count: '32' }).stepCount).toBe(32);
    expect(wayOf({}).stepCount).toBe(0);
  });

  it('has its limits of height and weight', () => {
    const tags = { maxheight: '4.5', 'maxheight:physical': "13'", maxweight: '20', lanes: '2' };
    expect(wayOf(tags)).toMatchObject({ maxHeightMeters: 3.962, maxWeightTonnes: 20, lanes: 2 });
    expect(wayOf({ maxheight: 'default' }).maxHeightMeters).toBeNull();
  });
});

describe('who may pass', () => {
  const access = (tags: Record<string, string>) => {
    const { foot, wheelchair, car, emergency } = wayOf(tags).access;
    return [foot, wheelchair, car, emergency].join(' ');
  };

  it.each([
    [{}, 'unknown unknown unknown unknown'],
    [{ access: 'yes' }, 'yes unknown yes yes'],
    [{ access: 'no' }, 'no no no unknown'],
    [{ access: 'no', foot: 'yes' }, 'yes unknown no unknown'],
    [{ access: 'private' }, 'destination destination destination yes'],
    [{ motor_vehicle: 'no' }, 'unknown unknown no unknown'],
    [{ motor_vehicle: 'no', emergency: 'yes' }, 'unknown unknown no yes'],
    [{ vehicle: 'no', motor_vehicle: 'destination' }, 'unknown unknown destination yes'],
    [{ vehicle: 'no', motorcar: 'yes' }, 'unknown unknown yes yes'],
    [{ foot: 'no' }, 'no no unknown unknown'],
    [{ foot: 'no', wheelchair: 'yes' }, 'no yes unknown unknown'],
    [{ wheelchair: 'limited' }, 'unknown unknown unknown unknown'],
    [{ wheelchair: 'no' }, 'unknown no unknown unknown'],
    [{ motorroad: 'yes' }, 'no no unknown unknown'],
    [{ motor_vehicle: 'delivery;agricultural' }, 'unknown unknown destination yes'],
    [{ access: 'constructor' }, 'unknown unknown unknown unknown'],
    [{ highway: 'busway' }, 'unknown unknown no unknown'],
  ])('%j: foot, wheelchair, car, emergency are %s', (tags, expected) =>
    expect(access(tags)).toBe(expected),
  );

  it('past a barrier depends on its kind, and on its tags first', () => {
    const past = (tags: Record<string, string>) => readBarrier(new Map(Object.entries(tags)));
    expect(past({ highway: 'crossing' })).toBeNull();
    expect(past({ barrier: 'stile' })?.access.wheelchair).toBe('no');
    expect(past({ barrier: 'bollard', motor_vehicle: 'yes' })?.access.car).toBe('yes');
    expect(past({ barrier: 'kerb', kerb: 'raised' })?.access.wheelchair).toBe('no');
    expect(past({ barrier: 'kerb', kerb: 'lowered' })?.access.wheelchair).toBe('yes');
    expect(past({ barrier: 'something' })?.access.foot).toBe('unknown');
  });
});

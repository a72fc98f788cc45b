import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeGroups } from '#domain/plan/accepted-groups';
import { rankDestinations, type WayFacts, weigh } from '#domain/plan/destinations';
import { person, shelter, way } from './support/facts.ts';

const codes = (given: Parameters<typeof weigh>) => weigh(...given).reasons.map(({ code }) => code);
const ids = (ranked: ReturnType<typeof rankDestinations>) => ranked.map(({ id }) => id).join(' ');

describe('accepted groups', () => {
  const answer = (groups: readonly string[] | null, who = person()) =>
    judgeGroups('welfare-shelter', groups, who).answer;

  it('are told by care level, age, disability and devices', () => {
    expect(answer(['要介護3以上'])).toBe('accepted');
    expect(answer(['要介護3以上'], person({ careLevel: '22' }))).toBe('refused');
    expect(answer(['要介護度4以上', '高齢者'])).toBe('accepted');
    expect(answer(['身体障害者'])).toBe('refused');
    expect(answer(['身体障害者'], person({ disabilities: ['trunk'] }))).toBe('accepted');
    expect(answer(['知的障がい者'], person({ disabilities: ['trunk'] }))).toBe('refused');
    expect(answer(['障害者'], person({ disabilities: ['mental'] }))).toBe('accepted');
    // A place for disabled children is for no adult, whatever the disability.
    expect(answer(['障害児とその家族'], person({ disabilities: ['trunk'] }))).toBe('refused');
    expect(answer(['障害児・者'], person({ disabilities: ['trunk'] }))).toBe('accepted');
    expect(answer(['医療的ケアが必要な者'], person({ devices: ['oxygen-concentrator'] }))).toBe(
      'accepted',
    );
    expect(answer(['要支援者'], person({ careLevel: '12' }))).toBe('accepted');
    expect(answer(['要介護5'], person({ careLevel: '24' }))).toBe('refused');
  });

  it('are unknown where the list, the word or the person is, and never a refusal', () => {
    expect(answer(null)).toBe('unknown');
    expect(answer(['障害者'], person({ disabilities: null }))).toBe('unknown');
    expect(answer(['乳幼児', '特別な配慮を要する者'])).toBe('unknown');
    expect(answer(['湯治客'])).toBe('unknown');
    expect(judgeGroups('shelter', null, person()).answer).toBe('everyone');
  });
});

describe('destinations of one person', () => {
  it('stay choosable when they are unsuitable, with every reason and the gravest first', () => {
    const who = person({ devices: ['ventilator'] });
    const bad = shelter('bad', {
      redRelation: 'inside',
      capacity: 3,
      planned: 3,
      designatedForLandslide: false,
      acceptedGroups: ['妊産婦'],
    });
    const ranked = rankDestinations(who, [
      { destination: bad, way: way(60) },
      { destination: shelter('far', { equipment: ['emergency-power'] }), way: way(6000) },
    ]);
    expect(ids(ranked)).toBe('far bad');
    expect(ranked[1]).toMatchObject({ isUnsuitable: true, freeCapacity: 0 });
    expect(ranked[1]?.reasons.map(({ code }) => code)).toEqual([
      'in-red',
      'not-for-landslide',
      'full',
      'no-power',
      'group-unknown',
      'way-out-of-zones',
    ]);
    expect(ranked[0]?.reasons.map(({ code }) => code)).toContain('has-power');
    for (const { reasons } of ranked)
      for (const { ja, en } of reasons) expect(`${ja} ${en}`).not.toMatch(/安全|\bsafe/i);
  });

  it('tells what is not known apart from what is against', () => {
    const unknown = shelter('u', {
      capacity: null,
      equipment: null,
      designatedForLandslide: null,
      redRelation: 'undetermined',
    });
    const seen = weigh(person({ devices: ['suction'] }), unknown, null);
    expect(seen).toMatchObject({ isUnsuitable: false, freeCapacity: null });
    expect(new Set(seen.reasons.map(({ bearing }) => bearing))).toEqual(new Set(['unknown']));
    expect(codes([person({ devices: null }), shelter('s'), way(1)])).toContain(
      'power-need-unknown',
    );
    expect(codes([person(), shelter('s'), 'none'])).toContain('no-way');
  });

  it('prefers the shelter that names the person’s group, where the rest is alike', () => {
    const welfare = shelter('w', { kind: 'welfare-shelter', acceptedGroups: ['高齢者'] });
    const ranked = rankDestinations(person(), [
      { destination: shelter('a'), way: way(100) },
      { destination: welfare, way: way(900) },
    ]);
    expect(ids(ranked)).toBe('w a');
  });

  it('ranks a place that two things rule out after one that one does, whatever is not known there', () => {
    const inRed = { redRelation: 'inside' as const };
    const ranked = rankDestinations(person(), [
      { destination: shelter('full', { ...inRed, capacity: 0 }), way: way(10) },
      { destination: shelter('unknown', { ...inRed, capacity: null }), way: way(10) },
    ]);
    expect(ids(ranked)).toBe('unknown full');
  });

  const aWay = fc.record({
    redMeters: fc.integer({ min: 0, max: 300 }),
    yellowMeters: fc.integer({ min: 0, max: 300 }),
    unknownMeters: fc.constantFrom(0, 0, 40),
    seconds: fc.integer({ min: 1, max: 5000 }),
  });
  const aDestination = fc.record({
    capacity: fc.constantFrom(null, 0, 5),
    redRelation: fc.constantFrom('inside', 'near', 'outside', 'undetermined'),
    designatedForLandslide: fc.constantFrom(true, false, null),
    acceptedGroups: fc.constantFrom(null, ['高齢者'], ['妊産婦'], ['知的障害者']),
    equipment: fc.constantFrom(null, [], ['emergency-power'] as const),
  });
  const candidates = fc.array(fc.tuple(aDestination, aWay), { minLength: 2, maxLength: 8 });
  const asCandidates = (given: readonly (readonly [object, WayFacts])[]) =>
    given.map(([one, its], at) => ({ destination: shelter(`d${at}`, one), way: its }));
  const placeOf = (given: ReturnType<typeof asCandidates>) =>
    rankDestinations(person({ devices: ['suction'] }), given).findIndex(({ id }) => id === 'd0');

  it('never ranks better for more red or yellow metres, more seconds or less room', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.constantFrom('redMeters', 'yellowMeters', 'seconds', 'no way', 'full', 'in red'),
        fc.integer({ min: 1, max: 500 }),
        (given, what, more) => {
          const all = asCandidates(given);
          const [first, ...rest] = all;
          if (first === undefined) return;
          const { destination, way: before } = first;
          const known = before as Exclude<WayFacts, 'none' | null>;
          const worse =
            what === 'full'
              ? { destination: { ...destination, capacity: 0 }, way: before }
              : what === 'in red'
                ? { destination: { ...destination, redRelation: 'inside' as const }, way: before }
                : what === 'no way'
                  ? { destination, way: 'none' as const }
                  : { destination, way: { ...known, [what]: known[what as 'seconds'] + more } };
          expect(placeOf([worse, ...rest])).toBeGreaterThanOrEqual(placeOf(all));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which it is told of them, and loses nobody', () => {
    fc.assert(
      fc.property(candidates, (given) => {
        const all = asCandidates(given);
        const ranked = ids(rankDestinations(person(), all));
        expect(ids(rankDestinations(person(), all.toReversed()))).toBe(ranked);
        expect(ranked.split(' ')).toHaveLength(all.length);
      }),
    );
  });
});

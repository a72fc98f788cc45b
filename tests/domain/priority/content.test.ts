import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaSchema } from '#contract/criteria';
import { criteriaContentSchema, isShallow } from '#contract/criteria-desk';
import { compareCriteria, compareRankings } from '#domain/priority/compare';
import { type CriteriaContent, contentOf, criteriaOf } from '#domain/priority/content';
import { contentCautions } from '#domain/priority/content-cautions';
import { contentErrors } from '#domain/priority/content-errors';
import type { Condition } from '#domain/priority/criteria';
import { FactClasses } from '#domain/priority/fact-classes';
import { PRESETS } from '#domain/priority/presets';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { rankResidents } from '#domain/priority/rank';
import {
  arbitraryCriteria,
  arbitraryResidents,
  NOTHING_KNOWN,
  person,
  toFacts,
} from './support.ts';

const HEAD = { id: 'own-1', version: 3, effectiveOn: '2026-11-25' };
const words = { ja: '仮', en: '' };
const old: Condition = { fact: 'age', atLeast: 75 };
const contentWith = (change: Partial<CriteriaContent>): CriteriaContent => ({
  ...contentOf(redZonePolicy),
  ...change,
});

describe('criteria that are worked on', () => {
  it('go to a draft and back unchanged', () => {
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        const draft = criteriaContentSchema.parse(JSON.parse(JSON.stringify(contentOf(criteria))));
        expect(criteriaOf(draft, criteria)).toEqual(criteria);
      }),
    );
  });

  it('become criteria whose English is the Japanese where none is given, without rules that are off', () => {
    const content = contentWith({
      name: words,
      tiers: [{ label: words, condition: old }],
      score: [
        { label: words, condition: old, points: 5, off: true },
        { label: words, condition: old, points: 7, off: false },
      ],
    });
    const criteria = criteriaOf(content, HEAD);
    expect(criteriaSchema.parse(JSON.parse(JSON.stringify(criteria)))).toEqual(criteria);
    expect(criteria.name).toEqual({ ja: '仮', en: '仮' });
    expect(criteria.score).toEqual([{ label: { ja: '仮', en: '仮' }, condition: old, points: 7 }]);
  });

  it('that have no error are criteria that the contract accepts, and presets have none', () => {
    for (const preset of PRESETS) expect(contentErrors(contentOf(preset))).toEqual([]);
    fc.assert(
      fc.property(arbitraryCriteria, (criteria) => {
        expect(contentErrors(contentOf(criteria))).toEqual([]);
      }),
    );
  });

  const faults: [name: string, path: string, change: Partial<CriteriaContent>][] = [
    ['no name', 'name', { name: { ja: ' ', en: 'x' } }],
    ['no tier', 'tiers', { tiers: [] }],
    [
      'a tier without condition',
      'tiers.0.condition',
      { tiers: [{ label: words, condition: { any: [] } }] },
    ],
    [
      'an empty group inside',
      'tiers.0.condition.all.1',
      { tiers: [{ label: words, condition: { all: [old, { any: [] }] } }] },
    ],
    [
      'no value',
      'tiers.0.condition.not',
      { tiers: [{ label: words, condition: { not: { fact: 'plan', oneOf: [] } } }] },
    ],
    [
      'no kind of disability',
      'tiers.0.condition',
      { tiers: [{ label: words, condition: { fact: 'disabilities', kinds: [] } }] },
    ],
    [
      'no grade',
      'tiers.0.condition',
      {
        tiers: [
          {
            label: words,
            condition: { fact: 'disabilities', kinds: ['intellectual'], gradeOneOf: [] },
          },
        ],
      },
    ],
    [
      'a tier without name',
      'tiers.0.label',
      { tiers: [{ label: { ja: '', en: '' }, condition: old }] },
    ],
    [
      'a rule without condition',
      'score.0.condition',
      { score: [{ label: words, condition: { all: [] }, points: 1 }] },
    ],
  ];
  it.each(faults)('say %s at its field, and would not be accepted', (_name, path, change) => {
    const content = contentWith(change);
    expect(contentErrors(content).map((error) => error.path)).toEqual([path]);
    expect(criteriaContentSchema.safeParse(content).success).toBe(true);
  });

  it('may leave a rule that is off unfinished', () => {
    const rule = { label: { ja: '', en: '' }, condition: { any: [] }, points: 1, off: true };
    expect(contentErrors(contentWith({ score: [rule] }))).toEqual([]);
  });

  it('are refused where they nest without end, and quickly', () => {
    let condition: unknown = old;
    for (let depth = 0; depth < 30_000; depth++) condition = { not: condition };
    expect(isShallow(condition)).toBe(false);
    const content = { ...contentWith({}), tiers: [{ label: words, condition }] };
    expect(criteriaContentSchema.safeParse(content).success).toBe(false);
  });
});

describe('cautions', () => {
  const people = [person({ age: 80 }, 'r1'), person({ age: 90 }, 'r2')];
  const cautionsOf = (content: CriteriaContent, facts = people) => {
    const classes = new FactClasses(facts);
    const ranking = rankResidents(criteriaOf(content, HEAD), facts, classes);
    return contentCautions(content, ranking, facts, classes);
  };
  const tiers = (...conditions: Condition[]) =>
    contentWith({ tiers: conditions.map((condition) => ({ label: words, condition })), score: [] });

  it('name a tier that an earlier one covers', () => {
    const [caution, ...others] = cautionsOf(tiers(old, { fact: 'age', atLeast: 85 }));
    expect(caution?.path).toBe('tiers.1');
    expect(caution?.ja).toContain('全員が前の段階');
    expect(others).toEqual([]);
  });

  it('name a tier that fits nobody, and one that may fit', () => {
    expect(cautionsOf(tiers({ fact: 'age', atLeast: 100 }))[0]?.ja).toContain(
      'あてはまる人がいません',
    );
    const unknown = [...people, toFacts({ ...NOTHING_KNOWN, careLevel: '25' }, 'r3')];
    const [caution] = cautionsOf(tiers({ fact: 'age', atLeast: 100 }), unknown);
    expect(caution?.ja).toContain('判定できない人:1人');
  });

  it('name a fact that is known of nobody, at its place', () => {
    const unknown = [person({ devices: null, redZone: 'undetermined' }, 'r1')];
    const content = tiers({
      any: [
        old,
        { fact: 'devices', includesAny: ['suction'] },
        { fact: 'redZone', oneOf: ['inside'] },
      ],
    });
    expect(cautionsOf(content, unknown).map(({ path }) => path)).toEqual([
      'tiers.0',
      'tiers.0.condition.any.1',
      'tiers.0.condition.any.2',
    ]);
  });

  it('say nothing where everything can be reached, or there is nobody yet', () => {
    expect(cautionsOf(tiers({ fact: 'age', atLeast: 85 }, old))).toEqual([]);
    expect(cautionsOf(tiers({ fact: 'age', atLeast: 100 }), [])).toEqual([]);
  });
});

describe('a trial', () => {
  it('shows the ranking that adopting gives, whatever is cached', () => {
    fc.assert(
      fc.property(arbitraryCriteria, arbitraryCriteria, arbitraryResidents, (from, to, facts) => {
        const classes = new FactClasses(facts);
        const tried = compareRankings(
          { criteria: from, ranking: rankResidents(from, facts, classes) },
          { criteria: to, ranking: rankResidents(to, facts, classes) },
          new Map(facts.map(({ residentId, district }) => [residentId, district])),
        );
        expect(tried).toEqual(compareCriteria(from, to, facts));
        const adopted = rankResidents(criteriaOf(contentOf(to), HEAD), facts);
        for (const { tier, count } of tried.to.tiers)
          expect(adopted.filter((one) => one.tier === tier)).toHaveLength(count);
      }),
    );
  });
});

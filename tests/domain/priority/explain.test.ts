import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonsOf } from '#domain/priority/condition';
import { othersTier } from '#domain/priority/criteria';
import { explainRank } from '#domain/priority/explain';
import { PRESETS } from '#domain/priority/presets';
import { redZonePolicy } from '#domain/priority/presets/red-zone-policy';
import { FACT_LABELS } from '#domain/resident/labels';
import {
  arbitraryCriteria,
  arbitraryValues,
  type FactValues,
  NOTHING_KNOWN,
  person,
  standingBy,
  toFacts,
} from './support.ts';

const japaneseOf = (given: Partial<FactValues>) =>
  explainRank(redZonePolicy, person(given)).map(({ label, outcome, facts }) => ({
    label: label.ja,
    outcome,
    facts: facts.map(({ ja }) => ja),
  }));

describe('explainRank', () => {
  it('is complete: every condition, every fact of it, points that add up to the score', () => {
    const anyCriteria = fc.oneof(arbitraryCriteria, fc.constantFrom(...PRESETS));
    fc.assert(
      fc.property(anyCriteria, arbitraryValues, (criteria, values) => {
        const facts = toFacts(values);
        const lines = explainRank(criteria, facts);
        const standing = standingBy(criteria)(facts);
        const tiers = lines.filter(({ kind }) => kind === 'tier');
        const scores = lines.filter(({ kind }) => kind === 'score');
        expect(tiers).toHaveLength(othersTier(criteria));
        expect(scores).toHaveLength(criteria.score.length);
        expect(tiers.findIndex(({ outcome }) => outcome === 'met') + 1).toBe(standing.tier);
        expect(tiers.findIndex(({ outcome }) => outcome !== 'not-met') + 1).toBe(
          standing.possibleTier,
        );
        expect(scores.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(standing.score);
        const conditions = [...criteria.tiers, ...criteria.score].map((one) => one.condition);
        const explained = [...tiers.slice(0, -1), ...scores];
        for (const [index, condition] of conditions.entries()) {
          const asked = new Set(comparisonsOf(condition).map(({ fact }) => FACT_LABELS[fact].ja));
          const told = explained[index]?.facts.map(({ ja }) => ja.split(':')[0]);
          expect(told).toEqual([...asked]);
        }
        const notes = lines.filter(({ kind, outcome }) => kind === 'note' && outcome === 'unknown');
        if (standing.possibleTier < standing.tier) expect(notes[0]?.facts).not.toEqual([]);
        if (explained.some(({ outcome }) => outcome === 'unknown'))
          expect(notes.at(-1)?.label.ja).toBe('確認が必要な情報');
      }),
    );
  });

  it('tells the fact, its source, its date and what it was put to', () => {
    const lines = japaneseOf({ redZone: 'inside', anyZone: 'inside', careLevel: '24' });
    expect(lines[0]).toMatchObject({ label: '特別警戒区域内で、避難が特に困難', outcome: 'met' });
    expect(lines[0]?.facts).toEqual([
      '特別警戒区域との関係:区域内(roster.csv、2026年4月1日現在)→「区域内」に該当',
      '医療機器:なし(roster.csv、2026年4月1日現在)→「人工呼吸器、吸引器、酸素濃縮器」に該当しない',
      '要介護度:要介護4(roster.csv、2026年4月1日現在)→「要介護3以上」に該当',
      '障害:なし(roster.csv、2026年4月1日現在)→「視覚障害、聴覚・平衡機能障害、肢体不自由の1~2級」「療育手帳のⒶ・A」「精神障害の1級」に該当しない',
    ]);
    const [english] = explainRank(redZonePolicy, person({ careLevel: '24' }));
    expect(english?.facts[2]?.en).toBe(
      'Care level: Care 4 (roster.csv, as of 2026-04-01): meets "Care 3 or higher"',
    );
  });

  it('says what is missing, and which tier it leaves open', () => {
    const lines = japaneseOf({ redZone: 'inside', anyZone: 'inside', careLevel: null });
    expect(lines[0]?.outcome).toBe('unknown');
    expect(lines[0]?.facts).toContain('要介護度:不明(名簿に記載なし)');
    expect(lines.slice(-3, -1)).toEqual([
      {
        label: '不明な情報によっては第1段階「特別警戒区域内で、避難が特に困難」になり得ます',
        outcome: 'unknown',
        facts: ['要介護度:不明(名簿に記載なし)'],
      },
      {
        label: '確認が必要な情報',
        outcome: 'unknown',
        facts: ['要介護度:不明(名簿に記載なし)'],
      },
    ]);
  });

  it.each([
    ['town', '住所が町名までのため'],
    ['block', '住所が街区までのため'],
    ['none', '位置が分からないため'],
    ['manual', '位置の誤差が大きいため'],
  ] as const)('says why a position of accuracy %s cannot be judged', (positionAccuracy, reason) => {
    const lines = japaneseOf({ redZone: 'undetermined', anyZone: 'inside', positionAccuracy });
    expect(lines[1]?.facts).toEqual([
      `特別警戒区域との関係:判定できません(${reason}、roster.csv、2026年4月1日現在)`,
    ]);
  });

  it('says that one grade is not known', () => {
    const lines = japaneseOf({
      redZone: 'inside',
      disabilities: [{ kind: 'limb', grade: null }],
    });
    expect(lines[0]?.facts.at(-1)).toBe(
      '障害:肢体不自由(部位不明)(等級不明)(roster.csv、2026年4月1日現在)→「視覚障害、聴覚・平衡機能障害、肢体不自由の1~2級」は判定できません',
    );
  });

  it('names the file that has a column without an entry', () => {
    const facts = person({});
    const blank = {
      ...facts,
      careLevel: { value: null, source: 'kaigo.xlsx', asOf: '2026-10-05' },
    };
    const [line] = explainRank(redZonePolicy, blank);
    expect(line?.facts[2]?.ja).toBe('要介護度:不明(kaigo.xlsxに記載なし、2026年10月5日現在)');
  });

  it('lists nothing to find out where everything is known, everything where nothing is', () => {
    const ofKnown = explainRank(redZonePolicy, person({})).filter(({ kind }) => kind === 'note');
    expect(ofKnown.map(({ label }) => label.ja)).toEqual(['同じ段階の中での順番']);
    const note = explainRank(redZonePolicy, toFacts(NOTHING_KNOWN)).at(-2);
    expect(note?.facts.map(({ ja }) => ja)).toEqual([
      '特別警戒区域との関係:不明(まだ判定していません)',
      '医療機器:不明(名簿に記載なし)',
      '要介護度:不明(名簿に記載なし)',
      '障害:不明(名簿に記載なし)',
      '警戒区域との関係:不明(まだ判定していません)',
      '世帯:不明(名簿に記載なし)',
      '避難支援等実施者:不明(名簿に記載なし)',
      '情報の取得・判断:不明(名簿に記載なし)',
      '個別避難計画:不明(計画の記録なし)',
      '年齢:不明(名簿に記載なし)',
    ]);
  });

  it('promises nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRESETS), arbitraryValues, (criteria, values) => {
        const text = JSON.stringify([criteria, explainRank(criteria, toFacts(values))]);
        expect(text).not.toMatch(/安全|\bsafe/i);
        expect(text).not.toContain('undefined');
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { type ResidentRow, residentRowSchema } from '#contract/resident';
import { spokenRow } from '../../web/features/residents/row-words.ts';
import { english } from '../../web/i18n/english.ts';
import { formatDate, formatMeters, formatMoment } from '../../web/i18n/format.ts';
import { wordsOf } from '../../web/i18n/words.ts';

const row: ResidentRow = residentRowSchema.parse({
  id: '1',
  rosterNumber: '100',
  name: '汐見 春子',
  nameKana: null,
  age: 84,
  district: '汐見台',
  address: null,
  careLevel: '24',
  powerDependent: false,
  position: [135.2, 31.4],
  accuracy: 'building',
  redRelation: 'inside',
  relation: 'inside',
  redDistanceMeters: -12.3,
  phenomena: ['slope-failure', 'debris-flow'],
  gravestPhenomena: ['debris-flow'],
  tier: 1,
  rank: 3,
  score: 50,
  possibleTier: 1,
  household: null,
  supporterCount: null,
  plan: null,
});
const ja = wordsOf('ja');

describe('what a screen reader says of a person', () => {
  test('care level, relation to zones, metres', () => {
    expect(spokenRow(row, ja, true)).toContain(
      '要介護4、土石流の特別警戒区域内、境界から12メートル内側',
    );
  });

  test('a place that cannot be judged is never called outside', () => {
    const unknown: ResidentRow = {
      ...row,
      accuracy: 'town',
      redRelation: 'undetermined',
      relation: 'undetermined',
      careLevel: null,
    };
    const said = spokenRow(unknown, ja, true);
    expect(said).toContain('判定できません(町名まで)');
    expect(said).toContain('要介護度は不明');
    expect(said).not.toContain('区域外');
    expect(said).not.toContain('メートル');
  });

  test('undetermined towards red zones outweighs being in a yellow zone', () => {
    const said = spokenRow({ ...row, redRelation: 'undetermined', relation: 'inside' }, ja, true);
    expect(said).toContain('土石流の警戒区域内(特別警戒区域は判定できません)');
  });

  test('without zone data the reason is that, not the address', () => {
    const unknown: ResidentRow = { ...row, accuracy: 'town', redRelation: 'undetermined' };
    const said = spokenRow(unknown, ja, false);
    expect(said).toContain('判定できません(区域データがありません)');
    expect(said).not.toContain('町名まで');
  });

  test('who could be in tier 1 is marked, and nobody else', () => {
    expect(spokenRow({ ...row, tier: 2 }, ja, true)).toContain('第2優先、第1優先の可能性');
    expect(spokenRow(row, ja, true)).not.toContain('可能性');
  });

  test('outside every zone is said as that', () => {
    const outside: ResidentRow = {
      ...row,
      redRelation: 'outside',
      relation: 'outside',
      redDistanceMeters: null,
      phenomena: [],
      gravestPhenomena: [],
    };
    expect(spokenRow(outside, ja, true)).toContain('区域外');
    expect(spokenRow(outside, wordsOf('en', english), true)).toContain('not in a designated zone');
  });
});

describe('dates and metres', () => {
  test.each([
    ['2026-11-24', '2026年11月24日(令和8年)'],
    ['2019-05-01', '2019年5月1日(令和元年)'],
    ['2019-04-30', '2019年4月30日(平成31年)'],
    ['1938-04-02', '1938年4月2日(昭和13年)'],
    ['1860-01-01', '1860年1月1日'],
  ])('%s is %s', (date, text) => expect(formatDate(date, 'ja')).toBe(text));

  test('tells of a moment the day and the clock in Japan, at night as well', () => {
    // One hour after midnight there, and the day before in Greenwich.
    const night = '2026-11-29T16:03:00.000Z';
    expect(formatDate(night, 'ja')).toBe('2026年11月30日(令和8年)');
    expect(formatMoment(night, 'ja')).toBe('2026年11月30日(令和8年) 01:03');
    expect(formatMoment(night, 'en')).toBe('30 Nov 2026 01:03');
  });

  test('metres are whole from ten on', () => {
    expect(formatMeters(-12.3, 'ja')).toBe('12メートル');
    expect(formatMeters(3.46, 'ja')).toBe('3.5メートル');
    expect(formatMeters(0, 'en')).toBe('0 metres');
  });
});

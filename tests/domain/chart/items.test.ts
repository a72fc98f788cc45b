import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_ITEMS } from '#domain/chart/default-items';
import { parseFormula } from '#domain/chart/formula/parse';
import { reckon } from '#domain/chart/formula/reckon';
import { type ChartItem, factsBehind, problemIn, reckoner } from '#domain/chart/items';

const itemOf = (id: string, formula: string, more: Partial<ChartItem> = {}): ChartItem => ({
  ...{ id, label: { ja: `項目${id}`, en: id }, unit: { ja: '人', en: 'people' } },
  ...{ note: '', formula, decimals: 0, retiredOn: null, ...more },
});

const VALUES: Readonly<Record<string, number>> = { a: 3, b: 4, 人: 7, nothing: 0 };
const result = (formula: string) => {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problem.ja;
  const figure = reckon(parsed.expression, (name) =>
    name in VALUES
      ? { state: 'known', value: VALUES[name]! }
      : { state: 'not-recorded', missing: [name] },
  );
  return figure.state === 'known' ? figure.value : figure;
};

test.each([
  ['a + b * 2', 11],
  ['(a + b) * 2', 14],
  ['10 - 2 - 3', 5],
  ['8 / 2 / 2', 2],
  ['-a + 5', 2],
  ['sum(a, b, 1)', 8],
  ['割合(a、b)', 75],
  ['［人］×２', 14],
  ['ratio(a + 1, b)', 100],
])('%s is %s', (formula, value) => {
  expect(result(formula)).toBe(value);
});

test.each([
  ['a +', '計算式の終わりが足りません'],
  ['a b', '計算式の3文字目の「b」の前に + - × ÷ が要ります'],
  ['a $ b', '計算式の3文字目の「$」は使えません'],
  ['(a + b', '計算式の7文字目までに「)」が足りません'],
  ['a + * b', '計算式の5文字目の「*」はここには書けません'],
  ['max(a, b)', '計算式の1文字目の「max」という計算はありません'],
  ['ratio(a)', '計算式の1文字目の「ratio」には値が2個要ります(今は1個)'],
  ['[人', '計算式の1文字目の「[」が閉じていません'],
])('%s says where and what is wrong', (formula, words) => {
  expect(result(formula)).toContain(words);
});

test('no text whatever makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1.+-*/(),[]人 、割合') }), (formula) => {
      const figure = result(formula);
      expect(typeof figure === 'number' ? Number.isNaN(figure) : false).toBe(false);
    }),
  );
});

test('division by zero and what is not recorded are states of their own, never 0', () => {
  expect(result('a / nothing')).toMatchObject({
    ...{ state: 'not-computable', reason: { ja: '「nothing」が0のため割れません' } },
  });
  expect(result('ratio(a, nothing)')).toMatchObject({ state: 'not-computable' });
  expect(result('a + missing + other')).toEqual({
    ...{ state: 'not-recorded', missing: ['missing', 'other'] },
  });
});

test('an item that does not hold is named, and keeps no other from being reckoned', () => {
  const retired = itemOf('old', 'residents', { retiredOn: '2026-04-01' });
  const items = [retired, itemOf('half', '項目old / 2'), itemOf('all', 'residents')];
  expect(problemIn(items)?.ja).toBe(
    '項目「項目half」: 計算式の1文字目の「項目old」は2026-04-01に廃止された項目です。別の項目に替えるか、廃止を取り消してください',
  );
  const figures = reckoner(items)({ residents: 12 });
  expect(figures.get('half')).toMatchObject({ state: 'wrong' });
  expect(figures.get('all')).toEqual({ state: 'known', value: 12 });
  expect(figures.has('old')).toBe(false);
  expect(problemIn([itemOf('a', 'b'), itemOf('b', 'a')])?.ja).toContain('自分自身を使っています');
  expect(problemIn([itemOf('a', 'nobody')])?.ja).toContain(
    '「nobody」という数値も項目もありません',
  );
  expect(problemIn([itemOf('a', '1'), itemOf('a', '2')])?.ja).toContain('2つあります');
});

test('what is hidden stays hidden in every figure made of it', () => {
  const items = [itemOf('share', 'ratio(care.3_5, residents)'), itemOf('twice', '項目share * 2')];
  const figures = reckoner(items)({ 'care.3_5': 'hidden', residents: 40 });
  expect(figures.get('share')).toEqual({ state: 'hidden' });
  expect(figures.get('twice')).toEqual({ state: 'hidden' });
  expect(factsBehind(items)(items[1]!)).toEqual(['care.3_5', 'residents']);
});

test('items that lead to the same ones many times over are looked at and reckoned once', () => {
  const chain = Array.from({ length: 60 }, (_, at) =>
    itemOf(`i${at}`, at === 59 ? 'residents' : `項目i${at + 1} + 項目i${at + 1}`),
  );
  expect(problemIn(chain)).toBeNull();
  expect(reckoner(chain)({ residents: 1 }).get('i0')).toEqual({ state: 'known', value: 2 ** 59 });
  const circle = [...chain.slice(0, 59), itemOf('i59', '項目i30')];
  expect(problemIn(circle)?.ja).toContain('自分自身を使っています');
});

test('the items that are there from the start hold', () => {
  expect(problemIn(DEFAULT_ITEMS)).toBeNull();
  expect(DEFAULT_ITEMS.length).toBeGreaterThan(50);
});

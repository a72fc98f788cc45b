import { expect, test } from 'vitest';
import { catalogueOf, codeWithCheckDigit, releaseLines } from '#domain/chart/catalogue';
import { judgeFigures } from '#domain/chart/city-figures';
import { DEFAULT_ITEMS } from '#domain/chart/default-items';
import { FACTS, factsOfGroup, WHOLES } from '#domain/chart/facts';
import { makeRelease } from '#domain/chart/release';
import { changesBetween, type SnapshotBasis } from '#domain/chart/snapshot';

/** A district of so many people, of whom few are in the first part of each group. */
function district(name: string, residents: number, few: number) {
  const facts: Record<string, number | 'not-recorded'> = { residents };
  for (const { id, source } of FACTS) facts[id] ??= source === 'city' ? 'not-recorded' : 0;
  for (const [group, whole] of Object.entries(WHOLES)) {
    if (whole !== 'residents') continue;
    const [first, second] = factsOfGroup(group);
    facts[first!.id] = few;
    facts[second!.id] = residents - few;
  }
  return { name, facts };
}
const CITY = [district('あ', 40, 12), district('い', 60, 3), district('う', 80, 20)];

test('what is made of a figure that is left out is left out too, and so is what would give it away', () => {
  const { document, hidden } = makeRelease('2026-11-01', DEFAULT_ITEMS, CITY, []);
  const of = (name: string) => document.districts.find((one) => one.name === name)!.figures;
  // Three in い: the smallest other district is left out with it, and the sums stay.
  expect(hidden.supporters?.rows.toSorted()).toEqual(['あ', 'い']);
  expect([of('い')['supporters-some'], of('あ')['supporters-some']]).toEqual([
    ...['suppressed', 'suppressed'],
  ]);
  expect([of('う')['supporters-some'], document.city['supporters-some']]).toEqual([20, 35]);
  expect([of('い')['supporter-ratio'], of('う')['supporter-ratio']]).toEqual(['suppressed', 25]);
  expect(of('い').residents).toBe(60);
  // Nobody has recorded it, which is no 0; nothing can be divided by nothing.
  expect(of('い').population).toBe('not-recorded');
  // Counted, and never published.
  expect([of('い')['relay-overdue'], document.city['relay-overdue']]).toEqual([
    ...['suppressed', 'suppressed'],
  ]);
  const lines = [...releaseLines({ code: '34213', name: '架空市' }, document)];
  expect(lines.find(([, , name, , id]) => name === 'い' && id === 'supporter-ratio')).toEqual([
    ...[
      '342131',
      '架空市',
      'い',
      '2026-11',
      'supporter-ratio',
      '支援者のいる割合',
      '%',
      '',
      '秘匿',
    ],
    expect.stringContaining('計算式: ratio('),
  ]);
});

test('a later release leaves out what an earlier one needs it to, also where it has no small figure itself', () => {
  const first = makeRelease('2026-10-01', DEFAULT_ITEMS, CITY, []);
  // い has grown; あ stayed as it was, so that its figures would give away those of い in October.
  const now = [district('あ', 40, 12), district('い', 62, 5), district('う', 80, 20)];
  const alone = makeRelease('2026-11-01', DEFAULT_ITEMS, now, []);
  expect(alone.hidden.supporters?.rows).toEqual([]);
  const after = makeRelease('2026-11-01', DEFAULT_ITEMS, now, [
    { districts: CITY, hidden: first.hidden },
  ]);
  expect(after.hidden.supporters?.rows).toContain('あ');
});

test('the catalogue names publisher, licence, time and columns; the code has its check digit', () => {
  // As 総務省 lists them: 札幌市 011002, 廿日市市 342131.
  expect(['01100', '34213'].map(codeWithCheckDigit)).toEqual(['011002', '342131']);
  const catalogue = catalogueOf(
    { code: '34213', name: '架空市' },
    [{ month: '2026-02-01', publishedAt: '2026-02-03T00:00:00.000Z' }],
    'https://example.jp/charts',
  );
  expect(catalogue).toMatchObject({
    ...{ '@type': 'dcat:Catalog', 'dct:publisher': { 'foaf:name': '架空市' } },
    'dcat:dataset': [
      {
        'dct:temporal': {
          'dcat:startDate': { '@value': '2026-02-01' },
          'dcat:endDate': { '@value': '2026-02-28' },
        },
        'dct:license': { '@id': expect.stringContaining('creativecommons.org') },
        'dcat:distribution': [
          { 'dcat:mediaType': 'text/csv', 'csvw:tableSchema': expect.anything() },
          { 'dcat:mediaType': 'application/json' },
        ],
      },
    ],
  });
});

test('figures of a district that was merged say so, and how to mend that', () => {
  const record = { line: 2, district: '旧川手', asOf: '2026/4/1', item: '人口', value: '10' };
  const world = { districts: ['山手'], former: ['旧川手'], today: '2026-11-24' };
  const { figures, report } = judgeFigures([record], world);
  expect(figures).toEqual([]);
  expect(report.remarks[0]?.words.ja).toContain('合併・再編後の地区名で集計し直してください');
});

test('a trend says what its figures rest on when that has changed', () => {
  const basis: SnapshotBasis = {
    ...{ zones: { version: 1, asOf: '2025-03-31' }, roster: { version: 1, asOf: null } },
    ...{ criteria: { id: 'a', version: 1 }, roads: { version: 1 }, items: { version: 0 } },
    districts: { version: 1, names: ['あ', 'い'] },
  };
  expect(changesBetween(basis, basis)).toEqual([]);
  const merged = { ...basis, districts: { version: 2, names: ['あい'] } };
  expect(changesBetween(basis, merged).map(({ words }) => words.ja)).toEqual([
    'なくなった地区: あ、い',
    '新しい地区: あい',
    '地区の境界が引き直された。前の月とは範囲が違うことがあります',
  ]);
});

import { expect, test } from 'vitest';
import { changesSchema } from '#contract/changes';
import { hazardJudgementSchema } from '#contract/resident';
import { searchResultsSchema } from '#contract/search';
import { SYSTEM } from '../../server/db/actor.ts';
import { movePosition } from '../../server/services/move-position.ts';
import { at, CODE } from './support/city.ts';
import { describeApp, type HttpBench, TODAY } from './support/http-bench.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };

function post(bench: HttpBench, path: string, body: unknown): Promise<Response> {
  return bench.ask(path, { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) });
}

async function search(bench: HttpBench, text: string) {
  const response = await post(bench, '/search', { text });
  expect(response.status).toBe(200);
  return searchResultsSchema.parse(await response.json());
}

describeApp('one search over everything', (bench) => {
  test.each([
    ['架空 花子', '架空 花子'],
    ['カクウハナコ', '架空 花子'],
    ['かくう はな', '架空 花子'],
    ['ﾚｲ ｻﾌﾞﾛｳ', '例 三郎'],
    ['004', '=架空 四郎'],
    ['架空町5', '仮名 五月'],
  ])('finds a person by %s', async (text, name) => {
    const { people } = await search(bench(), text);
    expect(people.items[0]).toMatchObject({ name });
    expect(people.count).toBe(1);
  });

  test('who comes first stands first, and the count says how many there are', async () => {
    const { people } = await search(bench(), '仮名');
    expect(people.count).toBe(3);
    const ranks = people.items.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test('finds zones by number, shelters by name and address, districts', async () => {
    const zones = await search(bench(), 'ｒ1');
    expect(zones.zones).toMatchObject({
      count: 1,
      items: [{ zoneNumber: 'R1', zoneClass: 'red' }],
    });
    const places = await search(bench(), '山手');
    expect(places.shelters.count).toBe(2);
    expect(places.districts).toMatchObject({ count: 1, items: [{ name: '山手' }] });
    expect((await search(bench(), '架空町2')).shelters.items).toMatchObject([{ name: '浜手公園' }]);
  });

  test('finds nothing where there is nothing, and nothing for nothing', async () => {
    for (const text of ['', '   ', '存在しない名前'])
      expect(Object.values(await search(bench(), text)).map(({ count }) => count)).toEqual([
        0, 0, 0, 0, 0, 0,
      ]);
  });

  test('what was looked for stands in no log, and the answer is kept by no browser', async () => {
    const response = await post(bench(), '/search', { text: '架空 花子' });
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(new URL(response.url).search).toBe('');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bench().log.join('')).not.toContain('花子');
    expect(bench().log.join('')).toContain('/search');
  });

  test('too long a text is refused', async () => {
    expect((await post(bench(), '/search', { text: '長'.repeat(101) })).status).toBe(400);
  });
});

describeApp('a place is judged in words', (bench) => {
  const judge = async (body: unknown) => {
    const response = await post(bench(), '/judge-place', body);
    expect(response.status).toBe(200);
    return hazardJudgementSchema.parse(await response.json());
  };

  test('inside, near and outside', async () => {
    const inside = await judge({ position: at(0, 0), accuracy: 'building', radiusMeters: 5 });
    expect(inside).toMatchObject({ relation: 'inside', redRelation: 'inside' });
    expect(inside.sentence.ja).toMatch(/^土石流の特別警戒区域内、境界から50(\.\d)?メートル内側/);
    expect(inside.zoneDataAsOf).toEqual([null]);
    const near = await judge({ position: at(0, 104), accuracy: 'building', radiusMeters: 1 });
    expect(near).toMatchObject({ relation: 'near' });
    const outside = await judge({ position: at(900, 0), accuracy: 'building', radiusMeters: 5 });
    expect(outside.sentence.ja).toMatch(/^区域外\(区域データ/);
  });

  test('an address known to the town only is undetermined, never outside', async () => {
    const judged = await judge({ position: at(0, 0), accuracy: 'town', radiusMeters: 500 });
    expect(judged.relation).toBe('undetermined');
    expect(judged.sentence.ja).toContain('判定できません(住所が町名までのため)');
  });

  test('no place on earth is refused', async () => {
    const body = { position: [999, 0], accuracy: 'building', radiusMeters: 5 };
    expect((await post(bench(), '/judge-place', body)).status).toBe(400);
  });
});

describeApp('what changed since a moment', (bench) => {
  const since = (moment: Date) =>
    bench().read(changesSchema, `/changes?since=${encodeURIComponent(moment.toISOString())}`);

  test('imports, people judged elsewhere, positions set by hand', async () => {
    // The town's database is kept for a day between runs.
    const before = new Date(Date.now() - 2 * 86_400_000);
    const first = await since(before);
    expect(first.imports.map(({ kind }) => kind)).toContain('roster');
    // Nobody had been judged before the first check: that is no news of anybody.
    expect(first.newlyInside.count).toBe(0);
    expect(first.isComplete).toBe(true);
    expect(first.moved.count).toBe(0);

    const later = new Date();
    expect(await since(later)).toMatchObject({ newlyInside: { count: 0 }, imports: [] });
    const outside = await search(bench(), '004');
    const id = outside.people.items[0]?.id ?? '';
    const moved = await movePosition(
      { database: bench().context.database, actor: SYSTEM, today: TODAY },
      {
        municipalityCode: CODE,
        residentId: id,
        version: 1,
        position: at(0, 0),
        radiusMeters: 5,
        reason: '現地で確かめた',
      },
    );
    expect(moved.ok).toBe(true);
    const after = await since(later);
    expect(after.moved).toMatchObject({ count: 1, people: [{ id }] });
    expect(after.newlyInside).toMatchObject({ count: 1, people: [{ id }] });
  });

  test('a moment that is none is refused', async () => {
    expect((await bench().ask('/changes?since=yesterday')).status).toBe(400);
  });
});

import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { warningHistorySchema } from '#contract/warning';
import { describeApp } from './support/http-bench.ts';

describeApp('warning levels', (bench) => {
  const set = (body: unknown) =>
    bench().ask('/warnings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note: '', setBy: '架空 危機管理課', ...Object(body) }),
    });
  const history = async () => (await bench().read(warningHistorySchema, '/warnings')).warnings;

  test('are set by district, lifted, and kept as a history; who comes second is told', async () => {
    expect(await history()).toEqual([]);
    const levels = [
      { level: 4, districts: ['架空一区'] },
      { level: 3, districts: null },
    ];
    expect((await set({ basedOn: 0, levels, note: '大雨' })).status).toBe(201);
    const second = await set({ basedOn: 0, levels: [{ level: 5, districts: null }] });
    expect(second.status).toBe(409);
    expect(problemSchema.parse(await second.json()).code).toBe('warning.stale');
    expect((await set({ basedOn: 1, levels: [] })).status).toBe(201);
    const said = await history();
    expect(said.map(({ ordinal, levels: of }) => [ordinal, of])).toEqual([
      [2, []],
      [1, levels],
    ]);
    expect(said[1]).toMatchObject({ note: '大雨', setBy: '架空 危機管理課' });
  });

  test.each([
    ['a level that does not exist', { levels: [{ level: 1, districts: null }] }],
    ['no district', { levels: [{ level: 3, districts: [] }] }],
    [
      'one level twice',
      {
        levels: [
          { level: 3, districts: null },
          { level: 3, districts: ['架空一区'] },
        ],
      },
    ],
    ['nobody who sets it', { levels: [], setBy: ' ' }],
  ])('refuse %s', async (_, body) => {
    const before = await history();
    const latest = before[0]?.ordinal ?? 0;
    expect((await set({ basedOn: latest, ...body })).status).toBe(400);
    expect(await history()).toEqual(before);
  });
});

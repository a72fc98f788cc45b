import { beforeAll, beforeEach, expect, test } from 'vitest';
import { disasterModesSchema } from '#contract/access';
import { residentPageSchema } from '#contract/resident';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { verifyChain } from '../../server/services/audit/verify-chain.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

interface Line {
  readonly action: string;
  readonly people: string[];
  readonly name: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly route: string;
  readonly purpose: string;
  readonly request_id: string;
  readonly disaster_modes: string[];
  readonly details: Record<string, unknown>;
}

test('every endpoint with personal data is written down, as a read or as a change', () => {
  const ofDrills = (path: string) => `GET /api/municipalities/:code/drills${path}`;
  /** Of places that are given; nobody is looked up. */
  const ofNobody = [
    'POST /api/municipalities/:code/judge-place',
    'POST /api/municipalities/:code/routes',
    // How far an order of one's own is, and that it is called off: the order and its file are written down.
    'GET /api/municipalities/:code/plans/prints/:id',
    'DELETE /api/municipalities/:code/plans/prints/:id',
    // Figures; each proposal with its people is written down.
    'GET /api/municipalities/:code/plan-proposals',
    // What happened in a drill, by ids of its own: who they are is read with the drill, and written down there.
    ...['', '/:id/events', '/:id/live', '/:id/tours', '/:id/tours/jobs/:jobId'].map(ofDrills),
    ...['/:id/evaluation', '/:id/publication'].map(ofDrills),
    // Figures of districts; the list behind one is a list of people, and written down as one.
    ...['', '/items', '/trend', '/figures', '/releases', '/paper'].map(
      (path) => `GET /api/municipalities/:code/charts${path}`,
    ),
  ];
  /** Of those who sign in, not of people on the roster; signing in and out, and what is kept for how long, is written down by itself. */
  const ofAccounts = ['public', 'own-account', 'accounts', 'retention.see', 'retention.change'];
  const silent = ENDPOINTS.filter(({ personal, audit, change }) => personal && !audit && !change)
    .filter(({ access }) => !ofAccounts.includes(access))
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    .filter((route) => !ofNobody.includes(route) && !/audit/.test(route));
  expect(silent).toEqual([]);
});

describeApp('reads and changes of people', (bench) => {
  let ids: string[];
  /** Of an application that has written no line of this hour yet. */
  let askAnother: Awaited<ReturnType<typeof openAs>>;
  let seq = 0;
  const linesSince = async (): Promise<Line[]> =>
    bench().context.database.query<Line>(
      'SELECT * FROM audit_entry WHERE municipality_code = $1 AND seq > $2 ORDER BY seq',
      [CODE, seq],
    );
  beforeAll(async () => {
    askAnother = await openAs(bench().context, 'disaster-officer');
    ids = (await bench().read(residentPageSchema, '/residents')).rows.map(({ id }) => id);
  });
  beforeEach(async () => {
    const [head] = await bench().context.database.query<{ seq: number }>(
      'SELECT coalesce(max(seq), 0) AS seq FROM audit_entry WHERE municipality_code = $1',
      [CODE],
    );
    seq = head?.seq ?? 0;
  });

  test('one person: who, whom, from where, on what ground', async () => {
    const headers = { 'X-Request-Id': 'abcdefgh1' };
    await bench().ask(`/residents/${ids[0]}`, { headers });
    expect(await linesSince()).toMatchObject([
      {
        action: 'people.detail',
        people: [ids[0]],
        address: expect.stringContaining('127.0.0.1'),
        agent: 'other',
        route: 'GET /api/municipalities/:code/residents/:id',
        purpose: 'city-hall',
        request_id: 'abcdefgh1',
        details: { id: ids[0] },
      },
    ]);
  });

  test.each([
    ['/residents?limit=3', 'people.list', 3],
    ['/residents.csv', 'people.export', 7],
    ['/residents.xlsx', 'people.export', 7],
    ['/open-positions', 'people.positions', 2],
  ])('%s: %s, in one line', async (path, action, count) => {
    expect((await bench().ask(path)).status).toBe(200);
    const lines = await linesSince();
    expect(lines.map((line) => [line.action, line.people.length])).toEqual([[action, count]]);
  });

  test('what is searched by is not written down, whom it found is', async () => {
    const send = (text: string) =>
      bench().ask('/search', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      });
    await send('架空 花子');
    await send('nobody of this name');
    const lines = await linesSince();
    expect(lines).toHaveLength(1);
    expect(lines[0]?.people).toContain(ids[0]);
    expect(JSON.stringify(lines)).not.toContain('花子');
  });

  test('a map is written down once an hour and not tile by tile', async () => {
    for (let x = 0; x < 4; x += 1) await bench().ask(`/tiles/residents/2/${x}/1.mvt`);
    const lines = await linesSince();
    expect(lines.map(({ action }) => action)).toEqual(['people.map']);
  });

  test('once disaster mode is open the next tile has a line that says so, and who opened it stands there', async () => {
    const post = (path: string, body: object) =>
      bench().ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    await bench().ask('/tiles/residents/2/0/1.mvt');
    const opened = await post('/disaster-modes', {
      districts: null,
      articles: ['49-11-3', '49-15-3'],
      reason: '架空の大雨',
      hours: 1,
    });
    expect(opened.status).toBe(201);
    const [mode] = disasterModesSchema.parse(await opened.json()).modes;
    await bench().ask('/tiles/residents/2/0/1.mvt');
    await bench().ask('/tiles/residents/2/1/1.mvt');
    expect((await post(`/disaster-modes/${mode?.id}/end`, {})).status).toBe(200);
    const all = await linesSince();
    const lines = all.slice(all.findIndex(({ action }) => action === 'disaster-mode.open'));
    expect(lines.map(({ action }) => action)).toEqual([
      'disaster-mode.open',
      'people.map',
      'disaster-mode.end',
    ]);
    expect(lines[1]?.disaster_modes).toEqual([mode?.id]);
  });

  test('a change is written down before it is made, and so is that it was refused', async () => {
    const response = await bench().ask(`/residents/${ids[0]}/position-left`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ version: 99, reason: 'x' }),
    });
    expect(response.status).toBe(409);
    expect(await linesSince()).toMatchObject([
      { action: 'people.move', people: [ids[0]] },
      { action: 'people.move', people: [ids[0]], details: { refused: 'resident.stale' } },
    ]);
  });

  test('no line, no answer: and no change', async () => {
    const { database } = bench().context;
    await database.query('ALTER FUNCTION audit.append(text, jsonb) RENAME TO append_gone');
    try {
      const read = await bench().ask(`/residents/${ids[0]}`);
      expect(read.status).toBe(500);
      expect(await read.text()).not.toContain('花子');
      const map = await askAnother('/tiles/residents/3/7/3.mvt');
      expect(map.status).toBe(500);
      const dropped = await bench().ask(`/residents/${ids[0]}/position-left`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ version: 1, reason: 'x' }),
      });
      expect(dropped.status).toBe(500);
    } finally {
      await database.query('ALTER FUNCTION audit.append_gone(text, jsonb) RENAME TO append');
    }
    expect((await bench().ask(`/residents/${ids[0]}`)).status).toBe(200);
    expect((await askAnother('/tiles/residents/3/7/3.mvt')).status).toBeLessThan(300);
    expect(await database.query('SELECT * FROM position_left')).toEqual([]);
  });

  test('after all of it the chain holds', async () => {
    const report = await verifyChain(bench().context.database, CODE);
    expect(report.broken).toBeNull();
    expect(report.entries).toBeGreaterThan(8);
  });
});

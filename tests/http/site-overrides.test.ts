import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import {
  type NewSiteOverride,
  siteOverrideDetailSchema,
  siteOverrideListSchema,
} from '#contract/site-override';
import { withActor } from '../../server/db/actor.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { at } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

const FACTS: NewSiteOverride['facts'] = {
  closed: null,
  widthMeters: null,
  heightMeters: null,
  passability: [],
  turningPlace: null,
  hydrant: null,
  note: '',
};
const ROAD = { source: 'osm', id: 'way/11/0', middle: at(0, 220) };
const MEASURED: NewSiteOverride = {
  road: ROAD,
  facts: { ...FACTS, widthMeters: 3.8, note: '電柱が張り出している' },
  expiresAt: null,
};

/** A picture as far as anybody looks at it here. */
const PHOTO = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describeApp('what was found on roads on site, over HTTP', (bench) => {
  const send = (method: string, path: string, body: unknown) =>
    bench().ask(`/site-overrides${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const detailOf = async (response: Response, status = 200) => {
    expect(response.status, await response.clone().text()).toBe(status);
    return siteOverrideDetailSchema.parse(await response.json());
  };
  const create = async (given: Partial<NewSiteOverride> = {}) =>
    detailOf(await send('POST', '', { ...MEASURED, ...given }), 201);
  const problemOf = async (response: Response) => {
    const { code } = problemSchema.parse(await response.json());
    return [response.status, code];
  };
  const stateIn = async (id: string) => {
    const { overrides } = await bench().read(siteOverrideListSchema, '/site-overrides');
    return overrides.find((one) => one.id === id)?.state;
  };
  const linesOf = () =>
    bench().context.database.query<{ details: Record<string, string> }>(
      `SELECT details FROM audit_entry WHERE action = 'site-override.change'
       ORDER BY seq`,
    );

  test('is recorded with who and when, changed, and an old version is refused', async () => {
    const made = await create();
    expect(made).toMatchObject({
      version: 1,
      state: 'in-force',
      isClosedNow: false,
      road: ROAD,
      facts: MEASURED.facts,
      photos: [],
      history: [{ version: 1, kind: 'create', facts: MEASURED.facts }],
    });
    expect(made.createdBy).toBe(made.updatedBy);
    expect(made.createdBy).not.toBe('');
    const wider = { version: 1, facts: { ...FACTS, widthMeters: 4.2 }, expiresAt: null };
    const changed = await detailOf(await send('PUT', `/${made.id}`, wider));
    expect(changed).toMatchObject({ version: 2, facts: { widthMeters: 4.2, note: '' } });
    expect(changed.history.map(({ kind, facts }) => [kind, facts.widthMeters])).toEqual([
      ['change', 4.2],
      ['create', 3.8],
    ]);
    expect(await problemOf(await send('PUT', `/${made.id}`, wider))).toEqual([
      ...[409, 'site-override.stale'],
    ]);
    const [account] = await bench().context.database.query<{ known: boolean }>(
      `SELECT bool_and(changed_by_account IS NOT NULL) AS known FROM site_override_change
       WHERE override_id = '${made.id}'`,
    );
    expect(account?.known).toBe(true);
  });

  test('two who change it at once: one is kept, the other is told', async () => {
    const { id } = await create();
    const answers = await Promise.all(
      [3, 5].map((widthMeters) =>
        send('PUT', `/${id}`, { version: 1, facts: { ...FACTS, widthMeters }, expiresAt: null }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { history, version } = await bench().read(
      siteOverrideDetailSchema,
      `/site-overrides/${id}`,
    );
    expect(version).toBe(2);
    expect(history).toHaveLength(2);
  });

  test('is taken back and not deleted, and that is taken back', async () => {
    const { id } = await create();
    const takeBack = (version: number, isTakenBack: boolean) =>
      send('PUT', `/${id}/taken-back`, { version, isTakenBack });
    expect((await detailOf(await takeBack(1, true))).state).toBe('taken-back');
    expect(await stateIn(id)).toBe('taken-back');
    expect(await problemOf(await takeBack(2, true))).toEqual([409, 'site-override.stale']);
    const change = { version: 2, facts: MEASURED.facts, expiresAt: null };
    expect(await problemOf(await send('PUT', `/${id}`, change))).toEqual([
      ...[409, 'site-override.stale'],
    ]);
    const restored = await detailOf(await takeBack(2, false));
    expect(restored).toMatchObject({ state: 'in-force', version: 3, facts: MEASURED.facts });
    expect(restored.history.map(({ kind }) => kind)).toEqual(['restore', 'take-back', 'create']);
  });

  test('expires, and what is past stands behind what holds', async () => {
    const past = await create({ expiresAt: '2026-11-24T12:00:00+09:00' });
    expect(past).toMatchObject({ state: 'expired', expiresAt: '2026-11-24T03:00:00.000Z' });
    const { overrides } = await bench().read(siteOverrideListSchema, '/site-overrides');
    const states = overrides.map(({ state }) => state);
    expect(states.indexOf('expired')).toBeGreaterThan(states.lastIndexOf('in-force'));
  });

  test('what a browser keeps is no longer good when one expires, though nobody changed anything', async () => {
    await create({ expiresAt: new Date(Date.now() + 1500).toISOString() });
    const etag = (await bench().ask('/site-overrides')).headers.get('ETag') ?? '';
    const again = async () =>
      (await bench().ask('/site-overrides', { headers: { 'If-None-Match': etag } })).status;
    expect(await again()).toBe(304);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(await again()).toBe(200);
  });

  test('says whether a closure holds at the moment', async () => {
    const closed = async (from: string | null, until: string | null) =>
      (await create({ facts: { ...FACTS, closed: { from, until } } })).isClosedNow;
    expect(await closed(null, null)).toBe(true);
    expect(await closed('2026-11-24T12:00:00+09:00', null)).toBe(true);
    expect(await closed('2026-11-24T12:00:01+09:00', null)).toBe(false);
    expect(await closed(null, '2026-11-24T12:00:00+09:00')).toBe(false);
  });

  test('what says nothing, contradicts itself or is of no known vehicle is refused', async () => {
    const refused = async (facts: object, more: object = {}) =>
      problemOf(await send('POST', '', { ...MEASURED, facts: { ...FACTS, ...facts }, ...more }));
    const invalid = [400, 'request.invalid'];
    expect(await refused({})).toEqual(invalid);
    expect(await refused({ note: '  ' })).toEqual(invalid);
    expect(await refused({ widthMeters: -1 })).toEqual(invalid);
    expect(await refused({ hydrant: [190, 0] })).toEqual(invalid);
    const backwards = { from: '2026-11-24T12:00:00Z', until: '2026-11-24T20:00:00+09:00' };
    expect(await refused({ closed: backwards })).toEqual(invalid);
    expect(await refused({ closed: { from: '昨日', until: null } })).toEqual(invalid);
    const pumper = { profileId: 'pumper', isPassable: true };
    expect(await refused({ passability: [pumper, pumper] })).toEqual(invalid);
    expect(await refused({ note: 'x' }, { road: { ...ROAD, middle: null } })).toEqual(invalid);
    expect(await refused({ passability: [{ ...pumper, profileId: 'horse' }] })).toEqual([
      ...[422, 'site-override.profile-unknown'],
    ]);
    const nobody = '/00000000-0000-4000-8000-000000000000';
    const change = { version: 1, facts: MEASURED.facts, expiresAt: null };
    expect(await problemOf(await send('PUT', nobody, change))).toEqual([
      ...[404, 'site-override.unknown'],
    ]);
  });

  test('photos are attached, read as they were, taken away and back', async () => {
    const { id } = await create();
    const attach = (content: Uint8Array<ArrayBuffer>, to = id) =>
      bench().ask(`/site-overrides/${to}/photos`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: content,
      });
    const { photos } = await detailOf(await attach(PHOTO), 201);
    expect(photos).toMatchObject([{ mediaType: 'image/jpeg', bytes: PHOTO.length }]);
    const path = `/site-overrides/${id}/photos/${photos[0]?.id}`;
    const file = await bench().ask(path);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PHOTO);
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(file.headers.get('Cache-Control')).toBe('no-store');
    const mark = (isRemoved: boolean) =>
      send('PUT', `${path.replace('/site-overrides', '')}/removed`, { isRemoved });
    expect((await detailOf(await mark(true))).photos).toEqual([]);
    expect(await problemOf(await bench().ask(path))).toEqual([404, 'site-photo.unknown']);
    expect(await problemOf(await mark(true))).toEqual([404, 'site-photo.unknown']);
    expect((await detailOf(await mark(false))).photos).toEqual(photos);

    const page = new TextEncoder().encode('<svg onload="alert(1)">');
    expect(await problemOf(await attach(page))).toEqual([422, 'site-photo.unreadable']);
    const huge = new Uint8Array(10 * 2 ** 20 + 1);
    huge.set(PHOTO);
    expect(await problemOf(await attach(huge))).toEqual([413, 'request.too-large']);
    expect(await problemOf(await attach(PHOTO, '00000000-0000-4000-8000-000000000000'))).toEqual([
      404,
      'site-override.unknown',
    ]);
  });

  test('the fire department changes, a drill coordinator sees, others neither', async () => {
    const { context } = bench();
    const asFire = await openAs(context, 'fire-department');
    const made = await asFire('/site-overrides', MEASURED);
    expect(made.status).toBe(201);
    expect(siteOverrideDetailSchema.parse(await made.json()).createdBy).toBe('fire-department');
    const asCoordinator = await openAs(context, 'drill-coordinator');
    expect((await asCoordinator('/site-overrides')).status).toBe(200);
    expect((await asCoordinator('/site-overrides', MEASURED)).status).toBe(403);
    const asSupporter = await openAs(context, 'supporter');
    expect((await asSupporter('/site-overrides')).status).toBe(403);
  });

  test('every change is written down before it is carried out, and that it was refused', async () => {
    const before = (await linesOf()).length;
    const { id } = await create();
    await send('PUT', `/${id}`, { version: 7, facts: MEASURED.facts, expiresAt: null });
    const lines = (await linesOf()).slice(before);
    expect(lines.map(({ details }) => details.refused)).toEqual([
      ...[undefined, undefined, 'site-override.stale'],
    ]);
    expect(lines[1]?.details.id).toBe(id);
  });

  test('the database keeps those of one municipality from another', async () => {
    const { database } = bench().context;
    await create();
    const actor = { ...LOCAL_OFFICER, role: 'fire-department' } as const;
    const countIn = async (code: string) => {
      const [row] = await withActor(database, actor, code, (tx) =>
        tx.query<{ count: number }>('SELECT count(*)::integer AS count FROM site_override'),
      );
      return row?.count ?? -1;
    };
    expect(await countIn('99903')).toBeGreaterThan(0);
    expect(await countIn('99901')).toBe(0);
    await expect(
      withActor(database, actor, '99901', (tx) =>
        tx.query(`INSERT INTO site_override (municipality_code, id, version, road_source, road_id,
           road_middle, facts, created_by, updated_by)
         VALUES ('99903', gen_random_uuid(), 1, 'osm', 'x',
           ST_SetSRID(ST_MakePoint(1, 2), 4326), '{}', 'x', 'x')`),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

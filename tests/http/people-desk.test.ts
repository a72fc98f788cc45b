import { expect, test } from 'vitest';
import {
  duplicatesSchema,
  openPositionsSchema,
  positionCandidatesSchema,
  residentHistorySchema,
  savedFilterListSchema,
  savedFilterSchema,
} from '#contract/people-desk';
import { planViewSchema } from '#contract/plan-work';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import { outlineOf } from '#domain/plan/outline';
import { EMPTY_PLAN } from '#domain/plan/plan';
import { NO_RECORD } from '#domain/plan/record';
import { at, CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

/** Moves and judgements of doubles start a thread of their own, which takes its time on a busy machine. */
const LONG_MILLIS = 120_000;

describeApp('the desk of people over HTTP', (bench) => {
  const list = (query = '') => bench().read(residentPageSchema, `/residents${query}`);
  const idOf = async (rosterNumber: string) => {
    const { rows } = await list();
    const row = rows.find((one) => one.rosterNumber === rosterNumber);
    if (row === undefined) throw new Error(`no ${rosterNumber}`);
    return row.id;
  };
  const detail = async (id: string) => bench().read(residentDetailSchema, `/residents/${id}`);
  const history = async (id: string) =>
    (await bench().read(residentHistorySchema, `/residents/${id}/history`)).entries;
  const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
    bench().ask(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const sendOk = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> => {
    const response = await send(method, path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };

  test('filters an officer needs: phenomenon, supporters, age, possible tier, with counts', {
    timeout: LONG_MILLIS,
  }, async () => {
    const page = await list();
    expect(page.counts.supporters).toEqual({ some: 1, unknown: 6 });
    expect(page.counts.age).toEqual({ '85-': 7 });
    expect(page.counts.archived).toEqual({ true: 0 });
    const near = await list('?phenomenon=debris-flow');
    expect(near.total).toBe(page.counts.phenomenon['debris-flow']);
    expect(near.rows.every(({ phenomena }) => phenomena.includes('debris-flow'))).toBe(true);
    expect((await list('?phenomenon=none')).rows.every((row) => row.phenomena.length === 0)).toBe(
      true,
    );
    expect((await list('?archived=true')).total).toBe(0);
  });

  test('several keys of sorting, in the file too, with chosen columns and what it is above them', {
    timeout: LONG_MILLIS,
  }, async () => {
    const query =
      '?sort=district,-careLevel&tier=1,2,3,4,5&columns=name,district,distance&heading=true';
    const response = await bench().ask(`/residents.csv${query}`);
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines[1]).toMatch(/^区域データ/);
    expect(lines[2]).toContain('絞り込み: 優先: 第1優先');
    expect(lines[3]).toBe('並び順: 地区、要介護度(降順)');
    expect(lines[5]).toBe('氏名,地区,特別警戒区域の境界まで(メートル、内側は負),区域データの時点');
    expect(lines[6]).toMatch(/^架空 花子,山手/);
    const workbook = await bench().ask(`/residents.xlsx${query}`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const bytes = Buffer.from(await workbook.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await bench().ask('/residents.csv?columns=password')).status).toBe(400);
  });

  test('a saved filter is kept, version-checked, removed and taken back', {
    timeout: LONG_MILLIS,
  }, async () => {
    const made = savedFilterSchema.parse(
      await sendOk('POST', '/saved-filters', {
        name: '独居',
        query: 'household=alone&sort=-age&name=%E4%BD%90',
      }),
    );
    // What is no filter is not kept.
    expect(made.query).toBe('household=alone&sort=-age');
    expect((await send('POST', '/saved-filters', { name: 'x', query: 'tier=a' })).status).toBe(422);
    const path = `/saved-filters/${made.id}`;
    const change = { version: made.version, name: '独居・計画なし', query: 'plan=none' };
    await sendOk('PUT', path, change);
    expect((await send('PUT', path, change)).status).toBe(409);
    const removed = savedFilterSchema.parse(
      await sendOk('PUT', `${path}/removed`, { version: 2, isRemoved: true }),
    );
    const names = async () =>
      (await bench().read(savedFilterListSchema, '/saved-filters')).filters.map(({ name }) => name);
    expect(await names()).toEqual([]);
    await sendOk('PUT', `${path}/removed`, { version: removed.version, isRemoved: false });
    expect(await names()).toEqual(['独居・計画なし']);
  });

  test('a move is judged at once, taken back as an entry of the history, and a newer state refuses it', {
    timeout: LONG_MILLIS,
  }, async () => {
    const id = await idOf('004');
    const before = await detail(id);
    const move = {
      version: before.version,
      position: at(0, 0),
      radiusMeters: 5,
      reason: '現地で確認',
    };
    const moved = residentDetailSchema.parse(
      await sendOk('PUT', `/residents/${id}/position`, move),
    );
    expect(moved.hazard.redRelation).toBe('inside');
    const kinds = (await history(id)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['entered', 'judged', 'moved']);
    const judged = (await history(id)).find(({ kind }) => kind === 'judged');
    expect(judged?.changes.map(({ from, to }) => [from?.ja, to?.ja])).toContainEqual([
      '区域外',
      '区域内',
    ]);
    const back = { version: moved.version, moveVersion: moved.version };
    const restored = residentDetailSchema.parse(
      await sendOk('PUT', `/residents/${id}/position/restored`, back),
    );
    expect(restored).toMatchObject({
      position: before.position,
      accuracy: before.accuracy,
      radiusMeters: before.radiusMeters,
      positionSource: before.positionSource,
      version: moved.version + 1,
    });
    expect(restored.hazard.relation).toBe('outside');
    expect((await history(id)).filter(({ kind }) => kind === 'restored')).toHaveLength(1);
    expect((await send('PUT', `/residents/${id}/position/restored`, back)).status).toBe(409);
  });

  test('open positions: candidates, left with a reason, taken up again', {
    timeout: LONG_MILLIS,
  }, async () => {
    const open = await bench().read(openPositionsSchema, '/open-positions');
    expect(open.people.map(({ id }) => id).sort()).toEqual(
      [await idOf('005'), await idOf('006')].sort(),
    );
    const [first] = open.people;
    if (first === undefined) throw new Error('nobody is open');
    const path = `/residents/${first.id}`;
    positionCandidatesSchema.parse(
      await sendOk('POST', `${path}/position-candidates`, { text: '架空町' }),
    );
    const { version } = await detail(first.id);
    const left = openPositionsSchema.parse(
      await sendOk('PUT', `${path}/position-left`, { version, reason: '現地確認の予定' }),
    );
    expect(left.people.map(({ id }) => id)).not.toContain(first.id);
    expect(left.settled).toBe(open.settled + 1);
    expect((await history(first.id)).some(({ kind }) => kind === 'left')).toBe(true);
    const stale = { version: version + 1, reason: '現地確認の予定' };
    expect((await send('PUT', `${path}/position-left`, stale)).status).toBe(409);
    const again = openPositionsSchema.parse(
      await sendOk('PUT', `${path}/position-left`, { version, reason: null }),
    );
    expect(again.people.map(({ id }) => id)).toEqual(open.people.map(({ id }) => id));
  });

  test('who is placed on a circle too wide to judge by stays open, until it names a house', {
    timeout: LONG_MILLIS,
  }, async () => {
    const read = () => bench().read(openPositionsSchema, '/open-positions');
    const open = await read();
    const id = await idOf('005');
    const place = async (radiusMeters: number) => {
      const { version, position } = await detail(id);
      const body = { version, position, radiusMeters, reason: '候補から選択' };
      return residentDetailSchema.parse(await sendOk('PUT', `/residents/${id}/position`, body));
    };
    expect((await place(2000)).hazard.relation).toBe('undetermined');
    const wide = await read();
    expect(wide.people.map((one) => one.id)).toContain(id);
    expect(wide.settled).toBe(open.settled);
    const moved = await place(5);
    expect(moved.hazard.relation).not.toBe('undetermined');
    const settled = await read();
    expect(settled.people.map((one) => one.id)).not.toContain(id);
    expect(settled.settled).toBe(open.settled + 1);
  });

  test('two records are judged one person: one is archived, and it is taken back whole', {
    timeout: LONG_MILLIS,
  }, async () => {
    const read = () => bench().read(duplicatesSchema, '/duplicates');
    expect((await read()).pairs).toEqual([]);
    await bench().context.database.query(
      `UPDATE resident SET name_kana = 'カクウハナコ' WHERE roster_number IN ('001', '003')`,
    );
    await bench().context.database.query(
      `UPDATE household_facts SET plan = 'complete' FROM resident
       WHERE resident.id = resident_id AND roster_number IN ('001', '003')`,
    );
    const { pairs } = await read();
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    if (pair === undefined) throw new Error('no pair');
    expect(pair.reasons).toContain('kana-and-birth-date');
    const { a, b } = pair;
    const same = {
      a: a.id,
      b: b.id,
      decision: 'same',
      keepId: a.id,
      versions: { a: a.version, b: b.version },
    };
    const old = { ...same, versions: { a: a.version, b: b.version - 1 } };
    expect((await send('POST', '/duplicates', old)).status).toBe(409);
    const say = (id: string, state: string, version: number) =>
      sendOk('PUT', `/residents/${id}/consents/plan`, {
        ...{ state, version, decidedOn: '2026-11-01', explainedBy: '架空 福祉課', onPaper: true },
        shelterIds: [],
      });
    // Merged into one who was not asked, a refusal would be lost.
    await say(b.id, 'refused', 0);
    const refused = await send('POST', '/duplicates', same);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'duplicate.consents-differ' });
    const [apart] = (await read()).pairs;
    expect([apart?.a.consents, apart?.b.consents]).toEqual([
      { roster: 'not-asked', plan: 'not-asked' },
      { roster: 'not-asked', plan: 'refused' },
    ]);
    // What the cards say of a plan: the roster's word, until one is written here.
    expect([apart?.a.plan, apart?.b.plan]).toEqual(['complete', 'complete']);
    expect((await list()).total).toBe(7);
    await say(a.id, 'withdrawn', 0);
    // The one who would be left has the only plan: nothing that was written gets lost.
    const { database } = bench().context;
    const writePlan = async (id: string) => {
      await database.query(
        `INSERT INTO plan (municipality_code, resident_id, version, stage, stage_since, content_version,
           outline, approvals, updated_by) VALUES ($1, $2, 1, 'drafting', now(), 1, $3, $4, 'x')`,
        [CODE, id, JSON.stringify(outlineOf(EMPTY_PLAN)), JSON.stringify(NO_RECORD.approvals)],
      );
      await database.query(
        `INSERT INTO plan_version (municipality_code, resident_id, version, content, saved_by)
         VALUES ($1, $2, 1, $3, 'x')`,
        [CODE, id, JSON.stringify(EMPTY_PLAN)],
      );
    };
    await writePlan(b.id);
    const [planned] = (await read()).pairs;
    expect([planned?.a.planStage, planned?.b.planStage]).toEqual([null, 'drafting']);
    expect([planned?.a.plan, planned?.b.plan]).toEqual(['complete', 'draft']);
    const lost = await send('POST', '/duplicates', same);
    expect(lost.status).toBe(422);
    expect(await lost.json()).toMatchObject({ code: 'duplicate.plan-would-be-lost' });
    // Both have one: the one that is kept names the other, which leads back to it.
    await writePlan(a.id);
    const judged = duplicatesSchema.parse(await sendOk('POST', '/duplicates', same));
    expect(judged).toEqual({ pairs: [], judged: { same: 1, different: 0 } });
    expect((await list()).total).toBe(6);
    expect((await list()).rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await list('?archived=true')).rows.map(({ id }) => id)).toEqual([b.id]);

    const planOf = (id: string) => bench().read(planViewSchema, `/residents/${id}/plan`);
    expect(await planOf(a.id)).toMatchObject({
      mergedPlans: [{ residentId: b.id, stage: 'drafting', contentVersion: 1 }],
      mergedInto: null,
    });
    expect(await planOf(b.id)).toMatchObject({ mergedPlans: [], mergedInto: a.id });

    await sendOk('POST', '/duplicates', { a: a.id, b: b.id, decision: 'undo' });
    expect(await planOf(a.id)).toMatchObject({ mergedPlans: [], mergedInto: null });
    const after = await list();
    expect(after.total).toBe(7);
    expect(after.rows.find(({ id }) => id === b.id)?.relation).toBe('near');
    const different = { a: b.id, b: a.id, decision: 'different' };
    const said = duplicatesSchema.parse(await sendOk('POST', '/duplicates', different));
    expect(said).toEqual({ pairs: [], judged: { same: 0, different: 1 } });
  });
});

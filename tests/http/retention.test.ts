import { beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { type Retention, retentionSchema } from '#contract/retention';
import { SYSTEM, withActor } from '../../server/db/actor.ts';
import { recordAccess } from '../../server/services/audit/record-access.ts';
import { hashOf, verifyChain } from '../../server/services/audit/verify-chain.ts';
import { pruneDue } from '../../server/services/retention/runs.ts';
import { type SignedIn, signedIn } from '../support/signed-in.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';

/** So many of each there are before anything is removed. */
const ALL = { responses: 3, reports: 3, scans: 4, warnings: 3, lines: 3, sheets: 3, parts: 6 };
const SHEETS = [
  ['00000000-0000-4000-8000-00000000000a', 'closed', '2 years'],
  ['00000000-0000-4000-8000-00000000000b', 'closed', '1 month'],
  ['00000000-0000-4000-8000-00000000000c', 'received', '2 years'],
] as const;

describeApp('how long things are kept', (bench) => {
  let administrator: SignedIn;
  let auditor: SignedIn;
  const database = () => bench().context.database;
  const query = <Row = Record<string, unknown>>(sql: string, values?: unknown[]) =>
    database().query<Row>(sql, values);
  const ask = (path = '', body?: unknown, method = body === undefined ? 'GET' : 'PUT') =>
    bench().ask(`/retention${path}`, {
      method,
      headers: { ...administrator.headers, 'content-type': 'application/json' },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
  const read = async (answer?: Promise<Response>): Promise<Retention> =>
    retentionSchema.parse(await (await (answer ?? ask())).json());
  const ruleOf = ({ rules }: Retention, what: string) => rules.find((rule) => rule.what === what);
  const set = (what: string, days: number | null, isDaily = false, version?: number) =>
    read().then((now) =>
      ask('', { what, days, isDaily, version: version ?? ruleOf(now, what)?.version ?? 0 }),
    );
  const codeOf = async (answer: Promise<Response>) => {
    const { status, code } = problemSchema.parse(await (await answer).json());
    return [status, code];
  };
  const kept = async () => {
    const [row] = await query(
      `SELECT (SELECT count(*) FROM response) AS responses,
         (SELECT count(*) FROM response_report) AS reports,
         (SELECT count(*) FROM consent_scan) AS scans,
         (SELECT count(*) FROM warning_level) AS warnings,
         (SELECT count(*) FROM relay_sheet) AS sheets,
         (SELECT count(*) FROM relay_event) + (SELECT count(*) FROM relay_attachment) AS parts,
         (SELECT count(*) FROM audit_entry WHERE municipality_code = $1
            AND at < now() - interval '400 days') AS lines`,
      [CODE],
    );
    return row;
  };
  /** Lets a pending run be due. */
  const waitTenMinutes = () =>
    query(`UPDATE retention_run SET due_at = now() - interval '1 second'
           WHERE called_off_at IS NULL AND done_at IS NULL`);

  beforeAll(async () => {
    administrator = await signedIn(database(), 'administrator', null, '架空 管理');
    auditor = await signedIn(database(), 'auditor', CODE);
    // A log of which the first three lines are two years old: its hashes are made as the database does it.
    for (let line = 0; line < 5; line += 1)
      await recordAccess(database(), SYSTEM, CODE, { action: 'people.export', people: [] });
    await query('ALTER TABLE audit_entry DISABLE TRIGGER append_only');
    await query(
      `UPDATE audit_entry SET at = at - interval '2 years' WHERE municipality_code = $1 AND seq <= 3`,
      [CODE],
    );
    let last = '0'.repeat(64);
    for (const { seq, line } of await query<{ seq: number; line: string }>(
      `SELECT seq, audit.line(e) AS line FROM audit_entry e WHERE municipality_code = $1 ORDER BY seq`,
      [CODE],
    )) {
      last = hashOf(last, line);
      await query('UPDATE audit_entry SET hash = $3 WHERE municipality_code = $1 AND seq = $2', [
        ...[CODE, seq, last],
      ]);
    }
    await query('UPDATE audit_chain SET hash = $2 WHERE municipality_code = $1', [CODE, last]);
    await query('ALTER TABLE audit_entry ENABLE TRIGGER append_only');
    // Two people who left the roster, two years and a month ago, one who was merged, one who is on it.
    await query(
      `UPDATE resident SET archived_at = now() - CASE roster_number WHEN '002' THEN interval '1 month'
         ELSE interval '2 years' END,
         merged_into = CASE roster_number WHEN '003' THEN
           (SELECT id FROM resident WHERE roster_number = '004') END
       WHERE roster_number IN ('001', '002', '003')`,
    );
    await query(
      `INSERT INTO consent_scan SELECT municipality_code, id, 'roster', gen_random_uuid(), 'image/png',
         decode('89504e47', 'hex'), now() - interval '3 years', 'x', null FROM resident
       WHERE roster_number IN ('001', '002', '003', '004')`,
    );
    // The second ended two years ago; the third holds, old as it is.
    await query(
      `INSERT INTO warning_level (municipality_code, ordinal, levels, note, set_by, set_at)
       SELECT $1, n, '[]', '', 'x', now() - make_interval(days => 900 - 50 * n)
       FROM generate_series(1, 3) n`,
      [CODE],
    );
    // One that ended two years ago, one that ended now, and one that is open since; each with a report of one person.
    await query(
      `INSERT INTO response (municipality_code, id, kind, levels, opened_by, opened_at, closed_by, closed_at)
       SELECT $1, gen_random_uuid(), 'rehearsal', '[]', 'x', now() - interval '3 years',
         CASE WHEN days IS NULL THEN NULL ELSE 'x' END, now() - make_interval(days => days)
       FROM unnest(ARRAY[730, 0, NULL]) AS days`,
      [CODE],
    );
    await query(
      `INSERT INTO response_person (municipality_code, response_id, resident_id, tier, rank, red_relation,
         has_plan, is_upper_bound)
       SELECT r.municipality_code, r.id, p.id, 1, 1, 'inside', false, false
       FROM response r JOIN resident p ON p.roster_number = '004'`,
    );
    await query(
      `INSERT INTO response_report (municipality_code, response_id, id, resident_id, status, at, moment,
         received_at, reported_by, role)
       SELECT municipality_code, response_id, gen_random_uuid(), resident_id, 'arrived', now(), 1, now(), 'x',
         'supporter' FROM response_person`,
    );
    // Closed two years ago and last month, and one that has waited for an answer for two years.
    for (const [id, state, since] of SHEETS) {
      await query(
        `INSERT INTO relay_sheet (municipality_code, id, version, state, state_since, urgency, due_at,
           office, office_key, office_keys, resident_id, place_text, seen, links, written_at,
           received_at, written_by, written_role)
         SELECT $1, $2, 1, $3, now() - $4::interval, 'days', now(), '{}', 'x', '{x}',
           (SELECT id FROM resident WHERE roster_number = '004'), '', '様子', '[]', now(), now(), 'x',
           'supporter'`,
        [CODE, id, state, since],
      );
      await query(
        `INSERT INTO relay_event (municipality_code, sheet_id, version, step, from_state, to_state,
           from_office, to_office, text, at, done_by, role)
         VALUES ($1, $2, 1, 'write', 'received', 'received', '{}', '{}', '', now(), 'x', 'supporter')`,
        [CODE, id],
      );
      await query(
        `INSERT INTO relay_attachment (municipality_code, sheet_id, id, media_type, content, added_at,
           added_by) VALUES ($1, $2, gen_random_uuid(), 'image/png', decode('89504e47', 'hex'), now(), 'x')`,
        [CODE, id],
      );
    }
  });

  test('is for the administrator to say, and for the auditor to see', async () => {
    const asAuditor = { headers: auditor.headers };
    expect((await bench().ask('/retention', asAuditor)).status).toBe(200);
    const put = { ...asAuditor, method: 'PUT', body: '{}' };
    expect((await bench().ask('/retention', put)).status).toBe(403);
    expect((await bench().ask('/retention')).status).toBe(403);
  });

  test('where nobody has said it: the log for five years, the rest for good, nothing by itself', async () => {
    const now = await read();
    expect(now).toMatchObject({ pending: null, last: null });
    expect(now.rules.map(({ what, days, isDaily, setBy }) => [what, days, isDaily, setBy])).toEqual(
      [
        ['audit', 1825, false, null],
        ['scans', null, false, null],
        ['warnings', null, false, null],
        ['responses', null, false, null],
        ['relay', null, false, null],
      ],
    );
    expect(now.rules.map(({ due }) => due.count)).toEqual([0, 0, 0, 0, 0]);
  });

  test('says who set it when, and how much a run would remove, from when to when', async () => {
    for (const what of ['audit', 'scans', 'warnings', 'responses', 'relay'])
      expect((await set(what, 400)).status).toBe(200);
    const now = await read();
    for (const { setAt, setBy, days } of now.rules) {
      expect([setBy, days]).toEqual(['架空 管理', 400]);
      expect(Date.now() - Date.parse(setAt ?? '')).toBeLessThan(60_000);
    }
    const due = (what: string) => ruleOf(now, what)?.due;
    expect(due('audit')?.count).toBe(3);
    expect(due('scans')?.count).toBe(1);
    expect(due('warnings')?.count).toBe(2);
    expect(due('responses')?.count).toBe(1);
    expect(due('relay')?.count).toBe(1);
    const ageDays = (moment: string | null | undefined) =>
      Math.round((Date.now() - Date.parse(moment ?? '')) / 86_400_000);
    expect([ageDays(due('warnings')?.oldest), ageDays(due('warnings')?.newest)]).toEqual([
      800, 750,
    ]);
    expect(ageDays(due('scans')?.oldest)).toBeGreaterThan(700);
    // Nothing was removed by looking, and none of it is of a person.
    expect(await kept()).toEqual(ALL);
    expect(JSON.stringify(now)).not.toContain('花子');
  });

  test('not so short that what has just been done goes, nor over what somebody else said', async () => {
    expect((await set('scans', 30)).status).toBe(400);
    expect(await codeOf(set('audit', null))).toEqual([422, 'audit.retention-too-short']);
    expect(await codeOf(set('scans', null, true))).toEqual([422, 'retention.daily-for-good']);
    expect(await codeOf(set('scans', 500, false, 0))).toEqual([409, 'retention.stale']);
  });

  test('a run waits ten minutes, in which it is called off', async () => {
    const ordered = await read(ask('/runs', {}, 'POST'));
    expect(ordered.pending?.orderedBy).toBe('架空 管理');
    const waits = Date.parse(ordered.pending?.dueAt ?? '') - Date.now();
    expect(Math.abs(waits - 600_000)).toBeLessThan(30_000);
    expect(await codeOf(ask('/runs', {}, 'POST'))).toEqual([409, 'retention.pending']);
    await pruneDue(database());
    expect(await kept()).toEqual(ALL);
    expect(await read(ask('/runs/called-off', {}, 'POST'))).toMatchObject({ pending: null });
    expect(await codeOf(ask('/runs/called-off', {}, 'POST'))).toEqual([409, 'retention.gone']);
    await pruneDue(database());
    expect(await kept()).toEqual(ALL);
  });

  test('the auditor takes the whole log away before', async () => {
    const answer = await bench().ask('/audit/search.csv', {
      method: 'POST',
      headers: { ...auditor.headers, 'content-type': 'application/json' },
      body: '{}',
    });
    const lines = (await answer.text()).trim().split('\r\n');
    const [row] = await query<{ lines: number }>(
      'SELECT count(*) AS lines FROM audit_entry WHERE municipality_code = $1',
      [CODE],
    );
    expect(lines).toHaveLength((row?.lines ?? 0) + 1);
  });

  test('when its time has come what is older goes, says so in the log, and the chain holds', async () => {
    await ask('/runs', {}, 'POST');
    await waitTenMinutes();
    expect(await codeOf(ask('/runs/called-off', {}, 'POST'))).toEqual([409, 'retention.gone']);
    await pruneDue(database());
    expect(await kept()).toEqual({
      responses: 2,
      reports: 2,
      scans: 3,
      warnings: 1,
      lines: 0,
      sheets: 2,
      parts: 4,
    });
    const left = await query<{ id: string }>('SELECT id FROM relay_sheet ORDER BY id');
    expect(left.map(({ id }) => id)).toEqual(SHEETS.slice(1).map(([id]) => id));
    const now = await read();
    expect(now).toMatchObject({
      pending: null,
      last: {
        orderedBy: '架空 管理',
        removed: { audit: 3, scans: 1, warnings: 2, responses: 1, relay: 1 },
      },
    });
    expect(now.rules.map(({ due }) => due.count)).toEqual([0, 0, 0, 0, 0]);
    expect(await verifyChain(database(), CODE)).toMatchObject({ broken: null });
    const [row] = await query<{ people: string[]; details: object }>(
      `SELECT people, details FROM audit_entry WHERE action = 'retention.prune'
         AND details ->> 'what' = 'scans'`,
    );
    const [one] = await query<{ id: string }>(
      `SELECT id FROM resident WHERE roster_number = '001'`,
    );
    expect(row).toMatchObject({ people: [one?.id], details: { count: 1, orderedBy: '架空 管理' } });
    // Whom a sheet was about stands in the log, and nothing that it said.
    const [noted] = await query<{ people: string[]; details: object }>(
      `SELECT people, details FROM audit_entry WHERE details ->> 'what' = 'relay'
         AND action = 'retention.prune'`,
    );
    expect(noted?.people).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toContain('様子');
    const actions = await query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entry WHERE action ~ '^(retention|audit)' ORDER BY 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...['audit.export', 'audit.prune', 'audit.retention'],
      ...['retention.cancel', 'retention.order', 'retention.prune'],
    ]);
  });

  test('daily: by itself, once a day, and only what was said so', async () => {
    await query(
      `UPDATE resident SET archived_at = now() - interval '2 years' WHERE roster_number = '002'`,
    );
    await set('scans', 400, true);
    await pruneDue(database());
    expect(await kept()).toMatchObject({ scans: 2 });
    const another = `INSERT INTO consent_scan SELECT municipality_code, id, 'plan', gen_random_uuid(),
      'image/png', decode('89504e47', 'hex'), now(), 'x', null FROM resident WHERE roster_number = '002'`;
    await query(another);
    await pruneDue(database());
    expect(await kept()).toMatchObject({ scans: 3 });
    await query(`UPDATE retention_rule SET last_daily_at = now() - interval '25 hours'`);
    await pruneDue(database());
    expect(await kept()).toMatchObject({ scans: 2 });
    expect(await verifyChain(database(), CODE)).toMatchObject({ broken: null });
    // Whoever is asked as the application's role sees the same: nothing went round row-level security.
    const seen = await withActor(database(), SYSTEM, CODE, (tx) =>
      tx.query('SELECT 1 FROM consent_scan'),
    );
    expect(seen).toHaveLength(2);
  });
});

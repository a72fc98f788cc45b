import { beforeAll, expect, test } from 'vitest';
import { disasterModesSchema } from '#contract/access';
import {
  type AuditSearch,
  auditCheckSchema,
  auditEntryPeopleSchema,
  auditPageSchema,
  auditStateSchema,
  disasterReportSchema,
} from '#contract/audit';
import { residentPageSchema } from '#contract/resident';
import { recordAccess } from '../../server/services/audit/record-access.ts';
import { endDisasterMode, openDisasterMode } from '../../server/services/disaster-modes.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { CODE } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

describeApp('the desk of the auditor', (bench) => {
  let ask: Awaited<ReturnType<typeof openAs>>;
  let ids: string[];
  const search = async (query: Partial<AuditSearch>) => {
    const response = await ask('/audit/search', query);
    expect(response.status).toBe(200);
    return auditPageSchema.parse(await response.json());
  };

  beforeAll(async () => {
    ids = (await bench().read(residentPageSchema, '/residents')).rows.map(({ id }) => id);
    ask = await openAs(bench().context, 'auditor');
    const { database } = bench().context;
    const fire = { ...LOCAL_OFFICER, role: 'fire-department', name: '消防 一郎' } as const;
    for (const person of ids.slice(0, 3))
      await recordAccess(database, fire, CODE, { action: 'people.detail', people: [person] });
  });

  test('who looked at this person, by the number on the roster', async () => {
    const page = await search({ rosterNumber: '001', action: 'people.detail' });
    expect(page.entries.map(({ name, peopleCount }) => [name, peopleCount])).toEqual([
      ['消防 一郎', 1],
    ]);
    const [entry] = page.entries;
    const people = await ask(`/audit/entries/${entry?.seq}/people`);
    expect(auditEntryPeopleSchema.parse(await people.json())).toEqual({
      people: [{ id: ids[0], rosterNumber: '001' }],
    });
    expect(await search({ rosterNumber: 'nobody' })).toEqual({
      entries: [],
      next: null,
      isPersonKnown: false,
    });
  });

  test('by account, action and day', async () => {
    expect((await search({ name: '消防' })).entries).toHaveLength(3);
    expect((await search({ name: '消防', action: 'people.export' })).entries).toEqual([]);
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    expect((await search({ name: '消防', from: today, until: today })).entries).toHaveLength(3);
    expect((await search({ name: '消防', until: '2020-01-01' })).entries).toEqual([]);
    expect((await search({ name: '%' })).entries).toEqual([]);
  });

  test('page by page, the newest first', async () => {
    const first = await search({ name: '消防', limit: 2 });
    const second = await search({ name: '消防', limit: 2, before: first.next });
    const numbers = [...first.entries, ...second.entries].map(({ seq }) => seq);
    expect(numbers).toHaveLength(3);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(second.next).toBeNull();
  });

  test('nothing of a person but the number stands in any answer', async () => {
    const answers = [
      await ask('/audit/search', {}),
      await ask('/audit/search.csv', {}),
      await ask('/audit'),
      await ask('/audit/verify', {}),
    ];
    const text = (await Promise.all(answers.map((answer) => answer.text()))).join();
    for (const word of ['花子', 'ハナコ', '架空町', '人工呼吸器']) expect(text).not.toContain(word);
    expect(text).toContain('消防 一郎');
  });

  test('what the auditor does is written down too', async () => {
    const { entries } = await search({ action: 'audit.search' });
    expect(entries.length).toBeGreaterThan(3);
    expect(entries[0]).toMatchObject({ role: 'auditor', purpose: 'none' });
  });

  test('the state says whether the chain holds, and where not', async () => {
    const state = async () => auditStateSchema.parse(await (await ask('/audit')).json());
    const check = async () => auditCheckSchema.parse(await (await ask('/audit/verify', {})).json());
    expect(await state()).toMatchObject({ retentionDays: 1825, pruned: null });
    const found = await check();
    expect(found.brokenAt).toBeNull();
    expect(found.entries).toBe(found.head.seq);
    const verified = async () => (await search({ action: 'audit.verify' })).entries.length;
    const before = await verified();
    expect((await state()).head.seq).toBeGreaterThan(found.head.seq);
    // Looking at the state is no check: it reads no line of the log, and adds none of its own.
    expect(await verified()).toBe(before);
    const { database } = bench().context;
    await database.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await database.query(
      `UPDATE audit_entry SET name = 'x' WHERE municipality_code = $1 AND seq = 2`,
      [CODE],
    );
    expect((await check()).brokenAt).toBe(2);
  });

  test('after disaster mode: who saw whom', async () => {
    const { database } = bench().context;
    const service = { database, actor: LOCAL_OFFICER, today: TODAY };
    const opened = await openDisasterMode(service, CODE, {
      ...{ districts: null, articles: ['49-11-3'], reason: '大雨', hours: 1 },
    });
    if (!opened.ok) throw new Error(opened.problem.en);
    const modes = disasterModesSchema.parse(await (await bench().ask('/disaster-modes')).json());
    const id = modes.modes[0]?.id ?? '';
    await recordAccess(database, LOCAL_OFFICER, CODE, { action: 'people.list', people: ids });
    await recordAccess(database, LOCAL_OFFICER, CODE, {
      action: 'people.detail',
      people: ids.slice(0, 1),
    });
    await endDisasterMode(service, CODE, id);
    await recordAccess(database, LOCAL_OFFICER, CODE, { action: 'people.list', people: ids });
    const report = disasterReportSchema.parse(
      await (await ask(`/audit/disaster-modes/${id}`)).json(),
    );
    expect(report).toMatchObject({ people: 7, seen: [{ name: 'local', people: 7, times: 8 }] });
    const file = await (await ask(`/audit/disaster-modes/${id}/report.csv`)).text();
    expect(file.trim().split('\r\n')).toHaveLength(8);
    expect(file).toContain(',001,2,');
  });

  test('nobody but the auditor', async () => {
    for (const path of ['/audit', '/audit/entries/1/people'])
      expect((await bench().ask(path)).status).toBe(403);
  });
});

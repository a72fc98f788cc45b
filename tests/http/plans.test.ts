import { expect, test } from 'vitest';
import type { z } from 'zod';
import { consentsSchema } from '#contract/access';
import { auditPageSchema } from '#contract/audit';
import { problemSchema } from '#contract/common';
import { summarySchema } from '#contract/municipality';
import { planContentSchema } from '#contract/plan';
import {
  planBoardSchema,
  planComparisonSchema,
  planConflictSchema,
  planSettingsViewSchema,
  planVersionSchema,
  planViewSchema,
  type TakeStep,
} from '#contract/plan-work';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import type { Role } from '#domain/access/roles';
import { PLAN_FACT_OF } from '#domain/plan/plan-fact';
import { PLAN_STAGES } from '#domain/plan/states';
import { withActor } from '../../server/db/actor.ts';
import { ROUTE } from '../domain/plan/support.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

type View = z.output<typeof planViewSchema>;
type Ask = Awaited<ReturnType<typeof openAs>>;

describeApp('individual evacuation plans', (bench) => {
  const rosterId = async (number: string) => {
    const page = await bench().read(residentPageSchema, '/residents');
    return page.rows.find(({ rosterNumber }) => rosterNumber === number)?.id ?? '';
  };
  const problemOf = async (answer: Response) => {
    const { code } = problemSchema.parse(await answer.json());
    return [answer.status, code];
  };
  const read = async (ask: Ask, id: string): Promise<View> =>
    planViewSchema.parse(await (await ask(`/residents/${id}/plan`)).json());
  const step = async (ask: Ask, id: string, one: Omit<TakeStep, 'version'>) => {
    const { version } = await read(ask, id);
    const answer = await ask(`/residents/${id}/plan/steps`, { version, ...one });
    if (!answer.ok) throw new Error(`${one.step}: ${await answer.text()}`);
    return planViewSchema.parse(await answer.json());
  };
  const save = (ask: Ask, id: string, contentVersion: number, content: View['content']) =>
    ask(`/residents/${id}/plan`, { contentVersion, content }, 'PUT');
  const agreeToGive = async (officer: Ask, id: string) => {
    const body = {
      ...{ state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 福祉課', onPaper: true },
      ...{ shelterIds: [], version: 0 },
    };
    for (const purpose of ['roster', 'plan']) {
      const saved = await officer(`/residents/${id}/consents/${purpose}`, body, 'PUT');
      expect(saved.status).toBe(200);
    }
  };
  const asRole = (role: Role) => openAs(bench().context, role);
  const wholeOf = ({ content }: View): View['content'] => ({
    ...content,
    means: 'wheelchair',
    route: planContentSchema.shape.route.parse(ROUTE),
    destination: {
      ...{ kind: 'welfare-shelter', shelterId: 'S1', name: '架空福祉避難所', address: null },
      ...{ phone: null, reason: null, place: { position: null, accuracy: 'none' } },
    },
  });

  test('three roles bring a plan into force; lists, figures and ranking follow', async () => {
    const officer = await asRole('disaster-officer');
    const fire = await asRole('fire-department');
    const shelter = await openAs(bench().context, 'welfare-shelter', { shelterIds: ['S1'] });
    const id = await rosterId('001');
    const before = await bench().read(summarySchema, '/summary');
    const first = await read(officer, id);
    expect(first).toMatchObject({
      ...{ stage: 'not-started', version: 0, isPrefilled: true, next: 'ask-consent' },
      // Nobody types what the roster knows.
      content: {
        supporters: [{ name: '見本 次郎' }],
        body: { devices: [{ device: 'ventilator', batteryHours: null }] },
      },
    });
    // Without the consent to give plans the fire department sees none.
    expect(await problemOf(await fire(`/residents/${id}/plan`))).toEqual([404, 'resident.unknown']);
    await agreeToGive(officer, id);
    for (const one of ['ask-consent', 'record-agreement', 'begin-draft'] as const)
      await step(officer, id, { step: one });
    expect((await shelter(`/residents/${id}/plan`)).status).toBe(404);
    const early = await read(fire, id);
    expect(early.next).toBe('write');
    const tooEarly = { version: early.version, step: 'check-route' };
    expect(await problemOf(await fire(`/residents/${id}/plan/steps`, tooEarly))).toEqual([
      ...[422, 'plan.incomplete'],
    ]);
    expect(await problemOf(await save(fire, id, 0, early.content))).toEqual([
      403,
      'plan.not-yours',
    ]);
    const whole = wholeOf(first);
    const more = whole.supporters.map((one) => ({
      ...one,
      id: crypto.randomUUID(),
      name: '例 隣子',
    }));
    const helped = { ...whole, supporters: [...whole.supporters, ...more] };
    expect((await save(officer, id, 0, helped)).status).toBe(200);
    const checked = await step(fire, id, { step: 'check-route' });
    expect(checked).toMatchObject({ stage: 'route-checked', next: 'accept' });
    // It is given to the facility that is asked, and was not before.
    const reach = async () => {
      const { consents, history } = await bench().read(consentsSchema, `/residents/${id}/consents`);
      return { ids: consents[1]?.shelterIds, history };
    };
    expect(await reach()).toMatchObject({
      ids: ['S1'],
      history: [{ by: 'fire-department', former: { shelterIds: [] } }, {}, {}],
    });
    await step(shelter, id, { step: 'accept' });
    // Another's word is written down with whose it was and when, and stays with the plan.
    const unagreed = await read(officer, id);
    expect(unagreed.steps.find((one) => one.step === 'agree')?.isWordOfAnother).toBe(true);
    const own = (await read(fire, id)).steps.find((one) => one.step === 'check-route');
    expect(own?.isWordOfAnother).toBe(false);
    const said = { by: '架空 太郎(長男)', on: '2026-11-20' };
    const agreed = await step(officer, id, { step: 'agree', said });
    expect(agreed.events[0]).toMatchObject({ task: 'agree', by: 'disaster-officer', said });
    expect(agreed.events[1]).toMatchObject({ task: 'accept', said: null });
    expect(agreed.approvals.find((one) => one.kind === 'person')?.given).toMatchObject({ said });
    const auditor = await asRole('auditor');
    const log = await auditor('/audit/search', { action: 'plan.step' });
    expect(auditPageSchema.parse(await log.json()).entries[0]).toMatchObject({ step: 'agree' });
    expect((await step(officer, id, { step: 'share' })).stage).toBe('shared');
    const done = await step(officer, id, { step: 'put-in-force' });
    expect(done.events.map(({ task }) => task)).toEqual([
      ...['put-in-force', 'share', 'agree', 'accept', 'check-route', 'write'],
      ...['begin-draft', 'record-agreement', 'ask-consent'],
    ]);
    expect(done.events[4]).toMatchObject({ by: 'fire-department', role: 'fire-department' });
    const detail = await bench().read(residentDetailSchema, `/residents/${id}`);
    expect(detail.plan).toEqual({
      ...{ value: 'complete', source: '個別避難計画(この画面で作成)', asOf: '2026-11-24' },
    });
    // Who helps by the plan counts too: the roster names one of them.
    expect(detail.supporters?.map(({ name }) => name)).toEqual(['見本 次郎', '例 隣子']);
    expect(detail.isSupportersOfPlan).toBe(true);
    const why = detail.priority.lines.flatMap(({ facts }) => facts.map(({ ja }) => ja)).join();
    expect(why).toContain('避難支援等実施者:2人(個別避難計画(この画面で作成)');
    const listed = await bench().read(residentPageSchema, '/residents');
    expect(listed.rows.find((row) => row.id === id)?.supporterCount).toBe(2);
    const after = await bench().read(summarySchema, '/summary');
    expect(after.withoutPlan).toBe((before.withoutPlan ?? 0) - 1);
    const complete = await bench().read(residentPageSchema, '/residents?plan=complete');
    expect(complete.rows.map((row) => row.id)).toEqual([id]);
    // Another route: what the fire department and the person said falls away, and why is told.
    const content = { ...done.content, route: { ...done.content.route!, lengthMeters: 1234 } };
    const revised = planViewSchema.parse(await (await save(officer, id, 1, content)).json());
    expect(revised.stage).toBe('drafting');
    expect(revised.events[0]).toMatchObject({
      ...{ task: 'write', from: 'in-force', to: 'drafting' },
      fallen: [{ approval: 'route', why: { ja: '経路が変わったため' } }, { approval: 'person' }],
    });
    const ended = await step(officer, id, { step: 'end', endReason: 'moved-away' });
    expect(ended).toMatchObject({ stage: 'ended', endReason: 'moved-away', next: null });
    expect((await reach()).ids).toEqual([]);
    expect((await shelter(`/residents/${id}/plan`)).status).toBe(404);
  });

  test('two who edit one plan: the second gets both edits together, and nothing is lost', async () => {
    const officer = await asRole('disaster-officer');
    const id = await rosterId('002');
    for (const one of ['record-agreement', 'begin-draft'] as const)
      await step(officer, id, { step: one });
    const first = await read(officer, id);
    expect((await save(officer, id, 0, { ...first.content, pets: '犬' })).status).toBe(200);
    const mine = { ...first.content, notes: '裏口から', means: 'car' as const };
    const late = await save(officer, id, 0, mine);
    expect(late.status).toBe(409);
    const { merge } = planConflictSchema.parse(await late.json());
    expect(merge).toMatchObject({ contentVersion: 1, collisions: [] });
    expect(merge.merged).toMatchObject({ pets: '犬', notes: '裏口から', means: 'car' });
    expect(merge.theirChanges).toMatchObject([{ path: 'pets', after: '犬' }]);
    const again = await save(officer, id, merge.contentVersion, merge.merged);
    expect(again.status).toBe(200);
    const third = await save(officer, id, 1, { ...merge.merged, means: 'stretcher' });
    const { merge: collided } = planConflictSchema.parse(await third.json());
    expect(collided.collisions).toMatchObject([
      { path: 'means', base: null, theirs: 'car', mine: 'stretcher', label: { ja: '移動手段' } },
    ]);
    // Sent twice it is one version.
    expect((await save(officer, id, 1, merge.merged)).status).toBe(200);
    const now = await read(officer, id);
    expect(now.versions.map(({ version }) => version)).toEqual([2, 1]);
    const compared = await bench().read(
      planComparisonSchema,
      `/residents/${id}/plan/compare?from=1&to=2`,
    );
    expect(compared.changes.map(({ path }) => path).sort()).toEqual(['means', 'notes']);
    const old = await bench().read(planVersionSchema, `/residents/${id}/plan/versions/1`);
    expect(old.content.notes).toBeNull();
    const gone = await officer(`/residents/${id}/plan/versions/9`);
    expect(await problemOf(gone)).toEqual([404, 'plan-version.unknown']);
    const stale = { version: 1, step: 'end', endReason: 'died' };
    expect(await problemOf(await officer(`/residents/${id}/plan/steps`, stale))).toEqual([
      ...[409, 'plan.stale'],
    ]);
  });

  test('the board counts by stage and district, and tells whose step it is', async () => {
    const officer = await asRole('disaster-officer');
    const fire = await asRole('fire-department');
    const board = async (ask: Ask, query = '') =>
      planBoardSchema.parse(await (await ask(`/plans/board${query}`)).json());
    const all = await board(officer);
    const count = (stages: (typeof all)['stages']) =>
      stages.reduce((sum, one) => sum + one.count, 0);
    expect(count(all.stages)).toBe(all.people);
    expect(all.districts.reduce((sum, { stages }) => sum + count(stages), 0)).toBe(all.people);
    expect(all.stages.find(({ stage }) => stage === 'ended')?.count).toBe(1);
    expect(all.total).toBe(7);
    // The roster says of a plan what is not kept here: the words tell the two apart, and so do the numbers.
    const onRoster = (one: (typeof all)['rows'][number]) => one.onRoster;
    expect(all.onRoster).toEqual({
      complete: all.rows.filter((one) => onRoster(one) === 'complete').length,
      draft: all.rows.filter((one) => onRoster(one) === 'draft').length,
    });
    const draft = await board(officer, '?stage=drafting&mine=true');
    expect(draft.rows).toMatchObject([{ stage: 'drafting', next: 'write', days: 0, isMine: true }]);
    // Only one person let the plan be given, and that plan has ended; nobody else is told of.
    const seen = await board(fire);
    expect(seen).toMatchObject({ people: 1, mine: 0, rows: [{ stage: 'ended', next: null }] });
    const drill = await asRole('drill-coordinator');
    expect((await drill('/plans/board')).status).toBe(403);
  });

  test("the city's setting says who may, which steps it asks for, and not for whom it cannot", async () => {
    const officer = await asRole('disaster-officer');
    const welfare = await asRole('welfare-officer');
    const first = planSettingsViewSchema.parse(await (await officer('/plans/settings')).json());
    expect(first).toMatchObject({ version: 0, asked: ['check-route', 'accept', 'share'] });
    const { version, tasks, reviewMonths } = first;
    const body = { version, tasks, reviewMonths, asked: [] };
    expect((await welfare('/plans/settings', body, 'PUT')).status).toBe(403);
    const misgiven = tasks.map((one) =>
      one.task === 'share' ? { ...one, roles: ['supporter'] } : one,
    );
    const refused = await officer('/plans/settings', { ...body, tasks: misgiven }, 'PUT');
    expect(await problemOf(refused)).toEqual([422, 'plan-setting.misgiven']);
    const onlyDisaster = tasks.map((one) =>
      one.task === 'begin-draft' ? { ...one, roles: ['disaster-officer'] } : one,
    );
    const kept = await officer('/plans/settings', { ...body, tasks: onlyDisaster }, 'PUT');
    expect(planSettingsViewSchema.parse(await kept.json())).toMatchObject({ version: 1 });
    const late = await officer('/plans/settings', body, 'PUT');
    expect(await problemOf(late)).toEqual([409, 'plan-setting.stale']);
    const id = await rosterId('003');
    const agreed = await step(welfare, id, { step: 'record-agreement' });
    const begin = { version: agreed.version, step: 'begin-draft' };
    expect(await problemOf(await welfare(`/residents/${id}/plan/steps`, begin))).toEqual([
      ...[403, 'plan.not-yours'],
    ]);
    await step(officer, id, { step: 'begin-draft' });
    // Who is given the writing can write, in the database too.
    const fire = await asRole('fire-department');
    await agreeToGive(officer, id);
    const draft = await read(fire, id);
    expect(draft.mayWrite).toBe(false);
    const writing = onlyDisaster.map((one) =>
      one.task === 'write' ? { ...one, roles: ['fire-department'] } : one,
    );
    const given = { ...body, version: 1, tasks: writing };
    expect((await officer('/plans/settings', given, 'PUT')).status).toBe(200);
    expect((await save(fire, id, 0, { ...draft.content, notes: '裏口から' })).status).toBe(200);
    expect(await problemOf(await save(officer, id, 1, draft.content))).toEqual([
      ...[403, 'plan.not-yours'],
    ]);
  });

  test('two steps at once: one is taken; and the database makes of a stage what the rules do', async () => {
    const officer = await asRole('disaster-officer');
    const id = await rosterId('004');
    const body = { version: 0, step: 'ask-consent' };
    const answers = await Promise.all(
      [1, 2].map(() => officer(`/residents/${id}/plan/steps`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { database } = bench().context;
    for (const stage of PLAN_STAGES) {
      await database.query(
        `UPDATE plan SET stage = $2, end_reason = CASE WHEN $2 = 'ended' THEN 'other' END
         WHERE resident_id = $1`,
        [id, stage],
      );
      const [kept] = await database.query<{ fact: string | null }>(
        'SELECT fact FROM plan WHERE resident_id = $1',
        [id],
      );
      expect([stage, kept?.fact ?? null]).toEqual([stage, PLAN_FACT_OF[stage]]);
    }
  });

  test('the database itself lets nobody write for whom the city does not, and nothing be undone', async () => {
    const { database } = bench().context;
    const [row] = await database.query<{ id: string }>(
      `SELECT resident_id AS id FROM plan_version LIMIT 1`,
    );
    const as = (role: Role, sql: string) =>
      withActor(database, { ...LOCAL_OFFICER, role }, CODE, (tx) => tx.query(sql));
    const write = `INSERT INTO plan_version (municipality_code, resident_id, version, content, saved_by)
      VALUES ('${CODE}', '${row?.id}', 99, '{}', 'x')`;
    for (const role of ['district-organisation', 'drill-coordinator', 'auditor'] as const)
      await expect(as(role, write), role).rejects.toThrow(/row-level security/);
    const name = `SELECT access.name_shelters('${row?.id}', '{X}', '{}') AS moved`;
    expect(await as('drill-coordinator', name)).toEqual([{ moved: false }]);
    for (const sql of ['DELETE FROM plan_event', "UPDATE plan_version SET note = 'x'"])
      await expect(as('disaster-officer', sql)).rejects.toThrow(/permission denied/);
    for (const table of ['plan', 'plan_version', 'plan_event'])
      expect(await as('drill-coordinator', `SELECT * FROM ${table}`)).toEqual([]);
  });
});

// Over 200 lines because the four stories of a response share one application, which is costly to start.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { planViewSchema } from '#contract/plan-work';
import { residentPageSchema } from '#contract/resident';
import {
  type ResponseDetail,
  reportListSchema,
  reportsTakenSchema,
  responseDetailSchema,
  responseListSchema,
  unexpectedCountedSchema,
  wayAnswerSchema,
} from '#contract/response';
import { CONSENT_PURPOSES } from '#domain/access/consent';
import type { ResponseStatus } from '#domain/plan/response';
import { SYSTEM } from '../../server/db/actor.ts';
import { createContext } from '../../server/http/context.ts';
import { saveConsent } from '../../server/services/consents.ts';
import { importDataset } from '../../server/services/import-dataset.ts';
import { savePlan } from '../../server/services/plans/save-plan.ts';
import { takePlanStep } from '../../server/services/plans/take-plan-step.ts';
import { WHOLE_PLAN } from '../domain/plan/support.ts';
import { CENTRE, CODE, ROSTER } from './support/city.ts';
import { EventReader } from './support/event-reader.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs, openAsSupporters } from './support/open-as.ts';
import { expectedCounts, simulateSupporters } from './support/simulate-supporters.ts';
import { importInto } from './support/town-roads.ts';

type Ask = Awaited<ReturnType<typeof openAs>>;
/** Id of the school on the national list. */
let school = '';
const LEVEL_3 = [{ level: 3 as const, districts: null }];

describeApp('responses and rehearsals', (bench) => {
  const sources = () => ({
    ...{ database: bench().context.database, actor: SYSTEM, now: bench().context.clock() },
  });
  const idOf = async (number: string) => {
    const page = await bench().read(residentPageSchema, '/residents');
    return page.rows.find(({ rosterNumber }) => rosterNumber === number)?.id ?? '';
  };
  const agree = async (residentId: string, shelterIds: string[]) => {
    for (const purpose of CONSENT_PURPOSES)
      await saveConsent(
        { database: bench().context.database, actor: SYSTEM, today: TODAY },
        CODE,
        { residentId, purpose },
        {
          ...{ state: 'agreed', version: 0, decidedOn: '2026-11-01', explainedBy: '架空 説明者' },
          ...{ onPaper: true, shelterIds: purpose === 'plan' ? shelterIds : [] },
        },
      );
  };
  /** A plan to shelter S1 that is in force as far as responses go. */
  const planFor = async (id: string, preparationMinutes: number | null) => {
    await agree(id, [school]);
    const unsaid = { reason: null, reviewReason: null, endReason: null };
    let version = 0;
    const take = async (...steps: ('record-agreement' | 'begin-draft' | 'agree' | 'share')[]) => {
      for (const step of steps) {
        const taken = await takePlanStep(sources(), CODE, id, { ...unsaid, step, version });
        if (!taken.ok) throw new Error(taken.problem.en);
        version += 1;
      }
    };
    await take('record-agreement', 'begin-draft');
    const plan = planViewSchema.shape.content.parse({
      ...WHOLE_PLAN,
      destination: { ...WHOLE_PLAN.destination, shelterId: school, kind: 'shelter' },
      departure: { startAt: 3, preparationMinutes, steps: [] },
    });
    const saved = await savePlan(sources(), CODE, id, {
      ...{ contentVersion: 0, content: plan, note: null },
    });
    if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
    version += 1;
    for (const step of ['check-route', 'agree', 'share'] as const) {
      const taken = await takePlanStep(sources(), CODE, id, { ...unsaid, step, version });
      if (!taken.ok) throw new Error(taken.problem.en);
      version += 1;
    }
  };
  const detailOf = async (ask: Ask, id: string): Promise<ResponseDetail> =>
    responseDetailSchema.parse(await (await ask(`/responses/${id}`)).json());
  const open = async (ask: Ask, kind: 'real' | 'rehearsal', districts: string[] | null = null) => {
    const made = await ask('/responses', { kind, districts, levels: LEVEL_3 });
    expect(made.status).toBe(201);
    return responseDetailSchema.parse(await made.json());
  };
  const now = () => bench().context.clock();
  const report = (
    personId: string,
    status: ResponseStatus,
    minutesAgo = 0,
    shelterId: string | null = null,
  ) => {
    const at = new Date(now().getTime() - minutesAgo * 60_000).toISOString();
    return { id: randomUUID(), personId, status, at, shelterId };
  };
  const say = async (ask: Ask, id: string, ...reports: ReturnType<typeof report>[]) => {
    const body = { sentAt: now().toISOString(), reports };
    const answer = await ask(`/responses/${id}/reports`, body);
    expect(answer.status).toBe(200);
    return reportsTakenSchema.parse(await answer.json());
  };
  const problemOf = async (answer: Response) => {
    const { code } = problemSchema.parse(await answer.json());
    return [answer.status, code];
  };

  test('a rehearsal copies whom to move, each role sees and reports its own, and plans stay as they are', async () => {
    const [listed] = await bench().context.database.query<{ id: string }>(
      `SELECT id FROM shelter WHERE kind = 'shelter'`,
    );
    school = listed?.id ?? '';
    const [red, second] = [await idOf('001'), await idOf('002')];
    await planFor(second, 20);
    const officer = await openAs(bench().context, 'disaster-officer');
    const fire = await openAs(bench().context, 'fire-department');
    const shelter = await openAs(bench().context, 'welfare-shelter', { shelterIds: [school] });
    const supporter = await openAs(bench().context, 'supporter', { residentIds: [second] });
    expect(await problemOf(await fire('/responses', {}))).toEqual([403, 'access.denied']);
    const wrong = { kind: 'real', districts: ['どこか'], levels: [] };
    expect(await problemOf(await officer('/responses', wrong))).toEqual([
      ...[422, 'response.district-unknown'],
    ]);
    const { id, people, kind } = await open(officer, 'rehearsal');
    expect(kind).toBe('rehearsal');
    // In a red zone without a plan first, by rank; then by latest start.
    expect(people.map(({ group }) => group)).toEqual([
      ...['red-without-plan', 'timed', 'untimed', 'untimed', 'untimed', 'untimed', 'untimed'],
    ]);
    expect(people[0]).toMatchObject({
      ...{ id: red, careLevel: '25', powerDependent: true, devices: ['ventilator'] },
    });
    // 120 minutes after level 3, less 15 of the way, 20 of preparation, 10 until the supporter sets out.
    expect(people[1]).toMatchObject({
      ...{ id: second, latestStart: `${TODAY}T04:15:00.000Z`, isUpperBound: true },
      ...{ expectedShelterId: school, destination: '架空福祉避難所', status: 'no-report' },
    });
    const before = await (await officer(`/residents/${second}/plan`)).json();
    const stranger = await openAs(bench().context, 'supporter', { residentIds: [] });
    const concerns = async (ask: Ask) =>
      responseListSchema
        .parse(await (await ask('/responses')).json())
        .responses.map(({ concernsMe }) => concernsMe);
    // Whoever sees somebody of it is told at once; whoever sees nobody of it is not.
    for (const ask of [officer, fire, shelter, supporter])
      expect(await concerns(ask)).toEqual([true]);
    expect(await concerns(stranger)).toEqual([false]);
    // A shelter is come to by people whom nobody expected there.
    const other = await openAs(bench().context, 'welfare-shelter', { shelterIds: ['E1'] });
    expect(await concerns(other)).toEqual([true]);

    expect((await detailOf(supporter, id)).people.map((one) => [one.id, one.isMine])).toEqual([
      [second, true],
    ]);
    // Whoever receives somebody is told what they need, as far as the plan is given to them.
    expect((await detailOf(shelter, id)).people).toMatchObject([
      { id: second, isMine: true, careLevel: '21', powerDependent: null, devices: null },
    ]);
    // By consent alone, and not because somebody rehearses.
    expect((await detailOf(fire, id)).people.map((one) => one.id)).toEqual([second]);

    const moving = report(second, 'moving', 10);
    expect((await say(supporter, id, moving)).taken).toEqual([moving.id]);
    // Sent twice it is said once, and what comes in later but was earlier does not stand.
    await say(supporter, id, moving, report(second, 'preparing', 30));
    expect((await detailOf(officer, id)).people.find((one) => one.id === second)).toMatchObject({
      ...{ status: 'moving', reportedBy: 'supporter', reportedRole: 'supporter' },
    });
    const foreign = report(red, 'arrived');
    expect(await say(supporter, id, foreign)).toMatchObject({
      ...{ taken: [], refused: [{ id: foreign.id, code: 'resident.unknown' }] },
    });
    const elsewhere = report(second, 'arrived', 0, 'E1');
    expect((await say(shelter, id, elsewhere)).refused[0]?.code).toBe('response.not-your-shelter');
    await say(shelter, id, report(second, 'arrived', 1, school));
    const counted = await shelter(`/responses/${id}/unexpected`, {
      ...{ id: randomUUID(), shelterId: school, people: 2 },
    });
    expect(unexpectedCountedSchema.parse(await counted.json()).unexpected).toEqual([
      { shelterId: school, people: 2 },
    ]);
    // One person's reports in one list, the newest first; of whom the role does not see there is none.
    const said = async (ask: Ask, person: string) =>
      reportListSchema.parse(await (await ask(`/responses/${id}/reports?person=${person}`)).json());
    const { reports } = await said(supporter, second);
    expect(
      reports.map(({ status, reportedBy, shelterName }) => [status, reportedBy, shelterName]),
    ).toEqual([
      ['arrived', 'welfare-shelter', '山手 小学校'],
      ['moving', 'supporter', null],
      ['preparing', 'supporter', null],
    ]);
    await say(officer, id, report(red, 'preparing', 5));
    expect((await said(officer, red)).reports).toHaveLength(1);
    expect((await said(supporter, red)).reports).toEqual([]);
    await say(officer, id, report(red, 'no-report'));
    const { counts, unexpected, shelters } = await detailOf(officer, id);
    expect(counts.all).toMatchObject({ arrived: 1, 'no-report': 6 });
    expect(counts.shelters).toMatchObject([{ id: school, arrived: 1, arrivedFromElsewhere: 0 }]);
    expect(unexpected).toEqual([{ shelterId: school, people: 2 }]);
    expect(shelters).toEqual([{ id: school, name: '山手 小学校' }]);
    const csv = await (await officer(`/responses/${id}/people.csv`)).text();
    expect(csv.trimEnd().split('\r\n').slice(1)).toHaveLength(7);
    for (const line of csv.trimEnd().split('\r\n').slice(1)) expect(line).toMatch(/^訓練,/);

    expect(await (await officer(`/residents/${second}/plan`)).json()).toEqual(before);
    const end = await officer(`/responses/${id}/closed`, { isClosed: true }, 'PUT');
    expect(responseDetailSchema.parse(await end.json()).closedBy).toBe('disaster-officer');
    expect(
      await problemOf(
        await supporter(`/responses/${id}/reports`, {
          ...{ sentAt: now().toISOString(), reports: [report(second, 'refuses')] },
        }),
      ),
    ).toEqual([409, 'response.ended']);
    expect(await concerns(supporter)).toEqual([false]);
    expect((await officer(`/responses/${id}/closed`, { isClosed: true }, 'PUT')).status).toBe(409);
    await officer(`/responses/${id}/closed`, { isClosed: false }, 'PUT');
    const list = responseListSchema.parse(await (await supporter('/responses')).json());
    expect(list).toMatchObject({ mayOpen: false, responses: [{ id, closedAt: null }] });
    const lines = await bench().context.database.query<{ action: string; people: string[] }>(
      `SELECT action, people::text[] AS people FROM audit_entry
       WHERE action IN ('response.report', 'people.response', 'response.open', 'response.close')`,
    );
    expect(new Set(lines.map(({ action }) => action)).size).toBe(4);
    expect(
      lines.some((line) => line.action === 'response.report' && line.people.includes(red)),
    ).toBe(true);
  });

  test('a supporter is shown the way to those whom they see, from where they are', async () => {
    const [own, other] = [await idOf('002'), await idOf('001')];
    const officer = await openAs(bench().context, 'disaster-officer');
    const supporter = await openAs(bench().context, 'supporter', { residentIds: [own] });
    const { id, people } = await open(officer, 'rehearsal');
    const home = people.find((one) => one.id === own)?.position;
    const ask = (personId: string, from: unknown) =>
      supporter(`/responses/${id}/way`, { personId, from, by: 'foot' });
    expect((await problemOf(await ask(own, CENTRE)))[1]).toBe('route.no-roads');
    await importInto(bench());
    const answer = await ask(own, CENTRE);
    expect(answer.status).toBe(200);
    const way = wayAnswerSchema.parse(await answer.json());
    expect([way.line[0], way.supporter]).toEqual([CENTRE, null]);
    for (const at of [0, 1]) expect(way.line.at(-1)?.[at]).toBeCloseTo(home?.[at] ?? 0, 5);
    expect(way.durationSeconds).toBeGreaterThan(0);
    expect(way.data.roads).toHaveLength(1);
    // The plan does not know where its supporter is.
    expect((await problemOf(await ask(own, null)))[1]).toBe('response.no-place-for-way');
    expect(await problemOf(await ask(other, CENTRE))).toEqual([404, 'resident.unknown']);
  });

  test('streams tell each role of its own people alone, go on where they were, and end with the server', async () => {
    const second = await idOf('002');
    const other = await idOf('007');
    const officer = await openAs(bench().context, 'disaster-officer');
    const supporter = await openAs(bench().context, 'supporter', { residentIds: [second] });
    const { id } = await open(officer, 'real');
    const urlOf = async (ask: Ask) => (await ask(`/responses/${id}`)).url;
    const all = await EventReader.open(`${await urlOf(officer)}/events`);
    const own = await EventReader.open(`${await urlOf(supporter)}/events`);
    expect((await all.next())?.event.counts.all['no-report']).toBe(7);
    expect((await own.next())?.event.counts.all['no-report']).toBe(1);
    await say(officer, id, report(other, 'refuses', 9));
    const refused = await all.until(({ event }) => event.counts.all.refuses === 1);
    expect(refused).toMatchObject({ name: 'change', event: { people: [{ id: other }] } });
    await say(supporter, id, report(second, 'moving', 8));
    // The first that the supporter is told: of the other person there was nothing.
    expect(await own.next()).toMatchObject({
      ...{ name: 'change', event: { people: [{ id: second, status: 'moving' }] } },
    });
    await officer(`/responses/${id}/levels`, { levels: [{ level: 4, districts: ['浜手'] }] });
    await own.until(({ event }) => event.levels === 2);

    // Whoever comes back is told what moved since, and nothing twice.
    const since = { 'Last-Event-ID': String(refused.event.moment) };
    const again = await EventReader.open(`${await urlOf(officer)}/events`, since);
    const told = await again.next();
    expect(told?.name).toBe('change');
    expect(told?.event.people.map((one) => one.id)).toEqual([second]);

    // A consent that is withdrawn holds at the next event.
    await saveConsent(
      { database: bench().context.database, actor: SYSTEM, today: TODAY },
      CODE,
      { residentId: second, purpose: 'plan' },
      {
        ...{ state: 'withdrawn', version: 1, decidedOn: '2026-11-20', explainedBy: '架空 説明者' },
        ...{ onPaper: true, shelterIds: [school] },
      },
    );
    await say(officer, id, report(second, 'arrived'));
    const gone = await own.until(({ name }) => name === 'state');
    expect(gone.event).toMatchObject({ people: [], counts: { all: { arrived: 0, moving: 0 } } });

    // Another process of the same database hears of it too.
    const { context } = bench();
    const twin = createContext(context.database, context.settings, context.logger, context.clock);
    const there = await openAs(twin, 'disaster-officer');
    const heard = await EventReader.open(`${await urlOf(there)}/events`);
    await heard.next();
    await say(officer, id, report(other, 'preparing'));
    await heard.until(({ event }) => event.counts.all.preparing === 1);
    await officer(`/responses/${id}/closed`, { isClosed: true }, 'PUT');
    await all.until(({ event }) => event.isClosed);
    await twin.stop();
    await expect(heard.until(() => false)).rejects.toThrow(/ended|terminated/);
    for (const reader of [all, own, again, heard]) reader.close();
  });

  // Last: the town is another one afterwards.
  test('fifty simulated supporters rehearse: in the end everybody who listens has the counts of the oracle', async () => {
    const [head, line = ''] = ROSTER.split('\r\n');
    const file = join(bench().dataDir, 'fifty.csv');
    const fifty = Array.from({ length: 50 }, (_, place) =>
      line.replace(/^001,/, `S${place},`).replace('架空 花子', `架空 訓練${place}`),
    );
    writeFileSync(file, [head, ...fifty, ''].join('\r\n'));
    const files = { municipalityCode: CODE, source: 'roster', files: [file] } as const;
    const context = { database: bench().context.database, actor: SYSTEM, today: TODAY };
    const imported = await importDataset(context, files);
    if (!imported.ok) throw new Error(imported.problem.en);
    const officer = await openAs(bench().context, 'welfare-officer');
    const { id, people } = await open(officer, 'rehearsal');
    expect(people).toHaveLength(50);
    for (const person of people) await agree(person.id, []);
    const asSupporterOf = await openAsSupporters(bench().context);
    const begin = new Date(now().getTime() - 3_600_000);
    const ids = people.map((person) => person.id);
    const supporters = simulateSupporters(ids, school, begin, 20_261_129);
    const url = (await officer(`/responses/${id}`)).url;
    const listening = await EventReader.open(`${url}/events`);
    const known = new Map<string, ResponseStatus>();
    await Promise.all(
      supporters.map(async ({ personId, batches }) => {
        for (const reports of batches) {
          const answer = await asSupporterOf(personId, `/responses/${id}/reports`, {
            ...{ sentAt: now().toISOString(), reports },
          });
          expect(reportsTakenSchema.parse(await answer.json()).refused).toEqual([]);
        }
      }),
    );
    const expected = expectedCounts(supporters);
    expect((await detailOf(officer, id)).counts.all).toEqual(expected);
    const { moment } = await detailOf(officer, id);
    await listening.until(({ event }) => {
      for (const one of event.people) known.set(one.id, one.status);
      return (
        event.moment >= moment && JSON.stringify(event.counts.all) === JSON.stringify(expected)
      );
    });
    listening.close();
    // What the listener put together of the changes is the same.
    for (const [status, count] of Object.entries(expected).filter(([one]) => one !== 'no-report'))
      expect([...known.values()].filter((one) => one === status)).toHaveLength(count);
  });
});

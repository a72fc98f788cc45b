import { beforeAll, expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { type Job, jobSchema } from '#contract/dataset';
import { planContentSchema } from '#contract/plan';
import { departuresSchema } from '#contract/plan-departures';
import {
  destinationProposalSchema,
  type ProposeAll,
  proposalComparisonSchema,
  proposalLinesSchema,
  proposalListSchema,
  proposalSchema,
  takenOverSchema,
} from '#contract/plan-proposal';
import { planViewSchema } from '#contract/plan-work';
import { residentPageSchema } from '#contract/resident';
import { shelterListSchema } from '#contract/shelter';
import { SYSTEM } from '../../server/db/actor.ts';
import { savePlan } from '../../server/services/plans/save-plan.ts';
import { takePlanStep } from '../../server/services/plans/take-plan-step.ts';
import { ROUTE } from '../domain/plan/support.ts';
import { CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, PLACES } from './support/town-roads.ts';

describeApp('proposed destinations over HTTP', (bench) => {
  let ids: ReadonlyMap<string, string>;
  const shelters = { park: '', sea: '', school: '' };
  const idOf = (number: string) => ids.get(number) ?? '';
  const post = (path: string, body: object) =>
    bench().ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;
  const ended = async (response: Response): Promise<Job> => {
    expect(response.status).toBe(202);
    const { id } = jobSchema.parse(await response.json());
    await bench().context.jobs.ended(id);
    return jobSchema.parse(await (await fetch(`${bench().url}/api/jobs/${id}`)).json());
  };
  const propose = async (conditions: ProposeAll): Promise<string> => {
    const job = await ended(await post('/plan-proposals', conditions));
    expect(job).toMatchObject({ kind: 'propose', state: 'succeeded' });
    return (job.result as { id: string }).id;
  };
  const read = (id: string, query = '') =>
    bench().read(proposalSchema, `/plan-proposals/${id}?limit=500${query}`);

  beforeAll(async () => {
    const { rows } = await bench().read(residentPageSchema, '/residents?limit=200');
    ids = new Map(rows.map(({ rosterNumber, id }) => [rosterNumber, id]));
    const list = await bench().read(shelterListSchema, '/shelters');
    const named = (name: string) => list.shelters.find((one) => one.name === name)?.id ?? '';
    Object.assign(shelters, {
      ...{ park: named('浜手公園'), sea: named('沖の島'), school: named('山手小学校') },
    });
  });

  test('for one person: the best first, with the reasons of each, and unsuitable ones last', async () => {
    const path = `/residents/${idOf('001')}/destination-proposal`;
    expect(await codeOf(await post(path, {}))).toBe('route.no-roads');
    await importInto(bench());
    const nobody = '/residents/00000000-0000-4000-8000-000000000000/destination-proposal';
    expect(await codeOf(await post(nobody, {}))).toBe('resident.unknown');
    const proposal = destinationProposalSchema.parse(await (await post(path, {})).json());
    expect(proposal.travel).toMatchObject({ profile: 'stretcher', isAssumed: false });
    expect(proposal.total).toBe(proposal.destinations.length);
    const [best] = proposal.destinations;
    // The school's other record lies near the red zone; the park lies outside but 12 m of the way in red.
    expect(proposal.destinations.map(({ isUnsuitable }) => isUnsuitable)).toEqual([
      ...[false, false, true, true],
    ]);
    const park = proposal.destinations.find(({ shelterId }) => shelterId === shelters.park);
    expect(park?.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['for-landslide', 'out-of-zones', 'way-in-red', 'capacity-unknown']),
    );
    // Somebody on a ventilator, and no list says whether there is power.
    expect(park?.reasons.map(({ code }) => code)).toContain('power-unknown');
    expect(best?.way?.redMeters).toBeLessThanOrEqual(park?.way?.redMeters ?? 0);
    const codes = (id: string) =>
      proposal.destinations
        .find(({ shelterId }) => shelterId === id)
        ?.reasons.map(({ code }) => code);
    expect(codes(shelters.school)).toEqual(expect.arrayContaining(['in-red', 'not-for-landslide']));
    expect(codes(shelters.sea)).toContain('no-way');
    expect(JSON.stringify(proposal)).not.toMatch(/安全|\bsafe/);
    expect(proposal.data).toMatchObject({ roads: [{ source: 'osm' }], isCurrent: true });
  });

  test('for everybody at once: kept with reasons and figures, compared, and told to whoever keeps the roster', async () => {
    const { database } = bench().context;
    await database.query(
      `UPDATE supporter SET position = ST_SetSRID(ST_MakePoint($1, $2), 4326),
         accuracy = 'building', radius_meters = 10`,
      [...PLACES.middle],
    );
    await database.query('UPDATE household_facts SET supporters_known = true');
    await database.query(
      `UPDATE data_version SET version = version + 1 WHERE topic IN ('residents', 'roster')`,
    );
    const first = await propose({ name: '全員' });
    const proposal = await read(first);
    expect(proposal.figures).toMatchObject({ people: 7, placed: 6, fixed: 0 });
    expect(proposal.figures.unplaced).toMatchObject({ 'no-position': 1 });
    const of = (number: string, from = proposal) =>
      from.people.find(({ residentId }) => residentId === idOf(number))?.placement;
    expect(of('006')).toMatchObject({ shelterId: null, unplaced: 'no-position' });
    expect(of('004')).toMatchObject({ travel: { isAssumed: true }, shelterId: shelters.park });
    expect(of('004')?.supporter).toMatchObject({
      helper: { name: '見本 次郎', helps: 1 },
      unplaced: null,
    });
    expect(of('001')?.supporter).toBeNull();
    // One more is all that this supporter is asked to help.
    expect(proposal.figures.supportersProposed).toBe(1);
    const busy = proposal.people.map(({ placement }) => placement.supporter?.unplaced);
    expect(busy.filter((why) => why === 'all-busy').length).toBeGreaterThan(0);
    expect(proposal.uses.reduce((sum, { placed }) => sum + placed, 0)).toBe(6);

    const fixed = [{ residentId: idOf('004'), shelterId: shelters.sea }];
    const second = await propose({ name: '手で選んだもの', fixed, withSupporters: false });
    expect(of('004', await read(second))).toMatchObject({
      ...{ shelterId: shelters.sea, isFixed: true, redMeters: null, supporter: null },
    });
    const compared = await bench().read(
      proposalComparisonSchema,
      `/plan-proposals/${first}/compare?with=${second}`,
    );
    expect(compared).toMatchObject({ same: 6, changed: 1, newlyPlaced: 0 });
    expect(compared.changes[0]).toMatchObject({
      residentId: idOf('004'),
      ...{ from: { shelterId: shelters.park }, to: { shelterId: shelters.sea } },
    });
    expect((await read(first, '&only=unplaced')).people).toHaveLength(1);
    const list = await bench().read(proposalListSchema, '/plan-proposals');
    expect(list.proposals.map(({ name }) => name)).toEqual(['手で選んだもの', '全員']);

    const district = await propose({
      name: '浜手',
      districts: ['浜手'],
      red: ['inside', 'outside'],
    });
    expect((await read(district)).figures.people).toBe(1);
    await bench().ask(`/plan-proposals/${district}`, { method: 'DELETE' });
    const gone = await bench().ask(`/plan-proposals/${district}`);
    expect(await codeOf(gone)).toBe('plan-proposal.unknown');
    const again = await post(`/plan-proposals/${district}/restore`, {});
    expect(again.status).toBe(200);
    expect((await read(district)).figures.people).toBe(1);
    expect(await codeOf(await post(`/plan-proposals/${district}/restore`, {}))).toBe(
      'plan-proposal.unknown',
    );

    const { lines } = await bench().read(proposalLinesSchema, `/plan-proposals/${second}/lines`);
    expect(lines).toHaveLength(7);
    expect(lines.find(({ residentId }) => residentId === idOf('004'))).toMatchObject({
      ...{ shelterId: shelters.sea, isFixed: true, isPlaced: true, isTaken: false },
      position: [expect.any(Number), expect.any(Number)],
    });
    expect(JSON.stringify(lines)).not.toContain('見本');
    const tier = await propose({ name: '第1段階', tiers: [1] });
    expect((await read(tier)).figures.people).toBeLessThan(7);

    const fire = await openAs(bench().context, 'fire-department');
    expect((await fire(`/plan-proposals/${first}`)).status).toBe(403);
    const own = await fire(`/residents/${idOf('001')}/destination-proposal`, {});
    expect(own.status).toBe(403);
  });

  test('taken over into drafts, which stay where they are put; then their starts and helpers are told', async () => {
    const { database } = bench().context;
    const sources = { database, actor: SYSTEM, now: new Date('2026-11-24T01:00:00Z') };
    const unsaid = { reason: null, reviewReason: null, endReason: null };
    for (const number of ['003', '004'])
      for (const [version, step] of (['record-agreement', 'begin-draft'] as const).entries()) {
        const taken = await takePlanStep(sources, CODE, idOf(number), { ...unsaid, step, version });
        expect(taken.ok).toBe(true);
      }
    const id = await propose({ name: '取り込み', mostHelped: 9 });
    const all = await post(`/plan-proposals/${id}/take-over`, { residentIds: null });
    const over = takenOverSchema.parse(await all.json());
    expect([...over.taken].sort()).toEqual([idOf('003'), idOf('004')].sort());
    expect(over.skipped.map(({ code }) => code)).toContain('plan.not-writable');
    expect((await read(id, '&only=not-taken')).total).toBe(over.skipped.length);
    const plan = await bench().read(planViewSchema, `/residents/${idOf('004')}/plan`);
    expect(plan.content.destination).toMatchObject({ shelterId: shelters.park });
    expect(plan.content.supporters).toMatchObject([{ name: '見本 次郎' }]);
    expect(plan.versions[0]?.note).toBe('避難先の提案「取り込み」から');

    // What stands in a plan is kept by the next proposal.
    const next = await read(await propose({ name: '次' }));
    expect(next.figures.fixed).toBe(2);
    const without = await read(await propose({ name: 'まだの人', onlyWithoutDestination: true }));
    expect(without.figures).toMatchObject({ people: next.figures.people - 2, fixed: 0 });

    const content = { ...plan.content, route: { ...ROUTE, durationSeconds: 1200 } };
    const [supporter] = content.supporters;
    const ready = { ...content, supporters: [{ ...supporter, readyMinutes: 15 }] };
    const departure = { ...content.departure, preparationMinutes: 20 };
    const saved = await savePlan(sources, CODE, idOf('004'), {
      contentVersion: plan.contentVersion,
      content: planContentSchema.parse({ ...ready, departure }),
      note: null,
    });
    expect(saved.kind).toBe('saved');
    const departures = await bench().read(departuresSchema, '/plans/departures?within3=60');
    const of = (number: string) =>
      departures.plans.find(({ residentId }) => residentId === idOf(number));
    expect(of('004')).toMatchObject({ missing: [] });
    expect(of('003')?.missing).toEqual(expect.arrayContaining(['travel', 'preparation']));
    const [, travel, , , way] = of('004')?.lines ?? [];
    expect(travel?.minutes).toBe(20);
    expect(of('004')?.latestStartMinutes).toBe(60 - 20 - 20 - 15 - (way?.minutes ?? 99));
    expect(departures.helpers).toMatchObject([{ name: '見本 次郎', isSure: false }]);
    expect(departures.helpers[0]?.openResidentIds).toEqual([idOf('003')]);
    const csv = await (await bench().ask('/plans/departures.csv?within3=60')).text();
    const [heads = '', ...lines] = csv.trim().split('\r\n');
    expect(heads).toContain('遅くとも(レベル発表から分)');
    expect(lines).toHaveLength(departures.plans.length);
    // What begins like a formula is text in the file.
    const cells = lines.find((line) => line.includes(`'${of('004')?.name}`))?.split(',') ?? [];
    expect(cells.slice(4, 9)).toEqual(
      [of('004')?.latestStartMinutes, of('004')?.lateByMinutes, 60, 20, 20].map(String),
    );
    const late = await bench().read(departuresSchema, '/plans/departures?within3=30');
    expect(late.tooLate[0]?.residentId).toBe(idOf('004'));
    expect((await bench().read(departuresSchema, '/plans/departures?district=無い')).plans).toEqual(
      [],
    );
  });

  test('nobody, an unknown shelter and a cancelled job leave nothing behind', async () => {
    const failed = async (conditions: ProposeAll) =>
      (await ended(await post('/plan-proposals', conditions))).problem?.code;
    expect(await failed({ name: '誰も', districts: ['無い地区'] })).toBe('plan-proposal.nobody');
    const residentId = idOf('001');
    const fixed = [{ residentId, shelterId: 'no such' }];
    expect(await failed({ name: '避難所', fixed })).toBe('shelter.unknown');
    const count = async () =>
      (await bench().read(proposalListSchema, '/plan-proposals')).proposals.length;
    const before = await count();
    const response = await post('/plan-proposals', { name: '中止' });
    const { id } = jobSchema.parse(await response.json());
    expect((await post('/plan-proposals', { name: '二つ目' })).status).toBe(409);
    await fetch(`${bench().url}/api/jobs/${id}`, { method: 'DELETE' });
    expect((await bench().context.jobs.ended(id)).state).toBe('cancelled');
    expect(await count()).toBe(before);
  });
});

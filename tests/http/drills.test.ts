// Over 300 lines because starting an application on both databases is what takes long: it is one story of drills,
// from the plan to the public page, told by one application.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import {
  drillCandidatesSchema,
  drillConflictSchema,
  drillListSchema,
  drillTemplateListSchema,
  drillTemplateSchema,
  drillViewSchema,
} from '#contract/drill';
import { drillEvaluationSchema, findingListSchema, type NewFinding } from '#contract/drill-after';
import {
  drillPublicationSchema,
  publicationNamesProblemSchema,
  publicDrillListSchema,
  publicDrillSchema,
} from '#contract/drill-publication';
import { drillRoutesSchema, drillTourListSchema, drillTourSchema } from '#contract/drill-routes';
import {
  drillEventsSchema,
  drillPhotoKeptSchema,
  drillRunSchema,
  eventsAppendedSchema,
} from '#contract/drill-run';
import { planViewSchema } from '#contract/plan-work';
import { shelterDetailSchema } from '#contract/shelter';
import { siteOverrideListSchema } from '#contract/site-override';
import { planOf, suppliesAt } from '#domain/drill/content';
import { stepsOf } from '#domain/drill/drill';
import type { RunEventBody } from '#domain/drill/run/event';
import { runState } from '#domain/drill/run/run-state';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { pdfText } from '../output/paper/support/pdf-text.ts';
import { at, PEOPLE } from './support/city.ts';
import { drillOf, standIn } from './support/drill-content.ts';
import { EventReader } from './support/event-reader.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { putInForce } from './support/plan-in-force.ts';
import { importInto, PLACES } from './support/town-roads.ts';

type Ask = Awaited<ReturnType<typeof openAs>>;

describeApp('a drill is planned, run, learned from and published', (bench) => {
  let [resident, park] = ['', ''];
  let [officer, welfare, coordinator, shelter, fire]: Ask[] = [];
  const read = async <Schema extends z.ZodType>(
    schema: Schema,
    asking: Promise<Response>,
  ): Promise<z.output<Schema>> => {
    const answer = await asking;
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
    return schema.parse(await answer.json());
  };
  const refused = async (asking: Promise<Response>) => {
    const answer = await asking;
    const { code } = (await answer.json()) as { code: string };
    return `${answer.status} ${code}`;
  };
  const plan = (content = drillOf(park), ask: Ask = coordinator!) =>
    read(drillViewSchema, ask('/drills', { content }));
  const real = (more = {}) =>
    standIn('r', park, {
      ...{ kind: 'real', residentId: resident, name: 'x', pickUp: null },
      ...more,
    });

  const NOW = Date.parse(`${TODAY}T03:00:00Z`);
  /** A drill as it was held: steps with when they began and ended, in minutes from the start. */
  const hold = async (
    id: string,
    steps: Record<string, [number, number]>,
    more: RunEventBody[] = [],
  ) => {
    const at = (minute: number) => NOW - 7_200_000 + minute * 60_000;
    const bodies: [number, RunEventBody][] = [
      [0, { kind: 'drill-start' }],
      ...Object.entries(steps).flatMap(([stepId, [from, to]]): [number, RunEventBody][] => [
        [from, { kind: 'start', stepId }],
        [to, { kind: 'done', stepId }],
      ]),
      ...more.map((body): [number, RunEventBody] => [50, body]),
      [100, { kind: 'drill-end' }],
    ];
    const deviceId = randomUUID();
    const events = bodies.map(([minute, body], sequence) => ({
      ...{ deviceId, sequence: sequence + 1, deviceMillis: at(minute), offsetMillis: 0 },
      ...{ participantId: null, body },
    }));
    const tell = (told: object[]) =>
      read(
        eventsAppendedSchema,
        coordinator!(`/drills/${id}/events`, { sentMillis: NOW, events: told }),
      );
    await tell(events);
    const last = events.at(-1)!;
    const undo = { kind: 'undo', event: { deviceId, sequence: last.sequence } };
    return { takeEndBack: () => tell([{ ...last, sequence: last.sequence + 1, body: undo }]) };
  };
  const planStage = async () =>
    (await read(planViewSchema, officer!(`/residents/${resident}/plan`))).stage;

  beforeAll(async () => {
    const { context } = bench();
    await importInto(bench());
    const [person] = await context.database.query<{ id: string }>(
      `SELECT id FROM resident WHERE name = '=架空 四郎'`,
    );
    resident = person?.id ?? '';
    park = await putInForce(context.database, resident);
    officer = await openAs(context, 'disaster-officer');
    welfare = await openAs(context, 'welfare-officer');
    coordinator = await openAs(context, 'drill-coordinator');
    shelter = await openAs(context, 'welfare-shelter', { shelterIds: [park] });
    fire = await openAs(context, 'fire-department');
  });

  test('a plan is saved whole, and two edits are brought together', async () => {
    const drill = await plan();
    expect(drill.timeline?.endMinute).toBeGreaterThan(60);
    expect(drill.problems).toEqual([]);
    const other = { ...drill.content, title: '別の名前' };
    await read(
      drillViewSchema,
      officer!(`/drills/${drill.id}`, { version: 1, content: other }, 'PUT'),
    );
    const mine = { ...drill.content, title: '私の名前', date: '2026-12-13' };
    const stale = await coordinator!(`/drills/${drill.id}`, { version: 1, content: mine }, 'PUT');
    expect(stale.status).toBe(409);
    const { merge } = drillConflictSchema.parse(await stale.json());
    expect(merge.merged).toMatchObject({ title: '別の名前', date: '2026-12-13' });
    expect(merge.collisions).toMatchObject([
      { path: 'title', label: { ja: '名称' }, theirs: '別の名前', mine: '私の名前' },
    ]);
    const again = await read(
      drillViewSchema,
      coordinator!(`/drills/${drill.id}`, { version: merge.version, content: merge.merged }, 'PUT'),
    );
    expect(again.version).toBe(3);
    expect(again.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const { drills } = await read(drillListSchema, fire!('/drills'));
    expect(drills.find(({ id }) => id === drill.id)).toMatchObject({ state: 'planned', people: 1 });
    expect(await refused(fire!(`/drills`, { content: drill.content }))).toBe('403 access.denied');
    expect(await refused(coordinator!('/drills', { content: drillOf('nowhere') }))).toBe(
      '422 drill.shelter-unknown',
    );
  });

  test('people take part by an agreement of their own, and are initials until then', async () => {
    const drill = await plan();
    const path = `/drills/${drill.id}`;
    const { people } = await read(drillCandidatesSchema, coordinator!(`${path}/candidates`, {}));
    expect(people).toMatchObject([{ residentId: resident, isMasked: true, shelterId: park }]);
    expect(people[0]?.name).not.toContain('四郎');
    const withReal = { ...drill.content, people: [...drill.content.people, real()] };
    const saved = await read(
      drillViewSchema,
      coordinator!(path, { version: 1, content: withReal }, 'PUT'),
    );
    expect(saved.problems.map(({ code }) => code)).toEqual(['drill.no-consent']);
    const nameFor = async (ask: Ask) =>
      (await read(drillViewSchema, ask(path))).content.people.find(({ id }) => id === 'r')?.name;
    expect(await nameFor(coordinator!)).toBe('=〇');
    // What somebody lives on is not shown with initials, and stays when somebody saves who does not see it.
    const suction = [{ device: 'suction' as const, watts: 90 }];
    const devicesFor = async (ask: Ask) =>
      (await read(drillViewSchema, ask(path))).content.people.find(({ id }) => id === 'r')?.devices;
    const withDevice = {
      ...saved.content,
      people: saved.content.people.map((one) =>
        one.id === 'r' ? { ...one, devices: suction } : one,
      ),
    };
    await read(drillViewSchema, officer!(path, { version: 2, content: withDevice }, 'PUT'));
    const seen = await read(drillViewSchema, coordinator!(path));
    expect(await devicesFor(coordinator!)).toEqual([]);
    const renamed = { version: 3, content: { ...seen.content, title: '別の名前' } };
    await read(drillViewSchema, coordinator!(path, renamed, 'PUT'));
    expect(await devicesFor(officer!)).toEqual(suction);
    const agree = (agreedOn: string | null, ask = officer!) =>
      ask(`${path}/people/r/agreement`, { agreedOn, explainedBy: '架空 説明者' }, 'PUT');
    expect(await refused(agree('2026-11-20', coordinator!))).toBe('403 access.denied');
    expect(await refused(agree('2027-01-01'))).toBe('422 drill-person.agreed-late');
    expect((await read(drillViewSchema, agree('2026-11-20'))).problems).toEqual([]);
    for (const ask of [coordinator!, shelter!, officer!])
      expect(await nameFor(ask)).toBe('=架空 四郎');
    // What is sent of a name or a consent counts for nothing.
    const forged = saved.content.people.map((one) => ({ ...one, consentDate: null, name: '偽名' }));
    const kept = await read(
      drillViewSchema,
      coordinator!(path, { version: 4, content: { ...saved.content, people: forged } }, 'PUT'),
    );
    expect(kept.content.people[1]).toMatchObject({ name: '=架空 四郎', consentDate: '2026-11-20' });
    await read(drillViewSchema, agree(null));
    expect(await nameFor(coordinator!)).toBe('=〇');
  });

  test('a city makes templates of its own; the model stays', async () => {
    const name = { ja: '市の手順', en: "The city's own" };
    const made = await read(
      drillTemplateSchema,
      coordinator!('/drill-templates', { name, manual: MODEL_CITY_MANUAL }),
    );
    expect(made.manual).toMatchObject({ templateId: made.id, templateVersion: 1 });
    const save = (id: string, version: number) =>
      coordinator!(`/drill-templates/${id}`, { version, name, manual: made.manual }, 'PUT');
    expect((await read(drillTemplateSchema, save(made.id, 1))).version).toBe(2);
    expect(await refused(save(made.id, 1))).toBe('409 drill-template.stale');
    expect(await refused(save('model-city', 1))).toBe('409 drill-template.model');
    const { templates } = await read(drillTemplateListSchema, shelter!('/drill-templates'));
    expect(templates.map(({ isModel }) => isModel)).toEqual([true, false]);
    const first = await read(
      drillTemplateSchema,
      shelter!(`/drill-templates/${made.id}?version=1`),
    );
    expect(first.manual.templateVersion).toBe(1);
  });

  test('two tablets write down one drill, one of them offline and an hour wrong', async () => {
    const drill = await plan();
    const path = `/drills/${drill.id}`;
    const now = Date.parse(`${TODAY}T03:00:00Z`);
    const tablet = (wrongMillis: number) => {
      const deviceId = randomUUID();
      let sequence = 0;
      const wrote: object[] = [];
      return {
        deviceId,
        write: (minute: number, body: RunEventBody) => {
          sequence += 1;
          const deviceMillis = now + minute * 60_000 + wrongMillis;
          const written = { deviceId, sequence, deviceMillis, offsetMillis: null, body };
          wrote.push({ ...written, participantId: null });
        },
        send: (ask: Ask) =>
          ask(`${path}/events`, { sentMillis: now + wrongMillis, events: wrote.splice(0) }),
        again: () => wrote,
      };
    };
    const [desk, door] = [tablet(0), tablet(3_600_000)];
    const stream = await EventReader.of(drillEventsSchema, `${fire!.url}${path}/live?after=0`);
    expect((await stream.next())?.event.events).toEqual([]);
    desk.write(-60, { kind: 'drill-start' });
    desk.write(-58, { kind: 'start', stepId: 'packing' });
    desk.write(-50, { kind: 'done', stepId: 'packing' });
    const first = await read(eventsAppendedSchema, desk.send(coordinator!));
    expect(first).toMatchObject({ cursor: 3, offsetMillis: 0 });
    expect((await stream.next())?.event.events.map(({ cursor }) => cursor)).toEqual([1, 2, 3]);
    door.write(-49, { kind: 'done', stepId: 'packing' });
    door.write(-5, { kind: 'arrival', personId: 'a', shelterId: park, companions: 1 });
    door.write(-4, { kind: 'arrival', personId: null, shelterId: 'E9', companions: 0 });
    const batch = { sentMillis: now + 3_600_000, events: [...door.again()] };
    const [one, two] = await Promise.all(
      [1, 2].map(() => read(eventsAppendedSchema, shelter!(`${path}/events`, batch))),
    );
    for (const answer of [one!, two!]) {
      expect(answer).toMatchObject({ cursor: 5, offsetMillis: -3_600_000 });
      expect(answer.refused).toMatchObject([{ sequence: 3, code: 'drill.not-your-shelter' }]);
    }
    expect((await stream.next())?.event.events).toHaveLength(2);
    stream.close();
    const run = await read(drillRunSchema, shelter!(`${path}/run`));
    expect(run.ownShelterIds).toEqual([park]);
    const state = runState(
      planOf(drill.id, run.content),
      suppliesAt(run.content, 60),
      new Map(),
      run.events.events.map(({ event }) => event),
      now,
    );
    expect(state.steps.find(({ stepId }) => stepId === 'packing')).toMatchObject({
      done: { atMillis: now - 50 * 60_000, deviceId: desk.deviceId },
      repeated: [{ deviceId: door.deviceId }],
    });
    expect(state.people).toMatchObject([{ state: 'arrived', arrivedMillis: now - 5 * 60_000 }]);
    expect(state.supplies).toMatchObject([{ careBedsFree: 2, power: { supplyWatts: 500 } }]);
    expect(state.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['ticked-twice', 'clock-corrected']),
    );
    const changed = { version: 1, content: { ...drill.content, title: 'x' } };
    expect(await refused(coordinator!(path, changed, 'PUT'))).toBe('409 drill.begun');
    // What no number of the database can be is refused before it is kept for good.
    desk.write(1, { kind: 'undo', event: { deviceId: desk.deviceId, sequence: 2 ** 31 } });
    expect((await desk.send(coordinator!)).status).toBe(400);
  });

  test('a photo is kept once, and one that is too large is refused in plain words', async () => {
    const drill = await plan();
    const photo = `${coordinator!.url}/drills/${drill.id}/photos/${randomUUID()}`;
    const put = (body: string | Buffer<ArrayBuffer>, type = 'image/jpeg') =>
      fetch(photo, {
        ...{ method: 'PUT', body },
        headers: { 'Content-Type': type, 'X-Michishirube': '1' },
      });
    const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
    for (const bytes of [picture, picture])
      expect(await read(drillPhotoKeptSchema, put(bytes))).toMatchObject({ bytes: 22 });
    expect(Buffer.from(await (await fetch(photo)).arrayBuffer())).toEqual(picture);
    expect(await refused(put('no photo'))).toBe('422 drill-photo.unreadable');
    const answer = await put(Buffer.alloc(10 * 2 ** 20 + 1));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('10メガバイトまで');
  });

  test('planned stands beside actual and beside the drill before', async () => {
    expect(await refused(officer!(`/drills/${(await plan()).id}/evaluation`))).toBe(
      '409 drill.not-begun',
    );
    const before = await plan(drillOf(park, { date: '2026-11-01', title: '前の訓練' }));
    await hold(before.id, { packing: [0, 20] });
    const { id } = await plan(drillOf(park, { date: '2026-11-20' }));
    await hold(id, { packing: [0, 15], 'staff-check': [16, 26] }, [
      { kind: 'problem', stepId: 'packing', text: '車いすが足りない' },
      { kind: 'arrival', personId: 'a', shelterId: park, companions: 0 },
    ]);
    const answer = await read(drillEvaluationSchema, fire!(`/drills/${id}/evaluation`));
    expect(answer.evaluation.steps.find(({ stepId }) => stepId === 'packing')).toMatchObject({
      ...{ actualMinutes: 15, overMinutes: 5, problems: ['車いすが足りない'] },
    });
    expect(answer.evaluation.bottlenecks.map(({ stepId }) => stepId)).toContain('packing');
    const packing = answer.comparison.steps.find(({ stepId }) => stepId === 'packing');
    expect(packing).toMatchObject({ sameShelterLast: 20, changeSinceLast: -5 });
    expect(answer.earlier).toMatchObject([{ title: '前の訓練' }]);
    expect(answer.people).toMatchObject({ expected: 1, arrived: 1, missing: 0 });
  });

  test('a finding does what it says, and takes that back', async () => {
    const { id } = await plan(drillOf(park, { date: '2026-11-20' }));
    await hold(id, { packing: [0, 15] });
    const path = `/drills/${id}/findings`;
    const write = (change: NewFinding['change'], more: Partial<NewFinding> = {}) =>
      officer!(path, {
        ...{ text: '夜間の人手が足りない', owner: '防災課', ownerName: null },
        ...{ dueDate: '2027-01-31', change, ...more },
      });
    expect(await refused(write({ kind: 'none' }, { owner: null, dueDate: '2026-01-01' }))).toBe(
      '422 finding.incomplete',
    );
    const carry = async (at: number, isCarriedOut: boolean, ask: Ask = officer!) => {
      const { findings } = await read(findingListSchema, officer!(path));
      const { id: findingId, version } = findings[at]!;
      return ask(`${path}/${findingId}/carried-out`, { version, isCarriedOut }, 'PUT');
    };
    await read(findingListSchema, write({ kind: 'plans', residentIds: [resident] }));
    const road = { source: 'osm', id: 'way/12/0', name: null, middle: at(900, 85) };
    await read(findingListSchema, write({ kind: 'route-closure', roads: [road] }));
    await read(
      findingListSchema,
      write({ kind: 'shelter', shelterId: park, note: '発電機は裏口\n鍵は事務室' }),
    );
    await read(
      findingListSchema,
      write({ kind: 'template', stepId: 'packing', plannedMinutes: 15 }),
    );

    expect(await planStage()).toBe('in-force');
    expect(await refused(carry(0, true, coordinator!))).toBe('403 finding.not-yours');
    const done = await read(findingListSchema, carry(0, true));
    expect(done.findings[0]?.carriedOut?.effects[0]?.ja).toBe('1件の計画を見直しに回しました');
    const called = await read(planViewSchema, officer!(`/residents/${resident}/plan`));
    expect(called).toMatchObject({
      stage: 'review-due',
      reviewReasons: [{ reason: 'drill-finding' }],
      events: [{ task: 'call-review', reason: '夜間の人手が足りない' }, ...called.events.slice(1)],
    });
    // Whoever may not see the person is told how many there are, and not who.
    const hidden = await read(findingListSchema, coordinator!(path));
    expect(hidden.findings[0]).toMatchObject({ planCount: 1, change: { residentIds: [] } });
    await read(findingListSchema, carry(0, false));
    expect(await planStage()).toBe('in-force');
    await planCounts(path, hidden.findings[0]!.id);

    const closed = async () =>
      (await read(siteOverrideListSchema, officer!('/site-overrides'))).overrides.map(
        ({ state, isClosedNow }) => `${state} ${isClosedNow}`,
      );
    // Of two who press at once one alone closes the road.
    const { id: closure, version: begun } = hidden.findings[1]!;
    const press = () =>
      officer!(`${path}/${closure}/carried-out`, { version: begun, isCarriedOut: true }, 'PUT');
    await Promise.all([press(), press()]);
    expect(await closed()).toEqual(['in-force true']);
    await read(findingListSchema, carry(1, false));
    expect(await closed()).toEqual(['taken-back false']);

    const note = async () =>
      (await read(shelterDetailSchema, officer!(`/shelters/${park}`))).openingNote;
    await read(findingListSchema, carry(2, true));
    expect(await note()).toBe('発電機は裏口\n鍵は事務室(2026-11-20の訓練)');
    await read(findingListSchema, carry(2, false));
    expect(await note()).toBeNull();

    const own = async () =>
      (await read(drillTemplateListSchema, officer!('/drill-templates'))).templates.filter(
        ({ name, isRemoved }) => name.ja === '市の手順' && !isRemoved,
      );
    const before = (await own()).map((one) => one.id);
    await read(findingListSchema, carry(3, true));
    expect(await own()).toHaveLength(before.length + 1);
    // A second one changes the same template further.
    const rooms = { kind: 'template', stepId: 'rooms', plannedMinutes: 33 } as const;
    const last = (await read(findingListSchema, write(rooms))).findings.length - 1;
    await read(findingListSchema, carry(last, true));
    const made = (await own()).filter(({ id: one }) => !before.includes(one));
    expect(made).toMatchObject([{ version: 2 }]);
    await read(findingListSchema, carry(last, false));
    await read(findingListSchema, carry(3, false));
    const { manual } = await read(drillTemplateSchema, officer!(`/drill-templates/${made[0]!.id}`));
    expect({ ...manual, templateId: '', templateVersion: 0 }).toEqual({
      ...{ ...MODEL_CITY_MANUAL, templateId: '', templateVersion: 0 },
    });
    const { findings } = await read(findingListSchema, officer!(path));
    const first = findings[0]!;
    const seen = { version: first.version, doneDate: TODAY };
    await read(findingListSchema, officer!(`${path}/${first.id}/done`, seen, 'PUT'));
    expect(await refused(officer!(`${path}/${first.id}/done`, seen, 'PUT'))).toBe(
      '409 finding.stale',
    );
  });

  /** Who knows people by initials names them in a finding, and keeps those in it whom they do not see. */
  const planCounts = async (path: string, other: string) => {
    const finding = (residentIds: string[], text = '送迎の手順') => ({
      ...{ text, owner: '防災課', ownerName: null, dueDate: '2027-01-31' },
      change: { kind: 'plans', residentIds },
    });
    const { findings } = await read(
      findingListSchema,
      coordinator!(path, finding([resident, resident])),
    );
    const named = findings.at(-1)!;
    expect(named).toMatchObject({ planCount: 1, change: { residentIds: [] } });
    const put = (residentIds: string[], version: number, ask: Ask, text?: string) =>
      ask(`${path}/${named.id}`, { ...finding(residentIds, text), version }, 'PUT');
    const kept = await read(findingListSchema, put([], 1, coordinator!, '送迎の順番'));
    expect(kept.findings.at(-1)).toMatchObject({ planCount: 1, text: '送迎の順番' });
    expect(await refused(put([], 2, officer!))).toBe('422 finding.incomplete');
    expect(await refused(put([other], 2, officer!))).toBe('404 drill-person.unknown');
    const removed = { version: 2, isRemoved: true };
    await read(findingListSchema, officer!(`${path}/${named.id}/removed`, removed, 'PUT'));
  };

  test('results are public once another officer approved them, and tell of nobody', async () => {
    const people = [standIn('a', park), standIn('b', park, { needsWheelchairPlace: true }), real()];
    const { id } = await plan(drillOf(park, { date: '2026-11-20', people }));
    const agreement = { agreedOn: '2026-11-10', explainedBy: null };
    await read(drillViewSchema, officer!(`/drills/${id}/people/r/agreement`, agreement, 'PUT'));
    const path = `/drills/${id}/publication`;
    const step = async (name: string, ask: Ask, more: object = {}) => {
      const { version } = await read(drillPublicationSchema, officer!(path));
      return ask(`${path}/${name}`, { version, ...more });
    };
    expect(await refused(step('ask', coordinator!))).toBe('409 publication.not-ready');
    const { takeEndBack } = await hold(id, { packing: [0, 15] }, [
      { kind: 'arrival', personId: 'r', shelterId: park, companions: 0 },
      { kind: 'note', stepId: null, text: '架空 花子さんの様子を見た' },
    ]);
    const finding = {
      ...{ owner: '防災課', ownerName: '架空 担当者', dueDate: '2027-01-31' },
      change: { kind: 'none' },
    };
    const list = await read(
      findingListSchema,
      officer!(`/drills/${id}/findings`, { ...finding, text: '架空 花子さんの電源が遠い' }),
    );
    const named = await step('ask', coordinator!);
    expect(named.status).toBe(422);
    const { names } = publicationNamesProblemSchema.parse(await named.json());
    expect(names).toMatchObject([
      { path: 'findings.0.text', found: expect.stringContaining('架空 花子'), at: 0 },
    ]);
    const { id: findingId, version } = list.findings[0]!;
    await read(
      findingListSchema,
      officer!(
        `/drills/${id}/findings/${findingId}`,
        { ...finding, version, text: '電源が遠い' },
        'PUT',
      ),
    );
    const address = `${bench().url}/public/drills/${id}`;
    /** What anybody is told of this drill without a session, and whether the page links to it. */
    const listed = async () => {
      const list = `${bench().url}/public/drills`;
      const ask = (ending: string) => fetch(`${list}${ending}`, { headers: { cookie: '' } });
      const { drills } = publicDrillListSchema.parse(await (await ask('.json')).json());
      const html = await (await ask('?lang=ja')).text();
      expect(hiddenTexts().filter((hidden) => html.includes(hidden))).toEqual([]);
      return [drills.filter((one) => one.id === id), html.includes(`/public/drills/${id}`)];
    };
    expect(await listed()).toEqual([[], false]);
    const fetchPublic = (ending = '', headers: Record<string, string> = {}) =>
      fetch(`${address}${ending}`, { headers: { cookie: '', ...headers } });
    expect((await fetchPublic()).status).toBe(404);
    const asked = await read(drillPublicationSchema, step('ask', officer!));
    expect(asked).toMatchObject({ state: 'asked', mayApprove: false, address: null });
    expect(await refused(step('approve', officer!))).toBe('409 publication.own-request');
    // Asking can be taken back, and done again.
    const back = await read(drillPublicationSchema, step('take-back', officer!));
    expect([asked.mayAsk, back.state, back.mayAsk]).toEqual([true, 'none', true]);
    await read(drillPublicationSchema, step('ask', officer!));
    expect(await refused(step('approve', coordinator!))).toBe('403 access.denied');
    const remove = (isRemoved: boolean) =>
      read(drillViewSchema, officer!(`/drills/${id}/removed`, { isRemoved }, 'PUT'));
    await remove(true);
    expect(await refused(step('approve', welfare!))).toBe('404 drill.unknown');
    await remove(false);
    expect((await fetchPublic('.json')).status).toBe(404);
    expect(await listed()).toEqual([[], false]);
    const published = await read(drillPublicationSchema, step('approve', welfare!));
    expect(published).toMatchObject({ state: 'published', address: `/public/drills/${id}` });

    // Nothing but what its own page shows.
    expect(await listed()).toEqual([
      [
        {
          ...{ id, municipality: expect.any(String), title: '浜手公園 開設訓練' },
          ...{ date: '2026-11-20', shelters: [expect.stringContaining('公園')] },
          ...{ publishedAt: expect.any(String), address: `/public/drills/${id}` },
        },
      ],
      true,
    ]);
    const page = await fetchPublic('', { 'Accept-Language': 'ja' });
    const html = await page.text();
    expect(html).toContain('href="/public/drills?lang=ja"');
    expect(html).toContain('<html lang="ja">');
    expect(html).not.toMatch(/<script|http:|https:/);
    expect(await (await fetchPublic('?lang=en')).text()).toContain('Planned and actual');
    const etag = page.headers.get('ETag') ?? '';
    const again = await fetchPublic('', { 'Accept-Language': 'ja', 'If-None-Match': etag });
    expect(again.status).toBe(304);
    const json = await (await fetchPublic('.json')).text();
    const { result } = publicDrillSchema.parse(JSON.parse(json));
    expect(result.people).toEqual({
      ...{ expected: 'few', arrived: 'few', notComing: 0, missing: 'few', wheelchair: 'few' },
    });
    const csv = await (await fetchPublic('.csv?lang=ja')).text();
    const pdf = pdfText(Buffer.from(await (await fetchPublic('.pdf?lang=ja')).arrayBuffer()));
    for (const text of [html, json, csv, pdf]) {
      expect(text).toContain('電源が遠い');
      expect(hiddenTexts().filter((hidden) => text.includes(hidden))).toEqual([]);
      // Positions are of facilities alone.
      const places = [...text.matchAll(/13[23]\.\d{3,}/g)].map(([lng]) => Number(lng).toFixed(4));
      expect(places.every((lng) => lng === at(900, 200)[0].toFixed(4))).toBe(true);
    }

    // The reason is looked through however the drill stands by then.
    await takeEndBack();
    const named2 = step('withdraw', officer!, { reason: '架空 花子さんの申し出' });
    expect(await refused(named2)).toBe('422 publish.name-in-text');
    const reason = '数値に誤りがあったため';
    const withdrawn = await read(drillPublicationSchema, step('withdraw', officer!, { reason }));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { reason } });
    const gone = await fetchPublic();
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain(reason);
    expect(await listed()).toEqual([[], false]);
    for (const ending of ['.pdf', '.csv', '.json'])
      expect((await fetchPublic(ending)).status).toBe(410);
    await remove(true);
  });

  test('people are routed round what the scenario closes, beside the route of their plan', async () => {
    const road = { source: 'osm', id: 'way/10/1', name: '本通り', middle: at(0, 0) };
    const lane = { source: 'osm', id: 'way/12/0', name: null, middle: at(900, 85) };
    const content = drillOf(park, {
      people: [
        standIn('west', park, { travel: 'own', pickUp: { label: null, position: PLACES.west } }),
        standIn('nowhere', park, { travel: 'own', pickUp: null }),
        real({ travel: 'own' }),
      ],
    });
    const injects = [
      {
        id: 'i',
        minute: 30,
        text: '通行止め',
        change: { kind: 'road-closed', roads: [lane, road] },
      },
    ];
    const { id } = await plan({
      ...content,
      scenario: { ...content.scenario, injects } as typeof content.scenario,
    });
    const routes = async (minute: number, ask = officer!) =>
      read(
        drillRoutesSchema,
        ask(`/drills/${id}/routes`, { policy: 'quickest', minute, alternatives: true }),
      );
    const [west, nowhere, mine] = (await routes(0)).routes;
    expect(west?.ways[0]?.exposure.redMeters).toBeGreaterThan(0);
    expect(west?.ways.length).toBeGreaterThan(1);
    expect(nowhere?.problem?.code).toBe('drill-route.no-start');
    expect(mine).toMatchObject({ profile: 'walking-elderly', plan: { lengthMeters: 200 } });
    expect(mine?.ways[0]?.sharedWithPlanMeters).toBeGreaterThan(150);
    const later = await routes(30);
    expect(later.closedRoads.map(({ id: roadId }) => roadId)).toEqual(['way/12/0', 'way/10/1']);
    expect(later.routes[0]?.ways[0]?.roadIds).not.toContain('way/10/1');
    expect(later.routes[2]?.plan?.closedRoads).toMatchObject([{ id: 'way/12/0' }]);
    // Where somebody lives who has not agreed is not shown to whoever sees initials.
    const masked = (await routes(0, coordinator!)).routes[2];
    expect(masked).toMatchObject({ from: null, ways: [], plan: null });
  });

  test('joint pick-ups are planned as a job, and a road that closes makes them late', async () => {
    const home = (east: number, north: number) => ({
      label: '集合場所',
      position: at(east, north),
    });
    const street = { source: 'osm', id: 'way/10/1', name: '本通り', middle: at(0, 0) };
    const content = drillOf(park, {
      people: [
        standIn('one', park, { pickUp: home(-390, 0), latestArrivalMinute: 90 }),
        standIn('two', park, { pickUp: home(-300, 0), needsWheelchairPlace: true }),
        standIn('many', park, { pickUp: home(400, -10), companions: 9 }),
      ],
    });
    content.vehicles.push({
      ...content.vehicles[0]!,
      id: 'small',
      label: '軽',
      seats: 0,
      wheelchairPlaces: 0,
    });
    const injects = [
      { id: 'i', minute: 30, text: '通行止め', change: { kind: 'road-closed', roads: [street] } },
    ];
    const { id } = await plan({
      ...content,
      scenario: { ...content.scenario, injects } as typeof content.scenario,
    });
    const { id: jobId } = await read(
      jobSchema,
      coordinator!(`/drills/${id}/tours`, { policy: 'quickest' }),
    );
    await expect
      .poll(
        async () =>
          (await read(jobSchema, coordinator!(`/drills/${id}/tours/jobs/${jobId}`))).state,
        { timeout: 60_000, interval: 200 },
      )
      .toBe('succeeded');
    const { tours } = await read(drillTourListSchema, shelter!(`/drills/${id}/tours`));
    expect(tours).toMatchObject([{ served: 2, unserved: 1, drillVersion: 1 }]);
    const tour = await read(drillTourSchema, shelter!(`/drills/${id}/tours/${tours[0]?.id}`));
    expect(tour.unservedPeople).toMatchObject([
      { personId: 'many', reason: { code: 'tour.vehicle-too-small' } },
    ]);
    const stops = tour.vehicles[0]?.stops ?? [];
    expect(stops.map(({ kind }) => kind)).toEqual(['start', 'pick-up', 'pick-up', 'shelter']);
    expect(stops.at(-1)?.droppedOff.toSorted()).toEqual(['one', 'two']);
    // Nothing was closed since they were planned.
    for (const one of stops) expect(one).toMatchObject({ laterBySeconds: 0, delayedBy: [] });
    expect(tour.vehicles).toMatchObject([
      { vehicleId: 'van', unused: null },
      { vehicleId: 'small', stops: [], unused: { code: 'tour-vehicle.takes-nobody' } },
    ]);
    // The pick-ups of the time line last as long as the tours do, and the tablets count by that too.
    const seen = await read(drillViewSchema, shelter!(`/drills/${id}`));
    const lastArrival = Math.ceil(tours[0]?.lastArrivalMinute ?? 0);
    expect(seen.tourSpan).toMatchObject({
      ...{ startMinute: 40, endMinute: lastArrival, isOutdated: false },
    });
    expect(seen.timeline?.steps.find(({ stepId }) => stepId === 'transfer')).toMatchObject({
      ...{ startMinute: 40, endMinute: lastArrival },
    });
    // When they are expected is what the tablets at the door count from.
    const run = await read(drillRunSchema, shelter!(`/drills/${id}/run`));
    expect(run.expected.map(({ personId }) => personId).toSorted()).toEqual(['one', 'two']);
    const steps = stepsOf(run.content.manual);
    expect(steps.find(({ id: stepId }) => stepId === 'transfer')?.plannedMinutes).toBe(
      lastArrival - 40,
    );
    const later = await read(
      drillTourSchema,
      shelter!(`/drills/${id}/tours/${tours[0]?.id}?minute=30`),
    );
    expect(later.closedRoads).toEqual([street]);
    const delays = (later.vehicles[0]?.stops ?? []).map(({ laterBySeconds }) => laterBySeconds);
    expect(Math.max(...delays.map((one) => one ?? 0))).toBeGreaterThan(20);
    const late = later.vehicles[0]?.stops.filter(({ delayedBy }) => delayedBy.length > 0) ?? [];
    expect(late.map(({ delayedBy }) => delayedBy)).toEqual(late.map(() => [street]));
    expect(late.length).toBeGreaterThan(0);

    const file = async (name: string) => {
      const answer = await shelter!(`/drills/${id}/${name}`);
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    };
    const gpx = (await file('routes.gpx?vehicle=van')).toString();
    expect(gpx).toMatch(/<trk><name>福祉車両<\/name><trkseg><trkpt lat="34/);
    expect(gpx.match(/<wpt /g)).toHaveLength(4);
    const { features } = JSON.parse((await file('routes.geojson')).toString()) as {
      features: { geometry: { type: string } }[];
    };
    expect(features.map(({ geometry }) => geometry.type)).toEqual([
      'LineString',
      ...Array(4).fill('Point'),
    ]);
    expect(pdfText(await file('route-cards.pdf'))).toContain('集合場所');
    const request = pdfText(await file('forms/request.pdf?filled=true'));
    expect(request).toContain('開設および移送要請書');
    expect(request).toContain('代役one');
    expect(pdfText(await file('forms/daily-report.pdf'))).not.toContain('2026-12-12');
    expect(await refused(shelter!(`/drills/${id}/forms/none.pdf`))).toBe('404 drill-form.unknown');
  });

  /** What would tell of somebody: of the roster, of who took part, and of where they live. */
  const hiddenTexts = () => [
    ...PEOPLE.flatMap(({ name, kana, at: home }) => [
      ...[name, name.replace(' ', ''), kana],
      ...(home === null ? [] : [home[1].toFixed(5)]),
    ]),
    ...[resident, '代役', '係員', '担当者', '様子を見た', at(900, 20)[1].toFixed(5)],
  ];
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  drillCandidatesSchema,
  drillConflictSchema,
  drillListSchema,
  drillTemplateListSchema,
  drillTemplateSchema,
  drillViewSchema,
} from '#contract/drill';
import {
  drillEventsSchema,
  drillPhotoKeptSchema,
  drillRunSchema,
  eventsAppendedSchema,
} from '#contract/drill-run';
import { planOf, suppliesAt } from '#domain/drill/content';
import type { RunEventBody } from '#domain/drill/run/event';
import { runState } from '#domain/drill/run/run-state';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { drillOf, standIn } from './support/drill-content.ts';
import { EventReader } from './support/event-reader.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { putInForce } from './support/plan-in-force.ts';

type Ask = Awaited<ReturnType<typeof openAs>>;

describeApp('a drill is planned, run, learned from and published', (bench) => {
  let [resident, park] = ['', ''];
  let [officer, coordinator, shelter, fire]: Ask[] = [];
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

  beforeAll(async () => {
    const { context } = bench();
    const [person] = await context.database.query<{ id: string }>(
      `SELECT id FROM resident WHERE name = '=架空 四郎'`,
    );
    resident = person?.id ?? '';
    park = await putInForce(context.database, resident);
    officer = await openAs(context, 'disaster-officer');
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
    const { people } = await read(drillCandidatesSchema, coordinator!(`${path}/candidates`));
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
      coordinator!(path, { version: 2, content: { ...saved.content, people: forged } }, 'PUT'),
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
});

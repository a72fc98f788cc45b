// Over 200 lines: one application, on both databases, for all that is asked of relay sheets.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { guideReadingSchema } from '#contract/guide';
import {
  type RelayStepBody,
  relayConflictSchema,
  relayListSchema,
  relayOfficesSchema,
  relaySheetSchema,
  type WriteRelay,
} from '#contract/relay';
import type { RelayOfficeOnWire } from '#contract/relay-office';
import type { Role } from '#domain/access/roles';
import { officeKey, type RelayOffice } from '#domain/relay/office';
import { SYSTEM, withActor } from '../../server/db/actor.ts';
import { insertAccount } from '../../server/db/queries/accounts/accounts.ts';
import { selectRelayCounts } from '../../server/db/queries/relay-sheets.ts';
import { saveConsent } from '../../server/services/consents.ts';
import { at, CODE } from './support/city.ts';
import { describeApp, TODAY } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';

const WELFARE: RelayOffice = { role: 'welfare-officer', district: null, shelterId: null };
const FIRE: RelayOffice = { ...WELFARE, role: 'fire-department' };
const HARBOUR: RelayOffice = { ...WELFARE, role: 'district-organisation', district: '浜手' };
const NOON = `${TODAY}T03:00:00.000Z`;
const SEEN = '昼になっても雨戸が閉まっていた';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
type Ask = Awaited<ReturnType<typeof openAs>>;

describeApp('relay sheets', (bench) => {
  /** Of 浜手, who agreed to the roster and not to the plan. */
  let person = '';
  /** Of 山手, who was not asked. */
  let unasked = '';
  let [welfare, hills, harbour, fire, drill, auditor]: Ask[] = [];
  const as = (index: Ask | undefined): Ask => {
    if (index === undefined) throw new Error('not opened');
    return index;
  };
  const body = (more: Partial<WriteRelay> = {}): WriteRelay => ({
    ...{ id: randomUUID(), sentAt: NOON, writtenAt: NOON, personId: null, seen: SEEN },
    ...{ place: { text: '架空町7番地の角', position: at(2700, 1110) }, urgency: 'days' },
    ...{ office: WELFARE, ...more },
  });
  const write = async (ask: Ask | undefined, more: Partial<WriteRelay> = {}) => {
    const answer = await as(ask)('/relay-sheets', body(more));
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return relaySheetSchema.parse(await answer.json());
  };
  const codeOf = async (answer: Promise<Response>) =>
    ((await (await answer).json()) as { code?: string }).code;
  const read = async (ask: Ask | undefined, id: string) =>
    relaySheetSchema.parse(await (await as(ask)(`/relay-sheets/${id}`)).json());
  const list = async (ask: Ask | undefined, query = '') =>
    relayListSchema.parse(await (await as(ask)(`/relay-sheets${query}`)).json());
  const step = (ask: Ask | undefined, id: string, request: RelayStepBody) =>
    as(ask)(`/relay-sheets/${id}/steps`, request);
  const consent = async (residentId: string, state: 'agreed' | 'withdrawn') => {
    const { database } = bench().context;
    const [{ version } = { version: 0 }] = await database.query<{ version: number }>(
      `SELECT version FROM consent WHERE resident_id = $1 AND purpose = 'roster'`,
      [residentId],
    );
    const service = { database, actor: SYSTEM, today: TODAY };
    const saved = await saveConsent(
      service,
      CODE,
      { residentId, purpose: 'roster' },
      {
        ...{ version, state, decidedOn: '2026-11-01', explainedBy: '架空 説明者', onPaper: true },
        shelterIds: [],
      },
    );
    if (!saved.ok) throw new Error(saved.problem.en);
  };

  beforeAll(async () => {
    const { context } = bench();
    const idOf = async (number: string) => {
      const [row] = await context.database.query<{ id: string }>(
        'SELECT id FROM resident WHERE roster_number = $1',
        [number],
      );
      return row?.id ?? '';
    };
    [person, unasked] = [await idOf('007'), await idOf('001')];
    await consent(person, 'agreed');
    const account = () => ({ accountId: randomUUID() });
    welfare = await openAs(context, 'welfare-officer', account());
    hills = await openAs(context, 'district-organisation', { ...account(), districts: ['山手'] });
    harbour = await openAs(context, 'district-organisation', { ...account(), districts: ['浜手'] });
    fire = await openAs(context, 'fire-department', account());
    drill = await openAs(context, 'drill-coordinator', account());
    auditor = await openAs(context, 'auditor', account());
  }, 120_000);

  test('written by a district, taken in hand and answered by welfare, read by the writer', async () => {
    const sheet = await write(harbour, { personId: person, urgency: 'today' });
    expect(sheet).toMatchObject({
      ...{ state: 'received', isMine: true, isForMe: false, isOverdue: false, district: '浜手' },
      ...{ person: { id: person, name: '仮名 七海' }, dueAt: '2026-11-25T03:00:00.000Z' },
      steps: ['note', 'withdraw'],
    });
    const mine = await list(welfare, '?box=to-answer');
    expect(mine.rows.map(({ id }) => id)).toContain(sheet.id);
    const taken = await step(welfare, sheet.id, { version: 1, step: 'take-in-hand' });
    expect(relaySheetSchema.parse(await taken.json()).state).toBe('in-hand');
    await step(welfare, sheet.id, { version: 2, step: 'answer', text: '訪ねました。入院中でした' });
    const seen = await read(harbour, sheet.id);
    expect(seen.events.map((event) => [event.step, event.text])).toEqual([
      ['write', ''],
      ['take-in-hand', ''],
      ['answer', '訪ねました。入院中でした'],
    ]);
    expect(seen).toMatchObject({ state: 'answered', steps: ['note', 'close', 'ask-again'] });
    expect((await list(harbour, '?box=written&state=answered')).total).toBe(1);
    await step(harbour, sheet.id, { version: 3, step: 'close' });
    expect((await read(welfare, sheet.id)).state).toBe('closed');
    expect((await step(harbour, sheet.id, { version: 4, step: 'take-back' })).status).toBe(200);
    expect((await read(welfare, sheet.id)).state).toBe('answered');
  });

  test('two at once: the later one is told how it stands, with what it sent', async () => {
    const { id } = await write(harbour);
    await step(welfare, id, { version: 1, step: 'take-in-hand' });
    const late = await step(welfare, id, { version: 1, step: 'answer', text: '見てきます' });
    expect(late.status).toBe(409);
    const conflict = relayConflictSchema.parse(await late.json());
    expect(conflict.current).toMatchObject({ state: 'in-hand', version: 2 });
    expect(conflict.yours).toMatchObject({ step: 'answer', text: '見てきます' });
    const together = await Promise.all(
      ['一', '二'].map((text) => step(welfare, id, { version: 2, step: 'answer', text })),
    );
    expect(together.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(welfare, id)).events).toHaveLength(3);
  });

  test('stays the sheet of its writer and its office, whatever happens to names and lists', async () => {
    const { context } = bench();
    const account = { accountId: randomUUID(), districts: ['浜手'] };
    const former = await openAs(context, 'district-organisation', {
      ...account,
      name: '架空 前姓',
    });
    const { id } = await write(former, { office: HARBOUR });
    const renamed = await openAs(context, 'district-organisation', {
      ...account,
      name: '架空 新姓',
    });
    expect(await read(renamed, id)).toMatchObject({
      isMine: true,
      steps: expect.arrayContaining(['withdraw']),
    });
    // Districts were drawn anew: there is no such office any more, and the sheet does not stay open for ever.
    const gone = { ...HARBOUR, district: '無い地区' };
    await context.database.query(
      `UPDATE relay_sheet SET office = $2, office_key = $3, office_keys = ARRAY[$3] WHERE id = $1`,
      [id, JSON.stringify(gone), officeKey(gone)],
    );
    expect((await step(renamed, id, { version: 1, step: 'withdraw' })).status).toBe(200);
    expect((await step(renamed, id, { version: 2, step: 'take-back' })).status).toBe(200);
  });

  test('about somebody whom the writer may not see: a clear word, the same as for nobody', async () => {
    for (const [ask, personId] of [
      [hills, unasked],
      [hills, person],
      [harbour, randomUUID()],
    ] as const) {
      const answer = await as(ask)('/relay-sheets', body({ personId }));
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'relay.person-not-seen' });
    }
    // Place and words go all the same.
    expect((await write(hills)).person).toBeNull();
    expect(await codeOf(as(drill)('/relay-sheets', body()))).toBe('access.denied');
    expect(await codeOf(as(auditor)('/relay-sheets'))).toBe('access.denied');
    const nothing = { place: { text: ' ', position: null } };
    expect(await codeOf(as(hills)('/relay-sheets', body(nothing)))).toBe('relay.subject-missing');
  });

  test('goes to no office that may not see the person, when written and when handed on', async () => {
    const answer = as(welfare)('/relay-sheets', body({ personId: unasked, office: FIRE }));
    expect(await codeOf(answer)).toBe('relay.office-may-not-see');
    const { id } = await write(welfare, { personId: unasked });
    for (const office of [FIRE, HARBOUR])
      expect(await codeOf(step(welfare, id, { version: 1, step: 'hand-over', office }))).toBe(
        'relay.office-may-not-see',
      );
    const nowhere = { ...HARBOUR, district: '無い地区' };
    expect(await codeOf(as(hills)('/relay-sheets', body({ office: nowhere })))).toBe(
      'relay.office-unlisted',
    );
  });

  test('seen by the writer, the offices that it was with and the city hall alone', async () => {
    const { id } = await write(harbour, { personId: person });
    const ofPlace = (await write(harbour)).id;
    const everybody = [welfare, hills, harbour, fire];
    const sees = async (sheet: string) =>
      Promise.all(
        everybody.map(async (ask) => (await as(ask)(`/relay-sheets/${sheet}`)).status === 200),
      );
    expect(await sees(id)).toEqual([true, false, true, false]);
    expect(await sees(ofPlace)).toEqual([true, false, true, false]);
    await step(welfare, id, { version: 1, step: 'hand-over', office: FIRE, text: '確認を' });
    expect(await sees(id)).toEqual([true, false, true, true]);
    // The former office reads on and acts no more; the writer is nobody of the new one.
    expect((await read(welfare, id)).steps).toEqual(['take-back']);
    expect((await read(fire, id)).steps).toContain('answer');
    for (const ask of [hills, fire]) {
      const text = JSON.stringify(await list(ask));
      expect(text).not.toContain(ofPlace);
    }
    // Consent withdrawn: for whoever needs it the sheet is not there, lists and counts included.
    const before = (await list(harbour)).counts.all;
    await consent(person, 'withdrawn');
    expect(await sees(id)).toEqual([true, false, false, false]);
    expect((await list(harbour)).counts.all).toBeLessThan(before);
    expect(await codeOf(step(fire, id, { version: 2, step: 'take-in-hand' }))).toBe(
      'relay.unknown',
    );
    await consent(person, 'agreed');
    expect(await sees(id)).toEqual([true, false, true, true]);
  });

  test('sent twice it is there once; written offline it keeps its time, and nobody takes its id', async () => {
    const sheet = body({ writtenAt: `${TODAY}T01:00:00.000Z` });
    const ask = as(harbour);
    const [first, second] = [await ask('/relay-sheets', sheet), await ask('/relay-sheets', sheet)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const written = relaySheetSchema.parse(await second.json());
    expect(written.writtenAt).toBe(`${TODAY}T01:00:00.000Z`);
    expect(written.events).toHaveLength(1);
    expect(await codeOf(as(hills)('/relay-sheets', sheet))).toBe('relay.unknown');
    // A clock that is an hour fast.
    const fast = body({ sentAt: `${TODAY}T04:00:00.000Z`, writtenAt: `${TODAY}T03:30:00.000Z` });
    const set = await ask('/relay-sheets', fast);
    expect(await set.json()).toMatchObject({ writtenAt: `${TODAY}T02:30:00.000Z` });
  });

  test('overdue ones come first; filters and search find, and words stay out of the log', async () => {
    const { database, clock } = bench().context;
    const sheet = await write(harbour, { seen: '合言葉シロヤギが倒れていた', urgency: 'today' });
    await database.query(
      `UPDATE relay_sheet SET due_at = '2026-11-20T00:00:00Z' WHERE id = '${sheet.id}'`,
    );
    const all = await list(welfare);
    expect(all.rows[0]).toMatchObject({ id: sheet.id, isOverdue: true });
    expect(all.counts.overdue).toBe(1);
    const overdue = await list(welfare, '?overdue=true&urgency=today&state=received&district=浜手');
    expect(overdue.rows.map(({ id }) => id)).toEqual([sheet.id]);
    const ofPerson = (await list(welfare, `?person=${person}`)).rows;
    expect(ofPerson.length).toBeGreaterThan(0);
    expect(ofPerson.every((row) => row.person?.id === person)).toBe(true);
    const found = await as(welfare)('/relay-sheets/search', { text: 'シロヤギ' });
    expect(relayListSchema.parse(await found.json()).rows.map(({ id }) => id)).toEqual([sheet.id]);
    const others = await as(hills)('/relay-sheets/search', { text: 'シロヤギ' });
    expect(relayListSchema.parse(await others.json()).total).toBe(0);
    const wild = await as(welfare)('/relay-sheets/search', { text: '%' });
    expect(relayListSchema.parse(await wild.json()).total).toBe(0);
    expect(bench().log.join('\n')).not.toMatch(/シロヤギ|雨戸/);
    const counts = await withActor(database, SYSTEM, CODE, (tx) =>
      selectRelayCounts(tx, CODE, clock()),
    );
    const [{ n = 0 } = {}] = await database.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM relay_sheet WHERE district = '浜手' AND state = 'received'`,
    );
    expect(counts).toContainEqual({
      ...{ district: '浜手', state: 'received', sheets: n, overdue: 1 },
    });
  });

  test('attachments: known kinds alone, not too many, and back again', async () => {
    const sheet = await write(harbour, { personId: person });
    const { url, officer } = bench();
    const path = `/api/municipalities/${CODE}/relay-sheets/${sheet.id}/attachments`;
    const send = (content: Buffer) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...officer.headers, 'content-type': 'image/png', 'x-michishirube': '1' },
        body: new Uint8Array(content),
      });
    // The disaster officer is neither the office nor the writer.
    expect(await codeOf(send(PNG))).toBe('relay.not-yours');
    await step(welfare, sheet.id, {
      ...{ version: 1, step: 'hand-over', office: { ...WELFARE, role: 'disaster-officer' } },
    });
    expect(await codeOf(send(Buffer.from('GIF89a')))).toBe('relay-attachment.unreadable');
    const added = relaySheetSchema.parse(await (await send(PNG)).json());
    const [file] = added.attachments;
    expect(file).toMatchObject({ mediaType: 'image/png', bytes: PNG.length });
    const got = await as(harbour)(`/relay-sheets/${sheet.id}/attachments/${file?.id}`);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PNG);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    const hidden = as(hills)(`/relay-sheets/${sheet.id}/attachments/${file?.id}`);
    expect(await codeOf(hidden)).toBe('relay-attachment.unknown');
    const removed = (isRemoved: boolean) =>
      as(harbour)(
        `/relay-sheets/${sheet.id}/attachments/${file?.id}/removed`,
        { isRemoved },
        'PUT',
      );
    expect(relaySheetSchema.parse(await (await removed(true)).json()).attachments).toEqual([]);
    expect((await removed(false)).status).toBe(200);
    for (const _ of [2, 3, 4, 5]) expect((await send(PNG)).status).toBe(201);
    expect(await codeOf(send(PNG))).toBe('relay-attachment.too-many');
  });

  test('leads to the plan of its own person alone; offices are listed; reads are written down', async () => {
    const link = (id: string) => ({ personId: person, links: [{ kind: 'plan' as const, id }] });
    expect(await codeOf(as(harbour)('/relay-sheets', body(link(unasked))))).toBe(
      'relay.link-unlisted',
    );
    const { id, links } = await write(harbour, link(person));
    expect(links).toMatchObject([{ kind: 'plan', label: { ja: '個別避難計画' } }]);
    const offered = relayOfficesSchema.parse(
      await (await as(hills)('/relay-sheets/offices')).json(),
    );
    expect(new Set(offered.offices.map(({ name }) => name.ja))).toEqual(
      new Set(['福祉担当', '防災担当', '消防', '山手(地区の支援組織)', '浜手(地区の支援組織)']),
    );
    await read(harbour, id);
    const lines = () =>
      bench().context.database.query<{ action: string; people: string[] }>(
        'SELECT action, people FROM audit_entry ORDER BY seq DESC LIMIT 1',
      );
    expect(await lines()).toEqual([{ action: 'relay.see', people: [person] }]);
    // Words about a place may tell of somebody too.
    await read(hills, (await write(hills)).id);
    expect(await lines()).toEqual([{ action: 'relay.see', people: [] }]);
  });

  test('the guide is due once for a role, and anew where it says something else', async () => {
    const { url, officer, context } = bench();
    const guide = async (version?: number) => {
      const answer = await fetch(`${url}/api/account/guide`, {
        headers: { ...officer.headers, 'content-type': 'application/json', 'x-michishirube': '1' },
        ...(version !== undefined && { method: 'PUT', body: JSON.stringify({ version }) }),
      });
      return guideReadingSchema.parse(await answer.json());
    };
    const first = await guide();
    expect(first).toMatchObject({ role: 'disaster-officer', readAt: null, isDue: true });
    expect((await guide(first.version + 1)).isDue).toBe(true);
    expect(await guide(first.version)).toMatchObject({ readAt: NOON, isDue: false });
    await context.database.query('UPDATE guide_reading SET version = version + 1');
    expect((await guide()).isDue).toBe(true);
  });

  test('written by a civic centre as itself to professionals, and read by its colleagues', async () => {
    const { context } = bench();
    const officer = await openAs(context, 'disaster-officer');
    const offices = async (path = '', more: object = {}, method?: string) => {
      const answer = await officer(`/relay-offices${path}`, more, method);
      return { status: answer.status, ...((await answer.json()) as Offices) };
    };
    type Offices = { offices: RelayOfficeOnWire[]; code?: string };
    await offices('', { name: '架空 浜センター', kind: 'civic-centre', districts: ['浜手'] });
    const made = await offices('', { name: '架空 五師士会', kind: 'professionals', districts: [] });
    const [centre, doctors] = ['架空 浜センター', '架空 五師士会'].map((name) => {
      const { id = '', version = 0 } = made.offices.find((one) => one.name === name) ?? {};
      return { id, version, name };
    }) as [Named, Named];
    type Named = { id: string; version: number; name: string };
    expect(await offices('', { name: centre.name, kind: 'other', districts: [] })).toMatchObject({
      ...{ status: 409, code: 'relay-office.name-taken' },
    });
    // Nobody who is not of the city hall or an administrator keeps the list.
    expect((await as(harbour)('/relay-offices')).status).toBe(403);

    const offered = async () => {
      const answer = await as(harbour)('/relay-sheets/offices');
      return relayOfficesSchema.parse(await answer.json()).offices.map(officeKey);
    };
    const ofDoctors: RelayOffice = { ...WELFARE, role: 'listed', officeId: doctors.id };
    // Where nobody would read it, it is not offered.
    expect(await offered()).not.toContain(`listed:${doctors.id}`);
    const member = async (role: Role, office: string, districts: string[] | null) => {
      const accountId = randomUUID();
      await insertAccount(context.database, {
        ...{
          id: accountId,
          loginName: accountId,
          loginKey: accountId,
          displayName: `架空 ${role}`,
        },
        ...{ role, municipalityCode: CODE, districts, shelterIds: [], residentIds: [] },
        ...{ relayOfficeId: office, passwordHash: 'x', mustChangePassword: false },
        passwordDays: null,
      });
      const reach = { accountId, relayOfficeId: office, districts, name: `架空 ${role}` };
      return openAs(context, role, { ...reach, municipalityCode: CODE });
    };
    const counter = await member('district-organisation', centre.id, ['浜手']);
    const colleague = await member('district-organisation', centre.id, ['浜手']);
    const doctor = await member('supporter', doctors.id, null);
    expect(await offered()).toContain(`listed:${doctors.id}`);

    const sheet = await write(counter, { office: ofDoctors });
    expect(sheet).toMatchObject({
      writer: { office: { ja: '架空 浜センター' } },
      officeName: { ja: '架空 五師士会(五師士会)' },
    });
    expect((await list(colleague, '?box=written')).rows.map(({ id }) => id)).toEqual([sheet.id]);
    expect((await list(doctor, '?box=to-answer')).rows.map(({ id }) => id)).toEqual([sheet.id]);
    // An office is no other one: not the organisation of its district, nor the other way round.
    expect((await as(harbour)(`/relay-sheets/${sheet.id}`)).status).toBe(404);
    const toDistrict = await write(welfare, { office: HARBOUR });
    expect((await counter(`/relay-sheets/${toDistrict.id}`)).status).toBe(404);
    await step(doctor, sheet.id, { version: 1, step: 'answer', text: '往診します' });
    const answered = await read(colleague, sheet.id);
    expect(answered).toMatchObject({ state: 'answered', isMine: true });
    expect(answered.events[1]?.office?.ja).toBe('架空 五師士会');
    expect((await step(colleague, sheet.id, { version: 2, step: 'close' })).status).toBe(200);

    // By name it goes to no office of which nobody may see the person.
    const named = await counter('/relay-sheets', body({ personId: person, office: ofDoctors }));
    expect(await named.json()).toMatchObject({ code: 'relay.office-may-not-see' });
    const ofCentre: RelayOffice = { ...ofDoctors, officeId: centre.id };
    expect((await write(welfare, { personId: person, office: ofCentre })).person?.id).toBe(person);
    await consent(person, 'withdrawn');
    const later = await as(welfare)('/relay-sheets', body({ personId: person, office: ofCentre }));
    expect(await later.json()).toMatchObject({ code: 'relay.office-may-not-see' });
    await consent(person, 'agreed');

    const closed = { version: doctors.version, isClosed: true };
    expect((await offices(`/${doctors.id}/closed`, closed, 'PUT')).status).toBe(200);
    expect(await offered()).not.toContain(`listed:${doctors.id}`);
    const late = as(counter)('/relay-sheets', body({ office: ofDoctors }));
    expect(await codeOf(late)).toBe('relay.office-unlisted');
    expect((await read(colleague, sheet.id)).officeName.ja).toContain('架空 五師士会');
    expect(await offices(`/${doctors.id}/closed`, closed, 'PUT')).toMatchObject({
      code: 'relay-office.stale',
    });
    const [noted] = await context.database.query<{ lines: number }>(
      `SELECT count(*)::integer AS lines FROM audit_entry WHERE action = 'relay-office.change'`,
    );
    expect(noted?.lines).toBeGreaterThanOrEqual(3);
  });
});

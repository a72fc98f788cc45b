// Over 200 lines because the walk is one story: who asks, every door, and what none of them may tell.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cutOffAnswerSchema } from '#contract/cut-off';
import { residentDetailSchema, residentPageSchema } from '#contract/resident';
import { searchResultsSchema } from '#contract/search';
import { DISASTER_ARTICLES, type DisasterArticle } from '#domain/access/disaster-mode';
import { ROLES, type Role } from '#domain/access/roles';
import { mayUse } from '#domain/access/rules';
import { distanceMeters } from '#domain/geo/distance';
import { EMPTY_PLAN } from '#domain/plan/plan';
import type { Endpoint } from '../../server/http/endpoint.ts';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { CENTRE, CODE } from './support/city.ts';
import { describeApp } from './support/http-bench.ts';
import { importInto } from './support/town-roads.ts';
import { addressesOf, limitedRoles, readAnswer } from './support/walk.ts';
import { openWorld, type World } from './support/walk-world.ts';

const BASE = `/api/municipalities/${CODE}`;
const LIST = `${BASE}/residents?limit=200`;

/** People of the walk stand further apart; the middle of a masked square is not the house. */
const HOUSE_METERS = 20;

const isDegrees = (mark: string) => /^\d+\.\d+$/.test(mark);

const FIRE_CHECK = { stations: [{ name: '署', position: [...CENTRE] }], profile: 'pumper' };

/** What is sent where a role that does not see everybody may send something; none may be missing. */
const BODIES: Readonly<Record<string, unknown>> = {
  'post /api/session': { loginName: '歩く人', password: '合わない言葉です' },
  'post /api/session/second-factor': { code: '000000' },
  'delete /api/session': {},
  'put /api/municipalities/:code/retention': {
    ...{ what: 'warnings', version: 0, days: 400, isDaily: false },
  },
  'post /api/municipalities/:code/retention/runs': {},
  'post /api/municipalities/:code/retention/runs/called-off': {},
  'delete /api/sessions/:id': {},
  'post /api/account/password': { current: '合わない言葉です', next: '別の合わない言葉です' },
  'post /api/account/second-factor/begin': {},
  'post /api/account/second-factor/confirm': { code: '000000' },
  'delete /api/account/second-factor': { password: '合わない言葉です' },
  'post /api/accounts': {},
  'patch /api/accounts/:id': {},
  'post /api/accounts/:id/reset': { version: 1 },
  'post /api/municipalities': { code: '99998', name: '歩く市' },
  'patch /api/municipalities/:code': { version: 1 },
  'post /api/municipalities/:code/warnings': { basedOn: 0, levels: [], note: '', setBy: '歩く人' },
  'post /api/municipalities/:code/search': { text: '印' },
  'post /api/municipalities/:code/judge-place': {
    position: [...CENTRE],
    accuracy: 'building',
    radiusMeters: 0,
  },
  'post /api/municipalities/:code/audit/verify': {},
  'post /api/municipalities/:code/audit/search': {},
  'post /api/municipalities/:code/audit/search.csv': {},
  // In place of these the ids of everybody.
  'post /api/municipalities/:code/residents/by-ids': {},
  'post /api/municipalities/:code/responses/:id/reports': {},
  'post /api/municipalities/:code/routes': {
    from: [...CENTRE],
    to: [...CENTRE],
    profile: 'walking-elderly',
    policy: 'quickest',
  },
  'post /api/municipalities/:code/routes/roads': { ids: ['way/10/1'] },
  'post /api/municipalities/:code/routes/cut-off': {
    footProfile: 'walking-elderly',
    vehicleProfile: 'car',
    closedPhenomena: ['debris-flow'],
  },
  'post /api/municipalities/:code/routes/cut-off.csv': {
    footProfile: 'walking-elderly',
    vehicleProfile: 'car',
    closedPhenomena: ['debris-flow'],
  },
  'post /api/municipalities/:code/residents/:id/whole-chain': { profile: 'walking-elderly' },
  'post /api/municipalities/:code/closure-scenarios': {},
  'put /api/municipalities/:code/closure-scenarios/:id': {},
  'delete /api/municipalities/:code/closure-scenarios/:id': {},
  'post /api/municipalities/:code/closure-scenarios/:id/restore': {},
  'post /api/municipalities/:code/closure-scenarios/:id/compare': {
    with: null,
    footProfile: 'walking-elderly',
    vehicleProfile: 'car',
  },
  'put /api/municipalities/:code/residents/:id/plan': { contentVersion: 0, content: EMPTY_PLAN },
  'post /api/municipalities/:code/residents/:id/plan/steps': {
    ...{ version: 3, step: 'call-review', reviewReason: 'drill-finding' },
  },
  'put /api/municipalities/:code/plans/settings': {},
  'post /api/municipalities/:code/responses': {},
  'put /api/municipalities/:code/responses/:id/closed': { isClosed: true },
  'post /api/municipalities/:code/responses/:id/levels': {},
  // In place of it the id of one of the people.
  'post /api/municipalities/:code/responses/:id/way': {},
  'post /api/municipalities/:code/responses/:id/unexpected': {
    ...{ id: randomUUID(), shelterId: 'S1', people: 1 },
  },
  'post /api/municipalities/:code/drills': {},
  'post /api/municipalities/:code/drills/:id/candidates': {},
  'put /api/municipalities/:code/drills/:id': {},
  'put /api/municipalities/:code/drills/:id/removed': { isRemoved: false },
  'post /api/municipalities/:code/drills/:id/events': { sentMillis: 0, events: [] },
  'put /api/municipalities/:code/drills/:id/photos/:photoId': {},
  'post /api/municipalities/:code/drills/:id/routes': { policy: 'quickest' },
  'post /api/municipalities/:code/drills/:id/tours': {},
  'delete /api/municipalities/:code/drills/:id/tours/jobs/:jobId': {},
  'post /api/municipalities/:code/drills/:id/findings': {},
  'put /api/municipalities/:code/drills/:id/findings/:findingId': {},
  'put /api/municipalities/:code/drills/:id/findings/:findingId/done': {},
  'put /api/municipalities/:code/drills/:id/findings/:findingId/removed': {},
  'put /api/municipalities/:code/drills/:id/findings/:findingId/carried-out': {},
  'post /api/municipalities/:code/drills/:id/publication/ask': { version: 0 },
  'post /api/municipalities/:code/drills/:id/publication/take-back': { version: 0 },
  'post /api/municipalities/:code/drills/:id/publication/approve': { version: 0 },
  'post /api/municipalities/:code/drills/:id/publication/withdraw': {},
  'post /api/municipalities/:code/drill-templates': {},
  'put /api/municipalities/:code/drill-templates/:id': {},
  'put /api/municipalities/:code/drill-templates/:id/removed': { isRemoved: true },
  'post /api/municipalities/:code/relay-sheets/search': { text: '様子' },
  'post /api/municipalities/:code/relay-sheets': {},
  'post /api/municipalities/:code/relay-sheets/:id/steps': {
    ...{ version: 1, step: 'note', text: '歩く人' },
  },
  'post /api/municipalities/:code/relay-sheets/:id/attachments': {},
  'put /api/municipalities/:code/relay-sheets/:id/attachments/:attachmentId/removed': {},
  'put /api/account/guide': { version: 0 },
  'post /api/municipalities/:code/resources': {},
  'post /api/municipalities/:code/resources/import': {},
  'put /api/municipalities/:code/resources/:id': {},
  'put /api/municipalities/:code/resources/:id/removed': {},
  'post /api/municipalities/:code/plans/reviews/confirm': {},
  'post /api/municipalities/:code/plans/reviews/undo': {},
  'post /api/municipalities/:code/routes/fire-check': FIRE_CHECK,
  'post /api/municipalities/:code/routes/fire-check.csv': FIRE_CHECK,
  'post /api/municipalities/:code/site-overrides': {},
  'put /api/municipalities/:code/site-overrides/:id': {},
  'put /api/municipalities/:code/site-overrides/:id/taken-back': {},
  'post /api/municipalities/:code/site-overrides/:id/photos': {},
  'put /api/municipalities/:code/site-overrides/:id/photos/:photoId/removed': {},
  'post /api/municipalities/:code/relay-offices': {},
  'put /api/municipalities/:code/relay-offices/:id': {},
  'put /api/municipalities/:code/relay-offices/:id/closed': {},
  'post /api/municipalities/:code/fire-stations': {},
  'put /api/municipalities/:code/fire-stations/:id': {},
  'put /api/municipalities/:code/fire-stations/:id/closed': {},
  'post /api/municipalities/:code/plans/prints': {},
  'delete /api/municipalities/:code/plans/prints/:id': {},
  'put /api/municipalities/:code/travel-profiles/:id': {},
  'put /api/municipalities/:code/charts/items': {},
  'post /api/municipalities/:code/charts/figures': {},
  'put /api/municipalities/:code/charts/figures/:id/undone': {},
  'post /api/municipalities/:code/charts/releases': {},
  'put /api/municipalities/:code/charts/releases/:month/withdrawn': {},
  'post /api/municipalities/:code/scenarios': {},
  'put /api/municipalities/:code/scenarios/:id': {},
  'delete /api/municipalities/:code/scenarios/:id': {},
  'post /api/municipalities/:code/scenarios/:id/restore': {},
};

describeApp('no role sees what it may not', (bench) => {
  let walk: World;
  beforeAll(async () => {
    await importInto(bench());
    walk = await openWorld(bench());
  }, 120_000);
  afterAll(() => walk.close());

  const limited = ROLES.filter((role) => !role.endsWith('-officer'));

  test('every door is known: reads have addresses, and what may be sent has a body', () => {
    for (const endpoint of ENDPOINTS) {
      expect(() => addressesOf(endpoint, walk.ids, walk.tiles)).not.toThrow();
      if (endpoint.method === 'get' || limitedRoles(endpoint, ROLES).length === 0) continue;
      expect(Object.keys(BODIES)).toContain(`${endpoint.method} ${endpoint.path}`);
    }
  });

  test('a role that a rule does not admit is refused at every one of its doors', async () => {
    for (const endpoint of ENDPOINTS)
      for (const role of ROLES.filter((one) => !mayUse(one, endpoint.access))) {
        const [address = ''] = addressesOf(endpoint, walk.ids, walk.tiles);
        const response = await walk.ask(role, address, endpoint.method, {});
        const said = `${role} ${endpoint.method} ${endpoint.path}: ${response.status}`;
        expect(said).toBe(`${role} ${endpoint.method} ${endpoint.path}: 403`);
        expect(await response.json()).toMatchObject({ code: 'access.denied' });
      }
  }, 120_000);

  /** About everybody, where it is about people. */
  const bodyOf = ({ method, path }: Endpoint) => {
    if (path.endsWith('/by-ids')) return { ids: walk.people.map(({ id }) => id) };
    if (path.endsWith('/way')) return { personId: walk.people.at(-1)?.id, from: [...CENTRE] };
    if (!path.endsWith('/reports')) return BODIES[`${method} ${path}`];
    const at = new Date().toISOString();
    const one = { status: 'not-reached', at, shelterId: null };
    return {
      ...{ sentAt: at },
      reports: walk.people.map(({ id }) => ({ ...one, id: randomUUID(), personId: id })),
    };
  };

  const times: readonly (readonly [string, readonly DisasterArticle[]])[] = [
    ['in peacetime', []],
    ['while disaster mode is open for one district', DISASTER_ARTICLES],
    ['while it is open there for the roster alone', ['49-11-3']],
  ];
  describe.each(times)('%s', (_, articles) => {
    beforeAll(async () => {
      if (articles.length > 0) await walk.openDisaster(articles);
    });
    afterAll(async () => {
      if (articles.length > 0) await walk.endDisaster();
    });

    test.each(limited)('%s: at no door', async (role) => {
      const hidden = walk.hiddenFrom(role, articles);
      const positions = walk.hiddenPositions(role, articles);
      const seen = walk.seenBy(role, articles);
      let answers = 0;
      let points = 0;
      // Doors that tell nothing of people were walked in peacetime, when the most is hidden.
      const isWalked = ({ personal = false }: Endpoint) => personal || articles.length === 0;
      for (const endpoint of ENDPOINTS.filter((one) => mayUse(role, one.access) && isWalked(one)))
        for (const address of addressesOf(endpoint, walk.ids, walk.tiles)) {
          // A sheet takes long to print: what it says of whom it may be printed of was read in peacetime.
          const isSheet = articles.length > 0 && endpoint.path.endsWith('.pdf');
          const isOfHidden =
            endpoint.path.includes('residents/:id') && !seen.some((id) => address.includes(id));
          if (isSheet && !isOfHidden) continue;
          const body = bodyOf(endpoint);
          const response = await walk.ask(role, address, endpoint.method, body);
          expect(response.status, `${endpoint.method} ${address}`).toBeLessThan(500);
          const said = await readAnswer(response, address);
          const text = said.text.replaceAll(address, '');
          const leaked = hidden.filter((mark) => text.includes(mark));
          if (endpoint.path.includes('/tiles/residents/')) {
            points += said.points.length;
            const shown = positions.filter((house) =>
              said.points.some((point) => distanceMeters(point, house) < HOUSE_METERS),
            );
            expect(shown, `${role} ${address}`).toEqual([]);
          }
          expect(leaked, `${role} ${endpoint.method} ${address}`).toEqual([]);
          answers += 1;
        }
      if (articles.length === 0) expect(answers).toBeGreaterThan(3);
      // Whom it sees stands on its map.
      expect(points > 0).toBe(mayUse(role, 'people.see'));
    });

    test.each(limited)('%s: in no table or view of the database', async (role) => {
      const hidden = walk.hiddenFrom(role, articles);
      const text = await walk.everythingReadable(role);
      expect(hidden.filter((mark) => text.includes(mark))).toEqual([]);
    });

    test.each(limited.filter((role) => mayUse(role, 'people.see')))(
      '%s: those whom it may see, ranked among themselves and in figures that name no few',
      async (role) => {
        const seen = walk.seenBy(role, articles);
        const page = residentPageSchema.parse(await (await walk.ask(role, LIST)).json());
        expect(page.rows.map(({ id }) => id).sort()).toEqual([...seen].sort());
        expect(seen.length).toBeGreaterThan(0);
        expect(page.rows.map(({ rank }) => rank)).toEqual(page.rows.map((_, place) => place + 1));
        const counts = Object.values(page.counts.district).reduce((sum, count) => sum + count, 0);
        expect(counts).toBe(seen.length);
        expect(page.counts.archived).toEqual({ true: 0 });
        expect(await walk.smallFigures(role, page.rows)).toEqual([]);
      },
    );
  });

  test('who is cut off is told of those alone whom the role sees', async () => {
    const question = BODIES['post /api/municipalities/:code/routes/cut-off'];
    for (const role of limited.filter((one) => mayUse(one, 'routes.see'))) {
      const response = await walk.ask(role, `${BASE}/routes/cut-off`, 'post', question);
      const { people, examined } = cutOffAnswerSchema.parse(await response.json());
      const seen = walk.seenBy(role, []);
      expect(examined).toBe(seen.length);
      expect(people.length).toBeGreaterThan(0);
      expect(people.filter(({ id }) => !seen.includes(id))).toEqual([]);
    }
  });

  test('nobody is found by what is masked or hidden', async () => {
    for (const role of limited.filter((one) => mayUse(one, 'people.see'))) {
      const hiddenBy = new Map<string, string[]>();
      for (const person of walk.people)
        for (const mark of walk.hiddenFrom(role, [], [person]).filter((one) => !isDegrees(one)))
          hiddenBy.set(mark, [...(hiddenBy.get(mark) ?? []), person.id]);
      expect(hiddenBy.size).toBeGreaterThan(0);
      for (const [mark, hidden] of hiddenBy) {
        const response = await walk.ask(role, `${BASE}/search`, 'post', { text: mark });
        const { people } = searchResultsSchema.parse(await response.json());
        const found = people.items.map(({ id }) => id).filter((id) => hidden.includes(id));
        expect(found, `${role} ${mark}`).toEqual([]);
      }
    }
  }, 120_000);

  test('a person who may not be seen is told of as one who is not there', async () => {
    const [hidden = ''] = walk.people.filter(({ number }) => number === 'Qa03').map(({ id }) => id);
    for (const role of limited.filter((one) => mayUse(one, 'people.see'))) {
      const answers = [];
      for (const id of [hidden, randomUUID()]) {
        const response = await walk.ask(role, `${BASE}/residents/${id}`);
        const { requestId: _, ...problem } = z
          .record(z.string(), z.unknown())
          .parse(await response.json());
        answers.push({ status: response.status, problem });
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.status).toBe(404);
    }
  });

  test('a drill coordinator sees an initial, the block and a square of 500 m', async () => {
    const agreed = walk.people.find(({ number }) => number === 'Qa02');
    const address = `${BASE}/residents/${agreed?.id}`;
    const detail = await (await walk.ask('drill-coordinator', address)).json();
    expect(detail).toMatchObject({
      name: '印〇',
      nameKana: 'シ〇',
      rosterNumber: '',
      address: '架空町3丁目',
      phone: null,
      birthDate: null,
      devices: { value: null },
      household: { value: null },
      supporters: null,
      supportersHidden: 'role',
      accuracy: 'town',
      isMasked: true,
      hazard: { zones: [], sentence: { ja: '警戒区域内' } },
      careLevel: { value: '25' },
    });
  });

  test('supporters that a plan without consent hides are told as hidden, whatever the roster says', async () => {
    const { id } = walk.people.find(({ number }) => number === 'Qr77') ?? { id: '' };
    const detail = async (role: Role) =>
      residentDetailSchema.parse(await (await walk.ask(role, `${BASE}/residents/${id}`)).json());
    const { database } = bench().context;
    const roster = (isKnown: boolean) =>
      database.query('UPDATE household_facts SET supporters_known = $1 WHERE resident_id = $2', [
        isKnown,
        id,
      ]);
    const hidden = await detail('fire-department');
    expect(hidden).toMatchObject({ supporters: null, supportersHidden: 'no-consent' });
    const officer = await detail('disaster-officer');
    expect(officer.supporters).toHaveLength(1);
    expect(officer.supportersHidden).toBeNull();
    try {
      await roster(false);
      expect(await detail('fire-department')).toEqual(hidden);
      const missing = { supporters: null, supportersHidden: null };
      expect(await detail('disaster-officer')).toMatchObject(missing);
    } finally {
      await roster(true);
    }
  });

  test('a withdrawal takes effect with the next request, everywhere', async () => {
    const person = walk.people.find(({ number }) => number === 'Qb02');
    const sees = async (role: Role) =>
      (await (await walk.ask(role, LIST)).text()).includes(`${person?.id}`);
    expect(await sees('fire-department')).toBe(true);
    await walk.record(`${person?.id}`, 'withdrawn', 1);
    for (const role of limited.filter((one) => mayUse(one, 'people.see')))
      expect(await sees(role)).toBe(false);
    await walk.record(`${person?.id}`, 'agreed', 2);
    expect(await sees('fire-department')).toBe(true);
  });

  test('disaster mode ends by itself, and what was in memory with it', async () => {
    const total = async () =>
      residentPageSchema.parse(await (await walk.ask('fire-department', LIST)).json()).total;
    const before = await total();
    await walk.openDisaster();
    expect(await total()).toBeGreaterThan(before);
    await bench().context.database.query(
      `UPDATE disaster_mode SET begins_at = now() - interval '2 hours', ends_at = now() - interval '1 second'
       WHERE closed_at IS NULL`,
    );
    expect(await total()).toBe(before);
  });
});

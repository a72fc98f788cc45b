// Over 300 lines because it is one world: everybody and everything that the walk could come to see.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { IMPORT_SOURCES } from '#contract/dataset';
import { districtListSchema, summarySchema } from '#contract/municipality';
import { planContentSchema } from '#contract/plan';
import type { ResidentRow } from '#contract/resident';
import { CONSENT_PURPOSES, type ConsentState } from '#domain/access/consent';
import {
  DISASTER_ARTICLES,
  type DisasterArticle,
  purposesOpenedBy,
} from '#domain/access/disaster-mode';
import { levelOf, PERSON_RULES } from '#domain/access/policy';
import { ROLES, type Role } from '#domain/access/roles';
import { LEAST_COUNT } from '#domain/access/small-counts';
import type { PlanStep } from '#domain/plan/step-names';
import { createApp } from '../../../server/app.ts';
import { type Actor, SYSTEM, withActor } from '../../../server/db/actor.ts';
import type { Database } from '../../../server/db/database.ts';
import { insertClosureScenario } from '../../../server/db/queries/closure-scenarios.ts';
import { saveConsent } from '../../../server/services/consents.ts';
import {
  endDisasterMode,
  openDisasterMode,
  readDisasterModes,
} from '../../../server/services/disaster-modes.ts';
import { createDrill } from '../../../server/services/drills/save-drill.ts';
import { importDataset } from '../../../server/services/import-dataset.ts';
import { savePlan } from '../../../server/services/plans/save-plan.ts';
import { takePlanStep } from '../../../server/services/plans/take-plan-step.ts';
import { writeRelaySheet } from '../../../server/services/relay/write-sheet.ts';
import { openResponse } from '../../../server/services/responses/open-response.ts';
import { createScenario } from '../../../server/services/scenarios.ts';
import { createSiteOverride } from '../../../server/services/site-overrides.ts';
import { WHOLE_PLAN } from '../../domain/plan/support.ts';
import { CENTRE, CODE, PEOPLE } from './city.ts';
import { drillOf, standIn } from './drill-content.ts';
import { type HttpBench, TODAY } from './http-bench.ts';
import { keepProposal } from './kept-proposal.ts';
import { type MarkedPerson, markedPeople, markedRoster, marksOf } from './marked-people.ts';
import type { PathIds } from './walk.ts';

type Known = MarkedPerson & { readonly id: string };
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Where disaster mode is opened, and whose district the district organisation is not. */
const DISASTER_DISTRICT = '山手';
const OWN_DISTRICT = '浜手';
const OWN_PEOPLE = ['Qa02', 'Qa03', 'Qp88', 'Qr77'];

/** A plan for each of them, with whoever helps in its notes too, that waits for the facility. */
async function drawUp(database: Database, id: string, helper: string): Promise<void> {
  const sources = { database, actor: SYSTEM, now: new Date(`${TODAY}T01:00:00Z`) };
  const unsaid = { reason: null, reviewReason: null, endReason: null };
  const take = async (step: PlanStep, version: number) => {
    const taken = await takePlanStep(sources, CODE, id, { ...unsaid, step, version });
    if (!taken.ok) throw new Error(taken.problem.en);
  };
  await take('record-agreement', 0);
  await take('begin-draft', 1);
  // Of no shelter of the list: whom the facility sees is the matter of the consents.
  const destination = { ...WHOLE_PLAN.destination, shelterId: null };
  const content = planContentSchema.parse({ ...WHOLE_PLAN, destination, notes: helper });
  const saved = await savePlan(sources, CODE, id, { contentVersion: 0, content, note: helper });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  await take('check-route', 3);
}

/** A drill in which everybody is to take part, and nobody has agreed yet. */
async function planDrill(
  { database, readers, readVersions, clock }: HttpBench['context'],
  facility: string,
  people: readonly { readonly id: string }[],
): Promise<string> {
  const municipality = await readVersions(CODE);
  if (municipality === null) throw new Error(`there is no municipality ${CODE}`);
  const real = people.map(({ id }, at) =>
    standIn(`r${at}`, facility, { kind: 'real', residentId: id, pickUp: null }),
  );
  const sources = { database, readers, municipality, actor: SYSTEM, now: clock() };
  const content = drillOf(facility, { people: real });
  const saved = await createDrill(sources, { content, note: null });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return saved.id;
}

/** The town with marked people, and an application that is asked as the role that a request names. */
export async function openWorld({ context, dataDir }: HttpBench) {
  const { database } = context;
  const service = { database, actor: SYSTEM, today: TODAY };
  const idsOf = async (sql: string) =>
    (await database.query<{ id: string }>(sql)).map(({ id }) => id);
  const shelterIds = await idsOf('SELECT DISTINCT id FROM shelter ORDER BY id');
  const [facility = ''] = shelterIds;
  const marked = markedPeople(facility);
  const file = join(dataDir, 'marked.csv');
  writeFileSync(file, markedRoster(marked));
  const files = { municipalityCode: CODE, source: 'roster', files: [file] } as const;
  const imported = await importDataset(service, files);
  if (!imported.ok) throw new Error(imported.problem.en);
  const people: Known[] = [];
  for (const person of marked) {
    const [id = ''] = await idsOf(
      `SELECT id FROM resident WHERE roster_number = 'R-${person.number}'`,
    );
    people.push({ ...person, id });
  }
  const record = async (
    residentId: string,
    state: ConsentState,
    version: number,
    purposes: readonly (typeof CONSENT_PURPOSES)[number][] = CONSENT_PURPOSES,
    shelters: readonly string[] = [],
  ) => {
    for (const purpose of purposes) {
      const saved = await saveConsent(
        service,
        CODE,
        { residentId, purpose },
        {
          ...{ version, state, decidedOn: '2026-11-01', explainedBy: '架空 説明者', onPaper: true },
          shelterIds: purpose === 'plan' ? [...shelters] : [],
        },
      );
      if (!saved.ok) throw new Error(saved.problem.en);
    }
  };
  for (const { id, consents, shelterIds: named } of people)
    for (const purpose of CONSENT_PURPOSES)
      await record(id, consents[purpose], 0, [purpose], named);
  for (const { id, number } of people) await drawUp(database, id, `支援${number}者`);
  const scenario = await createScenario(service, CODE, SCENARIO);
  if (!scenario.ok) throw new Error(scenario.problem.en);

  const found = await createSiteOverride(service, CODE, FOUND_ON_SITE);
  if (!found.ok) throw new Error(found.problem.en);

  const response = await openResponse({ database, actor: SYSTEM, now: context.clock() }, CODE, {
    ...{ kind: 'real', districts: null, levels: [{ level: 4, districts: null }] },
  });
  if (!response.ok) throw new Error(response.problem.en);

  const drill = await planDrill(context, facility, people);
  const relaySheets: string[] = [];
  for (const { id: personId, number } of people) {
    const id = randomUUID();
    relaySheets.push(id);
    const at = context.clock().toISOString();
    const sources = { database, actor: SYSTEM, now: context.clock() };
    const written = await writeRelaySheet(sources, CODE, {
      ...{ id, sentAt: at, writtenAt: at, personId, place: { text: '', position: null } },
      ...{ seen: `印${number}姓名の様子`, urgency: 'days', links: [] },
      office: { role: 'welfare-officer', district: null, shelterId: null },
    });
    if (!written.ok) throw new Error(written.problem.en);
  }
  // Every office has had every sheet: whom each of them sees is the matter of the consents.
  await database.query(
    `UPDATE relay_sheet SET office_keys = office_keys || ARRAY['fire-department',
       'welfare-shelter:${facility}', 'district-organisation:${OWN_DISTRICT}']`,
  );

  const closures = { roads: [], phenomena: ['debris-flow'], area: null } as const;
  const closureScenario = randomUUID();
  const kept = { name: '土石流', note: '', closures };
  await insertClosureScenario(database, CODE, closureScenario, kept, '架空 担当');

  const actors = actorsOf(people, facility);
  const app = createApp({
    ...context,
    actorOf: (request) => actors[request.get('x-walk-role') as Role],
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (role: Role, address: string, method = 'get', body?: unknown) =>
    fetch(`${origin}${address}`, {
      method: method.toUpperCase(),
      headers: { 'x-walk-role': role, 'x-michishirube': '1', 'Content-Type': 'application/json' },
      ...(method !== 'get' && { body: JSON.stringify(body ?? {}) }),
    });

  const idList = {
    residents: people.map(({ id }) => id),
    shelters: shelterIds,
    zones: await idsOf('SELECT DISTINCT id FROM hazard_zone ORDER BY id'),
    scenarios: [scenario.value.id],
    responses: [response.value],
    drills: [drill],
    'drill-templates': ['model-city'],
    'relay-sheets': relaySheets,
    'site-overrides': [found.value],
    'fire-stations': [randomUUID()],
    'relay-offices': [randomUUID()],
    'travel-profiles': ['pumper'],
    'closure-scenarios': [closureScenario],
    'plan-papers': await idsOf('SELECT id FROM plan'),
    'plan-proposals': [
      await keepProposal(
        database,
        people.map(({ id, number }) => ({ id, name: `支援${number}者` })),
      ),
    ],
    datasets: await idsOf('SELECT id FROM dataset'),
    samples: [...IMPORT_SOURCES],
    // Of a line that is not there: whom a line is about, the auditor is told by number on the roster.
    entries: ['999999999'],
  };
  const strangers = [
    ...['drafts', 'saved-filters', 'uploads', 'imports', 'jobs', 'disaster-modes'],
    ...['accounts', 'sessions', 'prints', 'figures', 'resources'],
  ];
  const ids: PathIds = {
    ...idList,
    ...Object.fromEntries(strangers.map((name) => [name, [randomUUID()]])),
  };

  const standingOf = (role: Role, person: Known, articles: readonly DisasterArticle[]) => ({
    isWithinReach: isWithinReach(role, person, facility),
    consents: person.consents,
    isByOrdinance: false,
    isDisaster: purposesOpenedBy(person.district === DISASTER_DISTRICT ? articles : []),
  });
  const left = PEOPLE.flatMap(({ name, kana }) => [name, kana]);

  return {
    people,
    ids,
    tiles: [10, 13, 15, 17].flatMap((zoom) => [
      ...new Set(people.map(({ position }) => tileAt(position, zoom))),
    ]),
    ask,
    record,
    openDisaster: async (articles: readonly DisasterArticle[] = DISASTER_ARTICLES) => {
      const opened = await openDisasterMode(service, CODE, {
        ...{ districts: [DISASTER_DISTRICT], articles: [...articles] },
        ...{ reason: '大雨による土砂災害のおそれ', hours: 1 },
      });
      if (!opened.ok) throw new Error(opened.problem.en);
    },
    endDisaster: async () => {
      for (const { id, isOpen } of await readDisasterModes(database, CODE))
        if (isOpen) await endDisasterMode(service, CODE, id);
    },
    /** `articles`: those by which disaster mode is open. */
    seenBy: (role: Role, articles: readonly DisasterArticle[]) =>
      people
        .filter((person) =>
          ['masked', 'full'].includes(
            levelOf(role, 'identity', standingOf(role, person, articles)),
          ),
        )
        .map(({ id }) => id),
    /** Every text that the role must not come to know. */
    hiddenFrom: (
      role: Role,
      articles: readonly DisasterArticle[],
      whose: readonly Known[] = people,
    ) => [
      ...left,
      ...whose.flatMap((person) => {
        const standing = standingOf(role, person, articles);
        const level = (kind: 'identity' | 'condition' | 'support') => levelOf(role, kind, standing);
        const marks = marksOf(person);
        return [
          ...(level('identity') === 'full' ? [] : marks.identity),
          ...(['masked', 'full'].includes(level('identity')) ? [] : [person.id]),
          ...(level('condition') === 'full' ? [] : marks.condition),
          ...(level('support') === 'full' ? [] : marks.support),
        ];
      }),
    ],
    /** Where those stand whose house the role must not come to know. */
    hiddenPositions: (role: Role, articles: readonly DisasterArticle[]) =>
      people
        .filter(
          (person) => levelOf(role, 'identity', standingOf(role, person, articles)) !== 'full',
        )
        .map(({ position }) => position),
    /** All rows that the role can read of any table or view that the application's role may read. */
    everythingReadable: async (role: Role) => {
      const tables = await database.query<{ name: string }>(
        `SELECT DISTINCT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
         FROM information_schema.role_table_grants
         WHERE grantee = 'michishirube_app' AND privilege_type = 'SELECT'`,
      );
      return withActor(database, actors[role], CODE, async (tx) => {
        const rows: string[] = [];
        for (const { name } of tables) {
          const [read] = await tx.query<{ text: string | null }>(
            `SELECT string_agg(to_jsonb(t)::text, E'\\n') AS text FROM ${name} t`,
          );
          rows.push(read?.text ?? '');
        }
        if (tables.length < 30) throw new Error('the tables of the application were not found');
        return rows.join('\n');
      });
    },
    /** Figures that count fewer than five of those whom the role does not see. */
    smallFigures: async (role: Role, rows: readonly ResidentRow[]) => {
      const read = async (path: string) =>
        (await ask(role, `/api/municipalities/${CODE}${path}`)).json();
      const summary = summarySchema.parse(await read('/summary'));
      const { districts } = districtListSchema.parse(await read('/districts'));
      const inside = ({ redRelation }: ResidentRow) => redRelation === 'inside';
      const figures = [
        [summary.residents, rows.length],
        [summary.insideRed, rows.filter(inside).length],
        ...summary.byTier.map(({ tier, count }) => [
          count,
          rows.filter((row) => row.tier === tier).length,
        ]),
        ...districts.map(({ name, residents }) => [
          residents,
          rows.filter(({ district }) => district === name).length,
        ]),
        ...districts.map(({ name, insideRed }) => [
          insideRed,
          rows.filter((row) => row.district === name && inside(row)).length,
        ]),
      ] as const;
      return figures.filter(([figure, seen]) => {
        const others = figure === null || figure === undefined ? 0 : figure - (seen ?? 0);
        return others !== 0 && others < LEAST_COUNT;
      });
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const RING: [number, number][] = [
  [132.32, 34.34],
  [132.36, 34.34],
  [132.36, 34.37],
  [132.32, 34.34],
];
const SCENARIO = {
  ...{ name: '歩く想定', purpose: '', author: '', marginMeters: 10 },
  geometry: { type: 'MultiPolygon' as const, coordinates: [[RING]] },
  drawing: { shape: { type: 'Polygon' as const, coordinates: [RING] }, bufferMeters: 0 },
};

const FOUND_ON_SITE = {
  road: { source: 'osm', id: 'way/10/0', middle: [...CENTRE] as [number, number] },
  facts: {
    ...{ closed: null, widthMeters: 3.5, heightMeters: null, passability: [] },
    ...{ turningPlace: null, hydrant: null, note: '' },
  },
  expiresAt: null,
};

function actorsOf(people: readonly Known[], facility: string): Record<Role, Actor> {
  const own = people.filter(({ number }) => OWN_PEOPLE.includes(number)).map(({ id }) => id);
  const plain = { ...SYSTEM, municipalityCode: CODE, accountId: randomUUID() };
  const actors = ROLES.map((role): [Role, Actor] => [
    role,
    {
      ...{ ...plain, role, name: `歩く${role}` },
      districts: PERSON_RULES[role].reach === 'districts' ? [OWN_DISTRICT] : null,
      shelterIds: role === 'welfare-shelter' ? [facility] : [],
      residentIds: role === 'supporter' ? own : [],
    },
  ]);
  return Object.fromEntries(actors) as Record<Role, Actor>;
}

function isWithinReach(role: Role, person: Known, facility: string): boolean {
  switch (PERSON_RULES[role].reach) {
    case 'everyone':
      return true;
    case 'districts':
      return person.district === OWN_DISTRICT;
    case 'facility':
      return person.shelterIds.includes(facility);
    case 'own':
      return OWN_PEOPLE.includes(person.number);
    case 'nobody':
      return false;
  }
}

function tileAt([lng, lat]: readonly [number, number], z: number): string {
  const size = 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor((lng / 360 + 0.5) * size);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size);
  return `${z}/${x}/${y}`;
}

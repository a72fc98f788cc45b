import { localDay } from '#domain/local-day';
import { outlineOf } from '#domain/plan/outline';
import type { Means, PlanContent } from '#domain/plan/plan';
import {
  NO_RECORD,
  type PersonForPlan,
  type PlanRecord,
  type SaidByOther,
} from '#domain/plan/record';
import { DEFAULT_SETTING } from '#domain/plan/setting';
import { afterWriting } from '#domain/plan/stage-of';
import type { PlanStep, PlanTask } from '#domain/plan/step-names';
import { takeStep } from '#domain/plan/steps';
import { PROFILE_BY_MEANS } from '#domain/plan/travel-profile';
import type { Transaction } from '../../db/database.ts';
import { raiseDataVersions } from '../../db/queries/data-versions.ts';
import {
  type DemoPlan,
  type DemoPlanPerson,
  insertDemoPlans,
  selectDemoPlanPeople,
} from '../../db/queries/demo-plans.ts';
import type { PlanEventRecord } from '../../db/queries/plans.ts';
import { selectPlanPerson } from '../../db/queries/read/plan-person.ts';
import type { FindPlanRoute } from './demo-routes.ts';
import { prefilled } from './prefill.ts';

/** So many of each state that the roster knows, with and without consent to give the plan. */
const MOST_OF_EACH = 13;
const DAY_MILLIS = 86_400_000;

const BEGUN: readonly PlanTask[] = ['ask-consent', 'record-agreement', 'begin-draft', 'write'];
const APPROVED: readonly PlanTask[] = [...BEGUN, 'check-route', 'accept', 'agree'];
const IN_FORCE: readonly PlanTask[] = [...APPROVED, 'share', 'put-in-force'];
const NEEDS_ROUTE = APPROVED.slice(BEGUN.length);
/** How far plans have come, by what the roster says: it goes on being true, and the ranking as it is. */
const WAYS: Readonly<Record<'none' | 'draft' | 'complete', readonly (readonly PlanTask[])[]>> = {
  none: [['ask-consent'], ['ask-consent', 'record-refusal']],
  draft: [
    BEGUN.slice(0, 2),
    BEGUN.slice(0, 3),
    ...[4, 5, 6, 7].map((most) => APPROVED.slice(0, most)),
  ],
  complete: [IN_FORCE, IN_FORCE.slice(0, -1), [...IN_FORCE, 'call-review']],
};

/**
 * Plans of the fictional city in many stages, always the same; whoever has one is left alone. Where no way is
 * found nobody has checked one: such a plan stays where it is drawn up, and none is in force.
 */
export async function makeDemoPlans(
  tx: Transaction,
  code: string,
  { by, today, findRoute }: Omit<Told, 'place'> & { readonly findRoute: FindPlanRoute },
): Promise<number> {
  const people = await selectDemoPlanPeople(tx, code, MOST_OF_EACH);
  const plans: DemoPlan[] = [];
  for (const [place, person] of people.entries()) {
    const row = await selectPlanPerson(tx, code, person.id);
    const ways = WAYS[person.plan];
    if (row === null) continue;
    const content = contentOf(person, prefilled(row), place, findRoute);
    if (content.route === null && person.plan === 'complete') continue;
    const way = ways[place % ways.length] ?? [];
    const tasks = content.route === null ? way.filter((task) => !NEEDS_ROUTE.includes(task)) : way;
    const followed = follow(tasks, content, { by, today, place });
    plans.push({ residentId: person.id, content, ...followed });
  }
  await insertDemoPlans(tx, code, plans);
  await raiseDataVersions(tx, code, ['plans']);
  return plans.length;
}

type Doer = Pick<PlanEventRecord, 'doneBy' | 'role'>;
const OFFICE: Doer = { doneBy: '架空 防災', role: 'disaster-officer' };
/** Who does what is no welfare commissioner's; fictional, like all people of the demo. */
const DOERS: Readonly<Partial<Record<PlanTask, Doer>>> = {
  'check-route': { doneBy: '架空 消防', role: 'fire-department' },
  accept: { doneBy: '架空 施設職員', role: 'welfare-shelter' },
  share: OFFICE,
  'put-in-force': OFFICE,
  'call-review': { doneBy: '架空 福祉', role: 'welfare-officer' },
};
/** Why the plans of the demo that are called for review are: found by people, as no data have changed yet. */
const FOUND = '福祉避難所の開設訓練で、夜間に付き添う人が足りないと分かった';

interface Told {
  /** The welfare commissioner. */
  readonly by: string;
  readonly today: string;
  readonly place: number;
}

const AT_HOME: PersonForPlan = { isInFacility: false, isOnRoster: true, isConsentGiven: true };

/** What comes of the tasks, one some days after the other, the last up to three months ago. */
function follow(tasks: readonly PlanTask[], content: PlanContent, { by, today, place }: Told) {
  let record: PlanRecord = NO_RECORD;
  const end = Date.parse(`${today}T01:00:00Z`) - ((place * 7) % 90) * DAY_MILLIS;
  const events: PlanEventRecord[] = [];
  for (const [index, task] of tasks.entries()) {
    const happenedAt = new Date(end - (tasks.length - 1 - index) * 6 * DAY_MILLIS);
    const before = record.stage;
    const doer = DOERS[task] ?? ({ doneBy: by, role: 'welfare-officer' } as const);
    record =
      task === 'write'
        ? afterWriting(record, DEFAULT_SETTING, outlineOf(content), [])
        : stepped(record, task, doer.doneBy, happenedAt);
    events.push({
      ...{ version: index + 1, task, fromStage: before, toStage: record.stage },
      ...{ contentVersion: record.contentVersion, endReason: null, fallen: [] },
      said: saidOn(task, happenedAt),
      reason: task === 'call-review' ? FOUND : null,
      reviewReasons: task === 'call-review' ? [...record.reviewReasons] : [],
      ...{ ...doer, happenedAt, account: null },
    });
  }
  return { record, events };
}

/** What it says is agreed to by the person, and written down by the welfare commissioner. */
const saidOn = (task: PlanTask, at: Date): SaidByOther | null =>
  task === 'agree' ? { by: '本人', on: localDay(at) } : null;

function stepped(record: PlanRecord, step: PlanStep, by: string, at: Date): PlanRecord {
  const said = saidOn(step, at);
  const words = { reason: FOUND, reviewReason: 'drill-finding', endReason: null } as const;
  const request = { ...words, said, step, role: 'system', by, at: at.toISOString() } as const;
  const taken = takeStep(record, DEFAULT_SETTING, AT_HOME, request);
  if (!taken.ok) throw new Error(`${step}: ${taken.problem.en}`);
  return taken.value.record;
}

const PARTS = ['声をかけて、支度を手伝う', '避難先まで付き添う', '荷物と薬を運ぶ'];

/** What the roster does not know of who helps, as it was asked at a first visit; of some nobody has asked. */
function helpingFully(one: PlanContent['supporters'][number], place: number) {
  const isOrganisation = one.name.endsWith('自主防災組織');
  return {
    ...one,
    kind: isOrganisation ? ('organisation' as const) : one.kind,
    part: isOrganisation ? '安否の確認' : (PARTS[place % PARTS.length] ?? null),
    hasVehicle: isOrganisation ? null : place % 3 !== 0,
    readyMinutes: place % 7 === 6 ? null : [10, 15, 20, 5][place % 4]!,
  };
}

function contentOf(
  person: DemoPlanPerson,
  first: PlanContent,
  place: number,
  findRoute: FindPlanRoute,
): PlanContent {
  const [lng, lat] = person.shelter;
  const means = meansOf(person.apart_meters, place);
  return {
    ...first,
    drawnUpWith: place % 3 === 0 ? 'community' : 'welfare-professional',
    home: {
      ...first.home,
      usualRoom: '1階の居間',
      bedroom: '1階',
      structure: 'wood',
      storeys: 2,
      storey: 1,
    },
    supporters: first.supporters.map((one, at) => helpingFully(one, place + at)),
    withoutSupporters: first.supporters.length === 0 ? '近所に頼める人がいない' : null,
    means,
    destination: {
      ...{ kind: 'welfare-shelter', shelterId: person.shelter_id, name: person.shelter_name },
      ...{ address: person.shelter_address, phone: null, reason: null },
      place: { position: { lng, lat }, accuracy: 'building' },
    },
    route: findRoute(person.home, person.shelter, PROFILE_BY_MEANS[means]),
    departure: { startAt: 3, preparationMinutes: 20, steps: [] },
    items: ['お薬手帳', '常備薬', '携帯電話と充電器'],
  };
}

/** Farther than this nobody is pushed. */
const NEAR_METERS = 600;

function meansOf(apartMeters: number, place: number): Exclude<Means, 'on-foot'> {
  if (apartMeters < NEAR_METERS) return 'wheelchair';
  return place % 2 === 0 ? 'car' : 'welfare-taxi';
}

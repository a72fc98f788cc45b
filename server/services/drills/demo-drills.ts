import type { AppendEvents } from '#contract/drill-run';
import type { ShelterRow } from '#contract/shelter';
import type { RunEventBody } from '#domain/drill/run/event';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { type Actor, withActor } from '../../db/actor.ts';
import { selectCandidates } from '../../db/queries/drills/drill-people.ts';
import { hasDrills } from '../../db/queries/drills/drills.ts';
import type { ServiceContext } from '../context.ts';
import { versionReader } from '../read/data-versions.ts';
import { createReaders } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';
import { demoContent, isPlaced, meetingPlaces, realPerson, standInsAt } from './demo-content.ts';
import { recordAgreement } from './drill-people.ts';
import { createFinding } from './findings.ts';
import { takePublicationStep } from './publish-drill.ts';
import type { DrillSources } from './read-drills.ts';
import { appendEvents } from './run-drill.ts';
import { createDrill } from './save-drill.ts';

/** As the model city held its own (2025-11). */
const HELD_ON = '2025-11-16';
const DEVICE = 'd0000000-0000-4000-8000-000000000001';
const LATE_MINUTES = 35;

/**
 * Two drills of the fictional city: one that was held and published, and one that is planned for next month.
 * Where there is any drill already nothing is done.
 */
export async function makeDemoDrills(context: ServiceContext, code: string): Promise<void> {
  const { database, actor, today } = context;
  const municipality = await versionReader(database)(code);
  if (municipality === null || (await hasDrills(database, code))) return;
  const readers = createReaders(database, () => new Date(`${today}T00:00:00Z`));
  const as = (name: string, at: string): DrillSources => ({
    ...{ database, readers, municipality, now: new Date(at) },
    actor: { ...actor, name } satisfies Actor,
  });
  const shelters = await listShelters(readers, municipality);
  const welfare = shelters.filter(isPlaced).filter(({ kind }) => kind === 'welfare-shelter');
  const [shelter] = welfare;
  if (shelter === undefined) return;
  await holdDrill(as, shelter, shelters);
  await planNext(as, code, welfare, shelters, today);
}

type As = (name: string, at: string) => DrillSources;

async function holdDrill(
  as: As,
  shelter: ShelterRow & { readonly position: [number, number] },
  shelters: readonly ShelterRow[],
): Promise<void> {
  const people = standInsAt(shelter.id, meetingPlaces(shelters, shelter.position), 6);
  const title = '令和7年度 福祉避難所開設訓練';
  const content = demoContent(shelter, { title, date: HELD_ON, people });
  const saved = await createDrill(as('架空 訓練', '2025-10-20T01:00:00Z'), { content, note: null });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const { id } = saved;
  const held = as('架空 受付', `${HELD_ON}T05:00:00Z`);
  const done = await appendEvents(held, id, eventsOf(content, shelter.id, held.now.getTime()));
  if (!done.ok) throw new Error(done.problem.en);
  for (const finding of FINDINGS) {
    const written = await createFinding(as('架空 訓練', '2025-11-20T02:00:00Z'), id, finding);
    if (!written.ok) throw new Error(written.problem.en);
  }
  const steps = [
    ['架空 訓練', '2025-11-25T02:00:00Z', 'ask'],
    ['架空 防災', '2025-11-28T02:00:00Z', 'approve'],
  ] as const;
  for (const [version, [name, at, kind]] of steps.entries()) {
    const refused = await takePublicationStep(as(name, at), id, version, { kind });
    if (refused !== null) throw new Error(refused.problem.en);
  }
}

/** Nearly as it was planned: a step took longer, and what followed was late with it. */
function eventsOf(
  content: ReturnType<typeof demoContent>,
  shelterId: string,
  sentMillis: number,
): AppendEvents {
  const planned = planTimeline(content.manual, content.scenario);
  if (!planned.ok) throw new Error(planned.problem.en);
  const begin = Date.parse(`${HELD_ON}T00:30:00Z`);
  const bodies: [number, RunEventBody][] = [[0, { kind: 'drill-start' }]];
  let late = 0;
  const inTime = planned.timeline.steps.toSorted((a, b) => a.startMinute - b.startMinute);
  for (const [at, { stepId, startMinute, endMinute }] of inTime.entries()) {
    bodies.push([startMinute + late, { kind: 'start', stepId }]);
    if (stepId === 'power') {
      late += 12;
      bodies.push([startMinute + 8, { kind: 'problem', stepId, text: '延長コードが足りない' }]);
    }
    bodies.push([endMinute + late + (at % 3), { kind: 'done', stepId }]);
  }
  const arrivals = content.people.slice(0, 5);
  for (const [at, { id: personId, companions }] of arrivals.entries())
    bodies.push([LATE_MINUTES + 45 + at * 4, { kind: 'arrival', personId, shelterId, companions }]);
  const absent = content.people[5];
  if (absent !== undefined) bodies.push([60, { kind: 'not-coming', personId: absent.id }]);
  for (const { id: injectId, minute } of content.scenario.injects)
    bodies.push([minute, { kind: 'inject', injectId }]);
  for (const { id: participantId } of content.participants)
    bodies.push([1, { kind: 'attendance', participantId, isThere: participantId !== 'p7' }]);
  bodies.push([planned.timeline.endMinute + late + 5, { kind: 'drill-end' }]);
  return {
    sentMillis,
    events: bodies
      .toSorted(([a], [b]) => a - b)
      .map(([minute, body], at) => ({
        ...{ deviceId: DEVICE, sequence: at + 1, offsetMillis: 0, participantId: null },
        deviceMillis: begin + Math.round(minute * 60_000),
        body: body as AppendEvents['events'][number]['body'],
      })),
  };
}

const finding = (
  text: string,
  owner: string,
  dueDate: string,
  change: Finding['change'] = { kind: 'none' },
): Finding => ({ text, owner, ownerName: null, dueDate, change });
type Finding = Parameters<typeof createFinding>[2];
const FINDINGS: readonly Finding[] = [
  finding(
    '吸引・酸素の電源の準備に時間がかかった。延長コードと変換プラグを備える',
    ...(['受入施設', '2026-01-31'] as const),
    { kind: 'template', stepId: 'power', plannedMinutes: 25 },
  ),
  finding('夜間と休日に集まれる職員が足りない。応援の取り決めを見直す', '福祉部門', '2026-03-31'),
  finding('家族の車で来る人の駐車場所を決めておく', '防災部門', '2026-02-28'),
];

async function planNext(
  as: As,
  code: string,
  welfare: readonly (ShelterRow & { readonly position: [number, number] })[],
  shelters: readonly ShelterRow[],
  today: string,
): Promise<void> {
  const sources = as('架空 訓練', `${today}T01:00:00Z`);
  const candidates = await withActor(sources.database, sources.actor, code, (tx) =>
    selectCandidates(
      tx,
      code,
      welfare.map(({ id }) => id),
    ),
  );
  // Where the most people with plans are expected.
  const counted = welfare.map((shelter) => ({
    shelter,
    people: candidates.filter(({ shelterId }) => shelterId === shelter.id),
  }));
  const [most] = counted.toSorted((a, b) => b.people.length - a.people.length);
  if (most === undefined) return;
  const { shelter, people } = most;
  const real = people
    .slice(0, 2)
    .map(({ residentId }, at) => realPerson(at, residentId, shelter.id));
  const others = standInsAt(shelter.id, meetingPlaces(shelters, shelter.position), 6 - real.length);
  const content = demoContent(shelter, {
    title: '令和8年度 福祉避難所開設訓練(計画中)',
    date: nextMonth(today),
    people: [...real, ...others],
  });
  const saved = await createDrill(sources, { content, note: null });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const [first] = real;
  if (first === undefined) return;
  const agreement = { agreedOn: today, explainedBy: '架空 福祉' };
  const agreed = await recordAgreement(sources, saved.id, first.id, agreement);
  if (!agreed.ok) throw new Error(agreed.problem.en);
}

/** YYYY-MM-DD some four weeks later, on a Sunday. */
function nextMonth(today: string): string {
  const day = new Date(Date.parse(`${today}T00:00:00Z`) + 28 * 86_400_000);
  const toSunday = (7 - day.getUTCDay()) % 7;
  return new Date(day.getTime() + toSunday * 86_400_000).toISOString().slice(0, 10);
}

import type { z } from 'zod';
import type { Job } from '#contract/dataset';
import type { JudgeDuplicate, restorePositionSchema } from '#contract/people-desk';
import type { movePositionSchema } from '#contract/resident';
import { localDay } from '#domain/local-day';
import type { CriteriaComparison } from '#domain/priority/compare';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { PROBLEMS, type Result } from '#domain/problem';
import type { Bilingual } from '#domain/resident/labels';
import type { Actor } from '../db/actor.ts';
import { changeSettings, type SettingsChange } from '../services/change-settings.ts';
import type { Progress, ServiceContext } from '../services/context.ts';
import type { HeavyJob } from '../services/worker/job.ts';
import { runJob } from '../services/worker/run-job.ts';
import type { AppContext } from './context.ts';
import type { ImportOrder } from './import-order.ts';
import type { JobWork } from './jobs.ts';
import { fromDomainProblem, type HttpProblem, httpProblem } from './problems.ts';
import type { Upload } from './upload.ts';

/** What a change answers: a value, or the problem to be sent. */
type Change<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: HttpProblem };

const BUSY = { ok: false, problem: httpProblem('job.conflict') } as const;

/**
 * Imports an upload in a thread of its own; its files are removed when that has ended. Null where another
 * job of the municipality has not ended.
 */
export function startImport(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  order: ImportOrder,
  upload: Upload,
): Job | null {
  const request = { municipalityCode, files: upload.files, ...order };
  const work = heavyWork(context, actor, { kind: 'import', request });
  return context.jobs.start('import', municipalityCode, async (control) => {
    try {
      return await work(control);
    } finally {
      await upload.remove();
    }
  });
}

/** Checks everybody against the zones, or only ranks them, in a thread of its own; null as above. */
export function startRecheck(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  kind: 'assess' | 'rank',
): Job | null {
  const work = heavyWork(context, actor, { kind, municipalityCode });
  return context.jobs.start(kind, municipalityCode, work);
}

/** Puts the dataset before this one in force again; the check and the ranking follow. */
export async function rollBack(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  datasetId: string,
): Promise<Change<Job>> {
  return endedWork(context, actor, municipalityCode, {
    kind: 'roll-back',
    municipalityCode,
    datasetId,
  });
}

/** Heavy work as a job of the municipality, answered when it has ended. */
export async function endedWork(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  heavy: HeavyJob,
): Promise<Change<Job>> {
  const work = heavyWork(context, actor, heavy);
  const job = context.jobs.start('import', municipalityCode, work);
  if (job === null) return BUSY;
  const ended = await context.jobs.ended(job.id);
  if (ended.state === 'succeeded') return { ok: true, value: ended };
  const { problem } = ended;
  const said =
    problem === null ? PROBLEMS.cancelled() : { code: problem.code, ...problem.messages };
  return { ok: false, problem: fromDomainProblem(said) };
}

/** Moves one person; the check and the ranking have been done when this answers. */
export async function moveResident(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  residentId: string,
  move: z.output<typeof movePositionSchema>,
): Promise<Change<unknown>> {
  const request = { municipalityCode, residentId, ...move };
  return changeOf(await runJob(orderOf(context, actor, { kind: 'move', request }), {}));
}

/** Ranks everybody by what is known of a plan now; that has been done when this answers. */
export async function rankAfterPlan(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
): Promise<Change<unknown>> {
  return changeOf(await runJob(orderOf(context, actor, { kind: 'rank', municipalityCode }), {}));
}

/** Takes a move back; the check and the ranking have been done when this answers. */
export async function restoreMove(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  residentId: string,
  restore: z.output<typeof restorePositionSchema>,
): Promise<Change<unknown>> {
  const request = { municipalityCode, residentId, ...restore };
  return changeOf(await runJob(orderOf(context, actor, { kind: 'restore-position', request }), {}));
}

/** Keeps whether two entries are one person; where people came or went everybody has been ranked. */
export async function judgePair(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  request: JudgeDuplicate,
): Promise<Change<unknown>> {
  const job = { kind: 'judge-duplicate', municipalityCode, request } as const;
  return changeOf(await runJob(orderOf(context, actor, job), {}));
}

/** Changes settings; what follows from the change is begun as a job, which is answered. */
export async function saveSettings(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  change: SettingsChange,
): Promise<Change<Job | null>> {
  // What follows must be able to begin: a change that nobody is ranked by would be a trap.
  const reservation = context.jobs.reserve(municipalityCode);
  if (reservation === null) return BUSY;
  try {
    const changed = await changeSettings(serviceContext(context, actor), municipalityCode, change);
    if (!changed.ok) return changeOf(changed);
    const { needsAssessment, needsRanking } = changed.value;
    if (!needsAssessment && !needsRanking) return { ok: true, value: null };
    const kind = needsAssessment ? 'assess' : 'rank';
    const work = heavyWork(context, actor, { kind, municipalityCode });
    return { ok: true, value: reservation.start(kind, work) };
  } finally {
    reservation.release();
  }
}

const changeOf = <Value>(result: Result<Value>): Change<Value> =>
  result.ok ? result : { ok: false, problem: fromDomainProblem(result.problem) };

function serviceContext({ database, clock }: AppContext, actor: Actor): ServiceContext {
  return { database, actor, today: localDay(clock()) };
}

/** What ranking by `to` in place of `from` would mean; two rankings are too much for this thread. */
export async function compareCriteria(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  from: PriorityCriteria,
  to: PriorityCriteria,
): Promise<Change<CriteriaComparison>> {
  const job = { kind: 'compare', municipalityCode, from, to } as const;
  return changeOf(await runJob(orderOf(context, actor, job), {}));
}

function orderOf<Job extends HeavyJob>({ settings, clock }: AppContext, actor: Actor, job: Job) {
  return { databaseConfig: settings.databaseConfig, actor, today: localDay(clock()), job };
}

/** A job of the registry that does heavy work in a thread of its own. */
export function heavyWork(context: AppContext, actor: Actor, job: HeavyJob): JobWork {
  return async ({ signal, progress }) => {
    const order = orderOf(context, actor, job);
    const onProgress = ({ phase, done, total, records }: Progress) =>
      progress(done, total, withRecords(PHASE_WORDS[phase], records));
    const result = await runJob(order, { signal, onProgress });
    return result.ok ? { ok: true, result: result.value } : result;
  };
}

function withRecords({ ja, en }: Bilingual, records: number | undefined): Bilingual {
  if (records === undefined) return { ja, en };
  const count = records.toLocaleString('en');
  return { ja: `${ja}(${count}件)`, en: `${en} (${count} records)` };
}

const PHASE_WORDS: Readonly<Record<Progress['phase'], Bilingual>> = {
  reading: { ja: 'ファイルを読んでいます', en: 'Reading the file' },
  comparing: { ja: '使用中のデータと比べています', en: 'Comparing with the data in force' },
  previewing: {
    ja: '判定がどう変わるか調べています',
    en: 'Looking at what judgements would change',
  },
  applying: { ja: 'データを入れ替えています', en: 'Putting the data in force' },
  assessing: { ja: '警戒区域と照合しています', en: 'Checking against the hazard zones' },
  ranking: { ja: '優先順位を付けています', en: 'Ranking' },
};

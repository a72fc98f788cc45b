import type { z } from 'zod';
import type { adoptedSchema } from '#contract/criteria-desk';
import { localDay } from '#domain/local-day';
import type { Result } from '#domain/problem';
import type { Actor } from '../db/actor.ts';
import type { Adopted } from '../services/adopt-criteria.ts';
import type { ServiceContext } from '../services/context.ts';
import { runJob } from '../services/worker/run-job.ts';
import type { AppContext } from './context.ts';
import { fail, type Outcome, ok } from './endpoint.ts';
import type { JobWork } from './jobs.ts';
import { fromDomainProblem, httpProblem } from './problems.ts';

/** Puts criteria in force; ranking everybody by them is begun as a job, which is answered. */
export async function adoptThenRank(
  context: AppContext,
  actor: Actor,
  municipalityCode: string,
  adopt: (service: ServiceContext) => Promise<Result<Adopted>>,
): Promise<Outcome<z.input<typeof adoptedSchema>>> {
  // What follows must be able to begin: criteria in force that nobody is ranked by would be a trap.
  const reservation = context.jobs.reserve(municipalityCode);
  if (reservation === null) return fail(httpProblem('job.conflict'));
  try {
    const adopted = await adopt(serviceOf(context, actor));
    if (!adopted.ok) return fail(fromDomainProblem(adopted.problem));
    const job = reservation.start('rank', rankWork(context, actor, municipalityCode));
    return ok({ ...adopted.value, job });
  } finally {
    reservation.release();
  }
}

export function serviceOf({ database, clock }: AppContext, actor: Actor): ServiceContext {
  return { database, actor, today: localDay(clock()) };
}

function rankWork(
  { settings, clock }: AppContext,
  actor: Actor,
  municipalityCode: string,
): JobWork {
  return async ({ signal, progress }) => {
    progress(0, null, { ja: '順位を付け直しています', en: 'Ranking everybody anew' });
    const { databaseConfig } = settings;
    const job = { kind: 'rank', municipalityCode } as const;
    const order = { databaseConfig, actor, today: localDay(clock()), job };
    const result = await runJob(order, { signal });
    return result.ok ? { ok: true, result: result.value } : result;
  };
}

import type { z } from 'zod';
import type { editShelterSchema } from '#contract/shelter-edit';
import { localDay } from '#domain/local-day';
import type { Result } from '#domain/problem';
import type { Actor } from '../db/actor.ts';
import type { ServiceContext } from '../services/context.ts';
import { editShelter } from '../services/edit-shelter.ts';
import type { AppContext } from './context.ts';
import { fail, type Outcome, ok } from './endpoint.ts';
import { fromDomainProblem, httpProblem } from './problems.ts';
import { heavyWork } from './write-side.ts';

/** What services work with on behalf of who asks. */
export function serviceContext({ database, clock }: AppContext, actor: Actor): ServiceContext {
  return { database, actor, today: localDay(clock()) };
}

/** The value of a result as an answer, or its problem. */
export function answerWith<Value>(result: Result<Value>): Outcome<Value> {
  return result.ok ? ok(result.value) : fail(fromDomainProblem(result.problem));
}

/**
 * Edits a shelter. One that was moved is checked against the zones when this answers; where another job
 * of the municipality runs, nothing is changed, as the check could not follow.
 */
export async function editShelterAndCheck(
  context: AppContext,
  actor: Actor,
  code: string,
  shelterId: string,
  request: z.output<typeof editShelterSchema>,
): Promise<Outcome<null>> {
  const reservation = context.jobs.reserve(code);
  if (reservation === null) return fail(httpProblem('job.conflict'));
  try {
    const edited = await editShelter(serviceContext(context, actor), code, shelterId, request);
    if (!edited.ok) return fail(fromDomainProblem(edited.problem));
    if (edited.value.isMoved) {
      const work = heavyWork(context, actor, { kind: 'assess', municipalityCode: code });
      await context.jobs.ended(reservation.start('assess', work).id);
    }
    return ok(null);
  } finally {
    reservation.release();
  }
}

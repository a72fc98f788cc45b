import type { z } from 'zod';
import type {
  countUnexpectedSchema,
  reportsTakenSchema,
  sendReportsSchema,
} from '#contract/response';
import { RESPONSE_FAILURES } from '#domain/plan/response-failures';
import { timeOfReport } from '#domain/plan/response-reports';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import {
  insertReports,
  insertUnexpected,
  type Reporter,
  selectSeenAmong,
  sumUnexpected,
} from '../../db/queries/response-reports.ts';
import { findResponse, nextMoment } from '../../db/queries/responses.ts';
import type { PlanSources } from '../plans/change-plan.ts';

/** A shelter says who came to its own doors; the others speak of any. */
const maySpeakOf = ({ role, shelterIds }: Actor, shelterId: string | null): boolean =>
  role !== 'welfare-shelter' || shelterId === null || shelterIds.includes(shelterId);

/** Keeps what was said of people, each with its own time. Of those whom the actor does not see nothing is kept. */
export function takeReports(
  sources: PlanSources,
  code: string,
  id: string,
  { sentAt, reports }: z.output<typeof sendReportsSchema>,
): Promise<Result<z.output<typeof reportsTakenSchema>>> {
  const { database, actor, now } = sources;
  return withActor(database, actor, code, async (tx) => {
    const reporter = await beginReport(tx, sources, code, id);
    if (!reporter.ok) return reporter;
    const ids = reports.map(({ personId }) => personId);
    const seen = new Set(await selectSeenAmong(tx, code, id, ids));
    const refused: { id: string; code: string }[] = [];
    const taken = reports.filter((report) => {
      const problem = !seen.has(report.personId)
        ? PROBLEMS.residentUnknown()
        : maySpeakOf(actor, report.shelterId)
          ? null
          : RESPONSE_FAILURES.notYourShelter();
      if (problem !== null) refused.push({ id: report.id, code: problem.code });
      return problem === null;
    });
    const timed = taken.map(({ at, ...report }) => ({
      ...report,
      at: new Date(timeOfReport(at, sentAt, now)),
    }));
    if (timed.length > 0) await insertReports(tx, code, id, timed, reporter.value);
    const { moment } = reporter.value;
    return success({ moment, taken: taken.map((report) => report.id), refused });
  });
}

/** Counts somebody at a shelter whom it does not expect and whose name it is not told. */
export function countUnexpected(
  sources: PlanSources,
  code: string,
  id: string,
  arrival: z.output<typeof countUnexpectedSchema>,
): Promise<Result<{ shelterId: string; people: number }[]>> {
  const { database, actor } = sources;
  return withActor(database, actor, code, async (tx) => {
    if (!maySpeakOf(actor, arrival.shelterId)) return failure(RESPONSE_FAILURES.notYourShelter());
    const reporter = await beginReport(tx, sources, code, id);
    if (!reporter.ok) return reporter;
    await insertUnexpected(tx, code, id, arrival, reporter.value);
    return success(await sumUnexpected(tx, code, id));
  });
}

async function beginReport(
  tx: Transaction,
  { actor, now }: PlanSources,
  code: string,
  id: string,
): Promise<Result<Reporter>> {
  const moment = await nextMoment(tx, id);
  if (moment === null)
    return failure(
      (await findResponse(tx, code, id)) === null
        ? RESPONSE_FAILURES.unknown()
        : RESPONSE_FAILURES.ended(),
    );
  const { name: by, role, accountId: account } = actor;
  return success({ moment, receivedAt: now, by, role, account });
}

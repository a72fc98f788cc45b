import type { Database } from '../../db/database.ts';
import { removeEndedSessions, type SessionLimits } from '../../db/queries/accounts/sessions.ts';
import { forgetOldFailures } from '../../db/queries/accounts/sign-in-failures.ts';

const HOUR_MILLIS = 3_600_000;

/** Removes sessions that hold no more, and wrong attempts of more than a day ago. */
export async function sweepSessions(database: Database, limits: SessionLimits): Promise<void> {
  await removeEndedSessions(database, limits);
  await forgetOldFailures(database);
}

/** Sweeps now and every hour. Answers what ends that; `report` is told where the database did not do it. */
export async function keepSwept(
  database: Database,
  limits: SessionLimits,
  report: (error: unknown) => void,
): Promise<() => void> {
  await sweepSessions(database, limits);
  const timer = setInterval(() => {
    sweepSessions(database, limits).catch(report);
  }, HOUR_MILLIS);
  timer.unref();
  return () => clearInterval(timer);
}

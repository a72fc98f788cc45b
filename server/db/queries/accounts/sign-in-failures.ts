import type { Queryable } from '../../database.ts';

/** How long until any of the keys may be tried again, in seconds; 0 = now. `lock`: nobody else settles meanwhile. */
export async function secondsDelayed(
  database: Queryable,
  keys: readonly string[],
  lock = false,
): Promise<number> {
  const rows = await database.query<{ seconds: number }>(
    `SELECT ceil(extract(epoch FROM delayed_until - clock_timestamp()))::integer AS seconds
     FROM sign_in_failure WHERE key = ANY ($1) ORDER BY key ${lock ? 'FOR UPDATE' : ''}`,
    [keys],
  );
  return Math.max(0, ...rows.map(({ seconds }) => seconds));
}

/** A row of every key, so that there is something to lock. */
export async function ensureFailureRows(
  database: Queryable,
  keys: readonly string[],
): Promise<void> {
  await database.query(
    `INSERT INTO sign_in_failure SELECT key, 0, clock_timestamp(), clock_timestamp()
     FROM unnest($1::text[]) AS key ORDER BY key ON CONFLICT DO NOTHING`,
    [keys],
  );
}

/** How often a key failed, as far as that is remembered. */
export async function countFailures(database: Queryable, key: string): Promise<number> {
  const [row] = await database.query<{ failures: number }>(
    `SELECT failures FROM sign_in_failure
     WHERE key = $1 AND last_at > clock_timestamp() - interval '24 hours'`,
    [key],
  );
  return row?.failures ?? 0;
}

export async function setFailures(
  database: Queryable,
  key: string,
  failures: number,
  delaySeconds: number,
): Promise<void> {
  await database.query(
    `UPDATE sign_in_failure SET failures = $2, last_at = clock_timestamp(),
       delayed_until = clock_timestamp() + make_interval(secs => $3)
     WHERE key = $1`,
    [key, failures, delaySeconds],
  );
}

export async function forgetFailures(database: Queryable, key: string): Promise<void> {
  await database.query('DELETE FROM sign_in_failure WHERE key = $1', [key]);
}

export async function forgetOldFailures(database: Queryable): Promise<void> {
  await database.query(
    `DELETE FROM sign_in_failure
     WHERE last_at < clock_timestamp() - interval '24 hours' AND delayed_until < clock_timestamp()`,
  );
}

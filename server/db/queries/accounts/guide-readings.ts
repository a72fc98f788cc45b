import type { Role } from '#domain/access/roles';
import type { Queryable } from '../../database.ts';

/** When an account read a version of the guide in a role; null where it has not. */
export async function findGuideReading(
  database: Queryable,
  accountId: string,
  role: Role,
  version: number,
): Promise<Date | null> {
  const [row] = await database.query<{ readAt: Date }>(
    `SELECT read_at AS "readAt" FROM guide_reading
     WHERE account_id = $1 AND role = $2 AND version = $3`,
    [accountId, role, version],
  );
  return row?.readAt ?? null;
}

/** The first reading stands. */
export async function insertGuideReading(
  database: Queryable,
  accountId: string,
  role: Role,
  version: number,
  at: Date,
): Promise<void> {
  await database.query(
    `INSERT INTO guide_reading (account_id, role, version, read_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [accountId, role, version, at],
  );
}

import type { Transaction } from '../../database.ts';

/** Telephone numbers of people, as far as the actor's role sees them. */
export async function selectPhones(
  tx: Transaction,
  code: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; phone: string }>(
    `SELECT r.id, r.phone FROM access.resident r
     WHERE r.municipality_code = $1 AND r.id = ANY ($2) AND r.phone IS NOT NULL`,
    [code, ids],
  );
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { ProblemError } from '#domain/problem';
import type { Database, Queryable } from '../../db/database.ts';
import { listTotpSecrets, replaceTotpSecret } from '../../db/queries/accounts/credentials.ts';
import { isSealed, type SecretSealer } from './secret-sealer.ts';

/** Second factors that a key does not open; null: there is no key. */
export async function countUnopened(
  database: Queryable,
  sealer: SecretSealer | null,
): Promise<number> {
  const stored = await listTotpSecrets(database);
  return stored.filter(
    ({ id, totpSecret }) => isSealed(totpSecret) && (sealer?.open(id, totpSecret) ?? null) === null,
  ).length;
}

/**
 * Seals what an older version, or its back-up, left in the open.
 *
 * @throws ProblemError where others were sealed by another key: nobody of those could sign in
 */
export async function sealStoredSecrets(database: Database, sealer: SecretSealer): Promise<void> {
  const unopened = await countUnopened(database, sealer);
  if (unopened > 0) throw new ProblemError(KEEPING_FAILURES.secondFactorKeyWrong(unopened));
  for (const { id, totpSecret } of await listTotpSecrets(database))
    if (!isSealed(totpSecret))
      await replaceTotpSecret(database, id, totpSecret, sealer.seal(id, totpSecret));
}

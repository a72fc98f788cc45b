import type { Database, Transaction } from './database.ts';

/** On whose behalf personal data is read or changed. */
export interface Actor {
  readonly role: 'officer' | 'system';
  /** Names of the districts that the actor may see; null = all of the municipality. */
  readonly districts: readonly string[] | null;
  /** Stands in histories: who did it. */
  readonly name: string;
}

/** Until there are accounts: whoever sits at this computer, and the program itself. */
export const LOCAL_OFFICER: Actor = { role: 'officer', districts: null, name: 'local' };
export const SYSTEM: Actor = { role: 'system', districts: null, name: 'michishirube' };

/**
 * The one way to the personal tables (resident, household_facts, supporter, roster_record, assessment,
 * priority_result …): a short transaction that says on whose behalf, for what municipality. Await
 * nothing but `tx` in it.
 */
export function withActor<T>(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query(
      `SELECT set_config('app.role', $1, true), set_config('app.actor', $2, true),
              set_config('app.districts', $3, true), set_config('app.municipality', $4, true)`,
      [
        actor.role,
        actor.name,
        actor.districts === null ? '' : JSON.stringify(actor.districts),
        municipalityCode,
      ],
    );
    return work(tx);
  });
}

import type { Role } from '#domain/access/roles';
import type { Database, Transaction } from './database.ts';

/** On whose behalf data is read or changed. */
export interface Actor {
  /** `system`: the program itself, and whoever runs commands on this machine. */
  readonly role: Role | 'system';
  /** UUID; null for the program and the command line. */
  readonly accountId: string | null;
  /** Stands in histories: who did it. */
  readonly name: string;
  /** The only one that the actor reaches; null = every municipality. */
  readonly municipalityCode: string | null;
  /** Names of the districts that the actor may see; null = all of the municipality. */
  readonly districts: readonly string[] | null;
  /** A welfare shelter's own facilities. */
  readonly shelterIds: readonly string[];
  /** A supporter's own people. */
  readonly residentIds: readonly string[];
}

const EVERYWHERE = {
  accountId: null,
  municipalityCode: null,
  districts: null,
  shelterIds: [],
  residentIds: [],
} as const;

/** The program itself. */
export const SYSTEM: Actor = { ...EVERYWHERE, role: 'system', name: 'michishirube' };
/** Whoever runs a command on this machine: the operator, who holds the database itself. */
export const COMMAND_LINE: Actor = { ...EVERYWHERE, role: 'system', name: 'local' };
/** Until there are accounts: whoever sits at this computer. */
export const LOCAL_OFFICER: Actor = { ...EVERYWHERE, role: 'disaster-officer', name: 'local' };

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

import { PERSON_RULES, type PersonRule, SYSTEM_RULE } from '#domain/access/policy';
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
  /** The office of the city's list that the actor is of (domain/relay); whom one sees does not depend on it. */
  readonly relayOfficeId: string | null;
}

const EVERYWHERE = {
  accountId: null,
  municipalityCode: null,
  districts: null,
  shelterIds: [],
  residentIds: [],
  relayOfficeId: null,
} as const;

/** The program itself. */
export const SYSTEM: Actor = { ...EVERYWHERE, role: 'system', name: 'michishirube' };
/** Whoever runs a command on this machine: the operator, who holds the database itself. */
export const COMMAND_LINE: Actor = { ...EVERYWHERE, role: 'system', name: 'local' };

/** What the program does because of what somebody did, to everybody and not only to whom that one sees. */
export const followingUp = ({ name, accountId }: Actor): Actor => ({ ...SYSTEM, name, accountId });

/** Who sees the same people: what is kept in memory for one holds for the other. */
export function scopeOf({ role, districts, shelterIds, residentIds }: Actor): string {
  return JSON.stringify([role, districts, shelterIds, residentIds]);
}

/**
 * The one way to personal tables (docs/access.md): a short transaction under a role that row-level security
 * binds, on whose behalf, for what municipality. Await nothing but `tx` in it.
 */
export function withActor<T>(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withSettings(database, { ...settingsOf(actor), municipality: municipalityCode }, work);
}

/** The same where one person alone is read: whether the others may be seen need not be found out. */
export function withActorFor<T>(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  person: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const settings = { ...settingsOf(actor), municipality: municipalityCode, person };
  return withSettings(database, settings, work);
}

function withSettings<T>(
  database: Database,
  settings: Readonly<Record<string, string>>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query(ENTER, [JSON.stringify(settings)]);
    return work(tx);
  });
}

/** All of it ends with the transaction. */
const ENTER = `SELECT set_config('role', 'michishirube_app', true),
  (SELECT count(set_config('app.' || key, value, true)) FROM jsonb_each_text($1::jsonb))`;

/** What the role sees of people. */
export function personRuleOf({ role }: Actor): PersonRule {
  return role === 'system' ? SYSTEM_RULE : PERSON_RULES[role];
}

/** The rules of the role, as the functions of the schema `access` read them; '' = none. */
function settingsOf(actor: Actor): Record<string, string> {
  const rule = personRuleOf(actor);
  return {
    role: actor.role,
    actor: actor.name,
    account: actor.accountId ?? '',
    districts: actor.districts === null ? '' : JSON.stringify(actor.districts),
    shelters: JSON.stringify(actor.shelterIds),
    people: JSON.stringify(actor.residentIds),
    office: actor.relayOfficeId ?? '',
    reach: rule.reach,
    needs: rule.needs ?? '',
    shown: rule.shown,
    otherwise: rule.otherwise,
    disaster: String(rule.seesInDisaster),
    keeps: String(rule.keepsRoster),
  };
}

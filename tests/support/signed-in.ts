import { randomUUID } from 'node:crypto';
import { sessionViewSchema } from '#contract/account';
import type { Role } from '#domain/access/roles';
import type { Database } from '../../server/db/database.ts';
import { insertAccount } from '../../server/db/queries/accounts/accounts.ts';
import { openSession } from '../../server/services/accounts/open-session.ts';

/** As fetch of Node says. */
export const USER_AGENT = 'node';

/** What a request carries of somebody who is signed in. */
export interface SignedIn {
  readonly accountId: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An account without a password, and a session of it, without typing. */
export async function signedIn(
  database: Database,
  role: Role,
  municipalityCode: string | null,
  displayName = 'local',
  userAgent = USER_AGENT,
): Promise<SignedIn> {
  const accountId = randomUUID();
  const loginName = `${role}-${accountId.slice(0, 8)}`;
  await insertAccount(database, {
    ...{ id: accountId, loginName, loginKey: loginName, displayName, role, municipalityCode },
    ...{ districts: null, shelterIds: [], residentIds: [] },
    ...{ passwordHash: null, mustChangePassword: false, passwordDays: null },
  });
  const session = { accountId, userAgent, address: '127.0.0.1', secondFactor: true };
  const { token } = await openSession(database, session);
  const cookie = `michishirube_session=${token}`;
  const headers = { cookie, 'x-michishirube': '1', 'user-agent': userAgent };
  return { accountId, token, headers };
}

/**
 * Gives every request of this process to an origin what somebody who is signed in sends, unless the request
 * says its own. Answers what takes that back.
 */
export function fetchAs(origin: string, headers: SignedIn['headers']): () => void {
  const { fetch: plain } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(origin)) return plain(input, init);
    const own = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
    for (const [name, value] of Object.entries(headers)) if (!own.has(name)) own.set(name, value);
    return plain(input, { ...init, headers: own });
  };
  return () => {
    globalThis.fetch = plain;
  };
}

/** Name and password of the demo's account of a role, or of a name, as an application that shows the demo says them. */
export async function demoAccount(url: string, role: Role, loginName?: string) {
  const view = sessionViewSchema.parse(await (await fetch(`${url}/api/session`)).json());
  const account = view.demoAccounts.find((one) =>
    loginName === undefined ? one.role === role : one.loginName === loginName,
  );
  if (account === undefined) throw new Error(`${url} shows no demo account of ${role}`);
  return { loginName: account.loginName, password: account.password };
}

/** Signs in at an application that shows the demo. */
export async function signInAt(url: string, role: Role): Promise<SignedIn['headers']> {
  const own = { 'x-michishirube': '1', 'user-agent': USER_AGENT };
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify(await demoAccount(url, role)),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new Error(`not signed in: ${answer.status}`);
  return { ...own, cookie: cookie.split(';', 1)[0] ?? '' };
}

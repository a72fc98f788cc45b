import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../server/db/database.ts';
import { findAccount, insertAccount } from '../../../server/db/queries/accounts/accounts.ts';
import { findSession, touchSession } from '../../../server/db/queries/accounts/sessions.ts';
import { attemptKeys, delayOf, settleAttempt } from '../../../server/services/accounts/attempts.ts';
import { changeAccount, resetAccount } from '../../../server/services/accounts/manage-accounts.ts';
import { networkOf } from '../../../server/services/accounts/network-of.ts';
import { openSession } from '../../../server/services/accounts/open-session.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  type Owner,
  removeSecondFactor,
} from '../../../server/services/accounts/own-account.ts';
import { hashPassword, verifyPassword } from '../../../server/services/accounts/passwords.ts';
import { createSecretSealer } from '../../../server/services/accounts/secret-sealer.ts';
import { actorOfAccount } from '../../../server/services/accounts/session-actor.ts';
import { proveSecondFactor, signIn } from '../../../server/services/accounts/sign-in.ts';
import { hashOf } from '../../../server/services/accounts/token-hash.ts';
import { recoveryCodeHash } from '../../../server/services/accounts/totp.ts';
import { THIS_MACHINE } from '../../../server/services/audit/record-access.ts';
import { CODE, describeOnBoth } from '../support.ts';

const PASSWORD = 'kawa no nagare wo miru';
const NEXT = 'yama no kage ga nobiru';
const SECRET = 'JBSWY3DPEHPK3PXP';
const SEALER = createSecretSealer('the key of second factors, for tests');
const NOW = new Date('2026-11-24T03:00:00Z');
const LIMITS = { idleMinutes: 30, hours: 12 };
const RECOVERY = 'abcd-efgh-jkmn-pqrs';

const codeNow = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW.getTime() });

/** The database, in which something else happens once before the first transaction. */
function meanwhile(database: Database, happens: () => Promise<unknown>): Database {
  let isDone = false;
  return {
    ...database,
    async transaction(work) {
      if (!isDone) {
        isDone = true;
        await happens();
      }
      return database.transaction(work);
    },
  };
}

describeOnBoth('what happens to an account while somebody is on the way in', (bench) => {
  let count = 0;
  const database = () => bench().context.database;
  const manager = () => ({
    database: database(),
    actor: bench().context.actor,
    origin: THIS_MACHINE,
  });

  async function newAccount({ withSecondFactor = false } = {}): Promise<string> {
    count += 1;
    const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    await insertAccount(database(), {
      ...{ id, loginName: `officer-${count}`, loginKey: `officer-${count}` },
      ...({ displayName: '架空 福祉', role: 'welfare-officer', municipalityCode: CODE } as const),
      ...{ districts: null, shelterIds: [], residentIds: [], mustChangePassword: false },
      ...{ passwordHash: await hashPassword(PASSWORD), passwordDays: null },
    });
    if (withSecondFactor) {
      await switchOn(id);
      await database().query('INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)', [
        id,
        recoveryCodeHash(RECOVERY),
      ]);
    }
    return id;
  }
  const switchOn = (id: string) =>
    database().query('UPDATE account SET totp_secret = $2, totp_since = now() WHERE id = $1', [
      id,
      SEALER.seal(id, SECRET),
    ]);
  async function stored(id: string) {
    const account = await findAccount(database(), id);
    if (account === null) throw new Error(`no account ${id}`);
    return account;
  }
  async function reset(id: string): Promise<string> {
    const done = await resetAccount(manager(), id, (await stored(id)).version);
    if (!done.ok) throw new Error(done.problem.en);
    return done.value.oneTimePassword;
  }
  async function disable(id: string): Promise<void> {
    const account = await stored(id);
    const done = await changeAccount(manager(), id, { ...account, isDisabled: true });
    expect(done.ok).toBe(true);
  }
  const sessionsOf = (id: string) =>
    database().query('SELECT id FROM session WHERE account_id = $1', [id]);
  const place = (formerToken: string | null) => ({
    ...{ userAgent: 'x', origin: THIS_MACHINE, formerToken },
  });
  const enter = async (id: string, through = database()) =>
    signIn(through, { loginName: (await stored(id)).loginName, password: PASSWORD }, place(null));
  async function ownerOf(id: string): Promise<Owner> {
    const request = { accountId: id, userAgent: 'x', address: null, secondFactor: true };
    const { token } = await openSession(database(), request);
    const session = await findSession(database(), hashOf(token), LIMITS);
    if (session === null) throw new Error('no session');
    return { actor: actorOfAccount(id, session), session, place: place(token) };
  }
  async function hashIn(id: string): Promise<string> {
    const [row] = await database().query<{ hash: string }>(
      'SELECT password_hash AS hash FROM account WHERE id = $1',
      [id],
    );
    return row?.hash ?? '';
  }

  test.each([
    ['its password is reset', reset],
    ['it is disabled', disable],
    ['its second factor is switched on', switchOn],
  ])('nobody comes in whose password was right when %s', async (_what, happens) => {
    const id = await newAccount();
    const through = meanwhile(database(), () => happens(id));
    expect(await enter(id, through)).toMatchObject({
      ok: false,
      problem: { code: 'session.wrong' },
    });
    expect(await sessionsOf(id)).toEqual([]);
  });

  test('two at once come in whose password an older version hashed', async () => {
    const id = await newAccount();
    const { hash } = await import('@node-rs/argon2');
    const older = await hash(PASSWORD, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
    await database().query('UPDATE account SET password_hash = $2 WHERE id = $1', [id, older]);
    const answers = await Promise.all([enter(id), enter(id)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await hashIn(id)).not.toBe(older);
  });

  test.each([
    ['the account is disabled', disable],
    [
      'the session that waits for it ends',
      (id: string) => database().query('DELETE FROM session WHERE account_id = $1', [id]),
    ],
  ])('a code is good no more when %s', async (_what, happens) => {
    const id = await newAccount({ withSecondFactor: true });
    const half = await enter(id);
    if (!half.ok) throw new Error(half.problem.en);
    const through = meanwhile(database(), () => happens(id));
    const proved = proveSecondFactor(
      through,
      SEALER,
      id,
      codeNow(SECRET),
      NOW,
      place(half.value.token),
    );
    expect(await proved).toMatchObject({ ok: false, problem: { code: 'session.code-wrong' } });
    expect(await sessionsOf(id)).toEqual([]);
  });

  test('a recovery code that is answered as delayed can still be used', async () => {
    const id = await newAccount({ withSecondFactor: true });
    const half = await enter(id);
    if (!half.ok) throw new Error(half.problem.en);
    const keys = attemptKeys('code', id, null);
    const through = meanwhile(database(), async () => {
      for (let wrong = 0; wrong < 5; wrong += 1) await settleAttempt(database(), keys, false);
    });
    const prove = (by: Database) =>
      proveSecondFactor(by, SEALER, id, RECOVERY, NOW, place(half.value.token));
    expect(await prove(through)).toMatchObject({ problem: { code: 'session.delayed' } });
    await database().query('UPDATE sign_in_failure SET delayed_until = now()');
    expect(await prove(database())).toMatchObject({ ok: true });
  });

  test('a password that was reset is not replaced by one that was being changed', async () => {
    const id = await newAccount();
    const owner = await ownerOf(id);
    let oneTime = '';
    // After the former password was looked at: settling the attempt is the first transaction.
    const through = meanwhile(database(), async () => {
      oneTime = await reset(id);
    });
    const changed = await changePassword(through, owner, { current: PASSWORD, next: NEXT });
    expect(changed).toMatchObject({ ok: false, problem: { code: 'account.password-wrong' } });
    expect(await verifyPassword(await hashIn(id), oneTime)).toBe(true);
    expect(await stored(id)).toMatchObject({ mustChangePassword: true });
    expect(await sessionsOf(id)).toEqual([]);
  });

  test('a second factor is not removed by a password that was reset', async () => {
    const id = await newAccount({ withSecondFactor: true });
    const owner = await ownerOf(id);
    const through = meanwhile(database(), async () => {
      await reset(id);
      await switchOn(id);
    });
    expect(await removeSecondFactor(through, owner, PASSWORD)).toMatchObject({
      problem: { code: 'account.password-wrong' },
    });
    expect(await stored(id)).toMatchObject({ hasSecondFactor: true });
  });

  test('a secret that was replaced is not taken into use by the code of the former one', async () => {
    const id = await newAccount();
    const owner = await ownerOf(id);
    const begun = await beginSecondFactor(database(), SEALER, owner);
    if (!begun.ok) throw new Error(begun.problem.en);
    const code = codeNow(begun.value.secret);
    const through = meanwhile(database(), () => beginSecondFactor(database(), SEALER, owner));
    expect(await confirmSecondFactor(through, SEALER, owner, code, NOW)).toMatchObject({
      problem: { code: 'account.second-factor-not-begun' },
    });
    expect(await stored(id)).toMatchObject({ hasSecondFactor: false });
    const [{ count: codes } = {}] = await database().query('SELECT count(*) FROM recovery_code');
    expect(codes).not.toBe(10);
  });

  test.each([
    [
      'a change',
      async (id: string, through: Database) =>
        changeAccount({ ...manager(), database: through }, id, {
          ...(await stored(id)),
          displayName: '架空 花子',
        }),
    ],
    [
      'a reset',
      async (id: string, through: Database) =>
        resetAccount({ ...manager(), database: through }, id, (await stored(id)).version),
    ],
  ])('%s that came too late is refused and leaves no line in the log', async (_what, act) => {
    const id = await newAccount();
    const through = meanwhile(database(), () =>
      database().query('UPDATE account SET version = version + 1 WHERE id = $1', [id]),
    );
    expect(await act(id, through)).toMatchObject({ problem: { code: 'account.stale' } });
    const lines = `SELECT 1 FROM audit_entry WHERE details ->> 'account' = $1`;
    expect(await database().query(lines, [id])).toEqual([]);
  });

  test('use is written down once a minute, however many ask', async () => {
    const { session } = await ownerOf(await newAccount());
    const seen = async () =>
      (
        await database().query('SELECT last_seen_at, xmin FROM session WHERE id = $1', [session.id])
      ).at(0);
    const before = await seen();
    await touchSession(database(), session.id);
    expect(await seen()).toEqual(before);
  });

  test('addresses of one IPv6 network are delayed together', async () => {
    const from = (address: string) => attemptKeys('password', `from ${address}`, address);
    for (let wrong = 0; wrong < 60; wrong += 1) {
      await settleAttempt(database(), from(`2001:db8:0:7::${wrong.toString(16)}`), false);
      await database().query('UPDATE sign_in_failure SET delayed_until = now()');
    }
    await settleAttempt(database(), from('2001:db8:0:7:a:b:c:d'), false);
    expect(await delayOf(database(), from('2001:DB8::7:9:9:9:9'))).toBeGreaterThan(0);
    expect(await delayOf(database(), from('2001:db8:0:8::1'))).toBe(0);
  });
});

describe('networks', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:DB8:0:7:a:b:c:d', '2001:db8:0:7::/64'],
    ['2001:db8::7:1:2:3:4', '2001:db8:0:7::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

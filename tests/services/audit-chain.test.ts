import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { SYSTEM, withActor } from '../../server/db/actor.ts';
import { pruneAudit } from '../../server/services/audit/prune-audit.ts';
import { recordAccess } from '../../server/services/audit/record-access.ts';
import { verifyChain } from '../../server/services/audit/verify-chain.ts';
import {
  canTest,
  createTestDatabase,
  DATABASE_KINDS,
  type TestDatabase,
} from '../support/database.ts';
import { LOCAL_OFFICER } from '../support/local-officer.ts';

const postgisUrl = inject('postgisUrl');
const KINDS = DATABASE_KINDS.filter((kind) => canTest(kind, postgisUrl));
const ALICE = '00000000-0000-4000-8000-00000000000a';

describe.each(KINDS)('the audit log (%s)', { timeout: 90_000 }, (kind) => {
  let bench: TestDatabase;
  beforeAll(async () => {
    bench = await createTestDatabase(kind, postgisUrl);
  });
  afterAll(() => bench.remove());

  let chains = 0;
  /** A chain of its own for each test. */
  const chainOf = async (length: number) => {
    chains += 1;
    const code = String(10_000 + chains);
    for (let line = 0; line < length; line += 1)
      await recordAccess(bench.database, LOCAL_OFFICER, code, {
        action: 'people.detail',
        people: [ALICE, randomUUID()],
        details: { place: line, 文字: '"引用\n', share: 0.1 },
      });
    return code;
  };
  /** As an operator who wants to hide something: with the triggers out of the way. */
  const tamper = async (sql: string, parameters: readonly unknown[]) => {
    await bench.database.transaction(async (tx) => {
      await tx.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
      await tx.query(sql, parameters);
      await tx.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    });
  };

  test('a chain that nobody touched holds, and its head can be noted', async () => {
    const code = await chainOf(5);
    const report = await verifyChain(bench.database, code);
    expect(report).toMatchObject({ entries: 5, broken: null, head: { seq: 5 } });
    await recordAccess(bench.database, SYSTEM, code, { action: 'people.export', people: [] });
    expect((await verifyChain(bench.database, code, report.head)).broken).toBeNull();
  });

  test.each([
    [
      'who',
      `UPDATE audit_entry SET name = 'somebody else' WHERE municipality_code = $1 AND seq = 3`,
    ],
    ['whom', `UPDATE audit_entry SET people = people[2:] WHERE municipality_code = $1 AND seq = 3`],
    [
      'when',
      `UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE municipality_code = $1 AND seq = 3`,
    ],
    [
      'from where',
      `UPDATE audit_entry SET address = '192.0.2.1' WHERE municipality_code = $1 AND seq = 3`,
    ],
    [
      'the hash',
      `UPDATE audit_entry SET hash = repeat('a', 64) WHERE municipality_code = $1 AND seq = 3`,
    ],
  ])('an edited line is named: %s', async (_what, sql) => {
    const code = await chainOf(5);
    await tamper(sql, [code]);
    expect((await verifyChain(bench.database, code)).broken).toEqual({ seq: 3, breach: 'changed' });
  });

  test('a removed line is named, also the last one', async () => {
    const inside = await chainOf(5);
    await tamper('DELETE FROM audit_entry WHERE municipality_code = $1 AND seq = 3', [inside]);
    const missing = { seq: 3, breach: 'missing' };
    expect((await verifyChain(bench.database, inside)).broken).toEqual(missing);
    const atEnd = await chainOf(5);
    await tamper('DELETE FROM audit_entry WHERE municipality_code = $1 AND seq = 5', [atEnd]);
    const cutOff = { seq: 5, breach: 'cut-off' };
    expect((await verifyChain(bench.database, atEnd)).broken).toEqual(cutOff);
  });

  test('who cuts the end off and sets the head back is found by a head that was noted', async () => {
    const code = await chainOf(5);
    const { head } = await verifyChain(bench.database, code);
    await tamper('DELETE FROM audit_entry WHERE municipality_code = $1 AND seq = 5', [code]);
    await bench.database.query(
      `UPDATE audit_chain SET seq = 4, hash = (SELECT hash FROM audit_entry e
         WHERE e.municipality_code = $1 AND e.seq = 4) WHERE municipality_code = $1`,
      [code],
    );
    expect((await verifyChain(bench.database, code)).broken).toBeNull();
    expect((await verifyChain(bench.database, code, head)).broken?.breach).toBe('cut-off');
  });

  test('a chain that was written anew is found by a head that was noted, also behind an anchor', async () => {
    const code = await chainOf(5);
    const { head } = await verifyChain(bench.database, code);
    expect((await verifyChain(bench.database, code, head)).broken).toBeNull();
    const noted = { seq: 3, hash: 'b'.repeat(64) };
    const changed = { seq: 3, breach: 'changed' };
    expect((await verifyChain(bench.database, code, noted)).broken).toEqual(changed);
    // All five lines go, an anchor and a line that agrees with it stand in their place.
    const forged = 'c'.repeat(64);
    await tamper('DELETE FROM audit_entry WHERE municipality_code = $1', [code]);
    await bench.database.query(`INSERT INTO audit_anchor VALUES ($1, 5, $2, 5, now())`, [
      ...[code, forged],
    ]);
    await bench.database.query('UPDATE audit_chain SET hash = $2 WHERE municipality_code = $1', [
      ...[code, forged],
    ]);
    await recordAccess(bench.database, SYSTEM, code, {
      action: 'audit.prune',
      people: [],
      details: { throughSeq: 5, hash: forged },
    });
    expect((await verifyChain(bench.database, code)).broken).toBeNull();
    const anchor = { seq: 5, breach: 'anchor' };
    expect((await verifyChain(bench.database, code, head)).broken).toEqual(anchor);
    const before = { seq: 4, hash: 'd'.repeat(64) };
    expect((await verifyChain(bench.database, code, before)).broken).toMatchObject({ seq: 4 });
  });

  test('even the owner of the tables cannot change, remove or empty', async () => {
    const code = await chainOf(1);
    for (const sql of [
      `UPDATE audit_entry SET name = 'x' WHERE municipality_code = '${code}'`,
      `DELETE FROM audit_entry WHERE municipality_code = '${code}'`,
      'TRUNCATE audit_entry',
    ])
      await expect(bench.database.query(sql)).rejects.toThrow('append-only');
  });

  test("the application's role can add, and reach nothing else of it", async () => {
    const code = await chainOf(1);
    const asRole = (sql: string) =>
      withActor(bench.database, LOCAL_OFFICER, code, (tx) => tx.query(sql));
    for (const sql of [
      'SELECT * FROM audit_entry',
      'SELECT * FROM audit_chain',
      `UPDATE audit_chain SET seq = 0 WHERE municipality_code = '${code}'`,
      `INSERT INTO audit_chain VALUES ('x', 0, '')`,
      'DELETE FROM audit_anchor',
      `SELECT * FROM audit.prune('${code}', now())`,
      `SELECT audit.person_of('${code}', '1')`,
    ])
      await expect(asRole(sql)).rejects.toThrow(/permission denied/);
    const line = `{"role":"system","name":"x","action":"people.list","purpose":"none","people":[]}`;
    await asRole(`SELECT audit.append('${code}', '[${line}]')`);
    expect((await verifyChain(bench.database, code)).head.seq).toBe(2);
  });

  test('many at once: every line is there, in one chain', async () => {
    const code = await chainOf(0);
    const numbers = await Promise.all(
      Array.from({ length: 300 }, () =>
        recordAccess(bench.database, LOCAL_OFFICER, code, {
          action: 'people.list',
          people: [ALICE],
        }),
      ),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, place) => place + 1));
    expect((await verifyChain(bench.database, code)).entries).toBe(300);
  });

  test('what cannot be written is told to whoever waits, and the next line goes on', async () => {
    const code = await chainOf(1);
    const bad = { action: 'people.list', people: ['no uuid'] } as const;
    await expect(recordAccess(bench.database, LOCAL_OFFICER, code, bad)).rejects.toThrow();
    const next = { action: 'people.list', people: [] } as const;
    expect(await recordAccess(bench.database, LOCAL_OFFICER, code, next)).toBe(2);
  });

  test('old lines go when their time has come, and the rest still holds', async () => {
    const code = await chainOf(4);
    await tamperAge(code, 2);
    const before = await verifyChain(bench.database, code);
    expect(before.broken?.seq).toBe(1);
    const aged = await agedChain();
    expect(await pruneAudit(bench.database, SYSTEM, aged)).toBe(2);
    const report = await verifyChain(bench.database, aged);
    expect(report).toMatchObject({ broken: null, entries: 3 });
    await bench.database.transaction(async (tx) => {
      await tx.query('ALTER TABLE audit_anchor DISABLE TRIGGER USER');
      await tx.query(
        `UPDATE audit_anchor SET hash = repeat('b', 64) WHERE municipality_code = $1`,
        [aged],
      );
      await tx.query('ALTER TABLE audit_anchor ENABLE TRIGGER USER');
    });
    expect((await verifyChain(bench.database, aged)).broken?.breach).toBe('anchor');
    expect(await pruneAudit(bench.database, SYSTEM, await chainOf(1))).toBe(0);
  });

  const tamperAge = (code: string, through: number) =>
    tamper(
      `UPDATE audit_entry SET at = at - interval '10 years'
       WHERE municipality_code = $1 AND seq <= $2`,
      [code, through],
    );

  /** Two lines of ten years ago and two of today, whose hashes are right. */
  const agedChain = async () => {
    const code = await chainOf(4);
    await tamperAge(code, 2);
    await tamper(
      `WITH RECURSIVE chain AS (
         SELECT e.seq, encode(sha256(convert_to(repeat('0', 64) || E'\n' || audit.line(e), 'UTF8')), 'hex') AS hash
         FROM audit_entry e WHERE municipality_code = $1 AND seq = 1
         UNION ALL
         SELECT e.seq, encode(sha256(convert_to(chain.hash || E'\n' || audit.line(e), 'UTF8')), 'hex')
         FROM chain JOIN audit_entry e ON e.municipality_code = $1 AND e.seq = chain.seq + 1)
       UPDATE audit_entry e SET hash = chain.hash FROM chain
       WHERE e.municipality_code = $1 AND e.seq = chain.seq`,
      [code],
    );
    await bench.database.query(
      `UPDATE audit_chain SET hash = (SELECT hash FROM audit_entry
         WHERE municipality_code = $1 AND seq = 4) WHERE municipality_code = $1`,
      [code],
    );
    return code;
  };
});

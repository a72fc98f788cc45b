import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READING_FUNCTIONS } from './access-0010/functions.ts';
import { GRANTS, POLICIES, POLICY_NAMES, PROTECTED_TABLES } from './access-0010/policies.ts';
import { APPLICATION_ROLE } from './access-0010/role.ts';
import { TABLES } from './access-0010/tables.ts';
import { VIEWS } from './access-0010/views.ts';

/**
 * Who may see what, held by the database: consents and disaster mode; a role that owns nothing and is
 * under row-level security on every personal table; and a schema `access` with the views through which
 * people are read, masked where the actor sees them masked.
 */
export class Access20261128000010 implements MigrationInterface {
  readonly name = 'Access20261128000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, APPLICATION_ROLE, READING_FUNCTIONS, VIEWS, POLICIES, GRANTS])
      for (const statement of statements) await runner.query(statement);
  }

  /** The role stays: other databases of the server may use it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of PROTECTED_TABLES) {
      for (const policy of POLICY_NAMES)
        await runner.query(`DROP POLICY IF EXISTS ${policy} ON ${table}`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await runner.query('DROP SCHEMA IF EXISTS access CASCADE');
    await runner.query('DROP OWNED BY michishirube_app');
    for (const table of [
      'consent_scan',
      'consent_change',
      'consent',
      'consent_rule',
      'disaster_mode',
    ])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

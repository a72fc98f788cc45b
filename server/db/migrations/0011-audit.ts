import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIONS, GRANTS } from './audit-0011/functions.ts';
import { TABLES } from './audit-0011/tables.ts';

/**
 * Who read or changed whom: a chain of lines for each municipality, each resting on the hash of the one
 * before, to which the application's role can add and which nobody can change without being found out.
 */
export class Audit20261128000011 implements MigrationInterface {
  readonly name = 'Audit20261128000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, FUNCTIONS, GRANTS])
      for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_retention', 'audit_anchor', 'audit_entry', 'audit_chain'])
      await runner.query(`DROP TABLE IF EXISTS ${table} CASCADE`);
    await runner.query('DROP SCHEMA IF EXISTS audit CASCADE');
  }
}

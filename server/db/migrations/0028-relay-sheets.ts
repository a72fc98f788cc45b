import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS } from './relay-0028/access.ts';
import { TABLES } from './relay-0028/tables.ts';

/** Relay sheets (つなぐシート), and who has read the guide to personal data. */
export class RelaySheets20261129000028 implements MigrationInterface {
  readonly name = 'RelaySheets20261129000028';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...ACCESS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['relay_attachment', 'relay_event', 'relay_sheet', 'guide_reading'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION access.own_offices()');
  }
}

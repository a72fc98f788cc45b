import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A roster that gives somebody's number to another person leaves both as they are: what the former roster
 * said of the number goes on standing in the new one, and says where it came from.
 */
export class CarriedRecords20261129000036 implements MigrationInterface {
  readonly name = 'CarriedRecords20261129000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roster_record ADD COLUMN carried_from uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM roster_record WHERE carried_from IS NOT NULL');
    await runner.query('ALTER TABLE roster_record DROP COLUMN carried_from');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How old zone data may be before the city is warned: by law slopes are surveyed every five years or so. */
export class ZoneDataLimit20261125000006 implements MigrationInterface {
  readonly name = 'ZoneDataLimit20261125000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE municipality ADD COLUMN zone_data_limit_years integer NOT NULL DEFAULT 5
         CHECK (zone_data_limit_years BETWEEN 1 AND 20)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE municipality DROP COLUMN zone_data_limit_years');
  }
}

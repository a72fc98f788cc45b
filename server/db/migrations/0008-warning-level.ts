import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 警戒レベル: every declaration of a municipality, the newest in force. */
export class WarningLevel20261125000008 implements MigrationInterface {
  readonly name = 'WarningLevel20261125000008';

  async up(runner: QueryRunner): Promise<void> {
    // A history: nothing in it is changed. `levels` is a list of {level, districts: null = everywhere}.
    await runner.query(`CREATE TABLE warning_level (
      municipality_code text NOT NULL REFERENCES municipality (code),
      ordinal integer NOT NULL,
      levels jsonb NOT NULL,
      note text NOT NULL,
      set_by text NOT NULL,
      set_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (municipality_code, ordinal)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS warning_level');
  }
}

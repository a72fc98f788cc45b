import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // The application's role has no right on any of these: they are read before it is known who asks.
  `CREATE TABLE account (
    id uuid PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    login_name text NOT NULL,
    -- The name as it is compared: width and case folded.
    login_key text NOT NULL UNIQUE,
    display_name text NOT NULL,
    role text NOT NULL,
    municipality_code text REFERENCES municipality (code),
    -- Names of districts; null = all of the municipality.
    districts text[],
    shelter_ids text[] NOT NULL DEFAULT '{}',
    resident_ids uuid[] NOT NULL DEFAULT '{}',
    -- argon2id as a PHC string; null = comes by single sign-on.
    password_hash text,
    must_change_password boolean NOT NULL DEFAULT false,
    -- When a one-time password is one no more.
    password_expires_at timestamptz,
    -- Base 32; holds from totp_since on.
    totp_secret text,
    totp_since timestamptz,
    -- The time step of the last code: each code is good once.
    totp_last_step bigint NOT NULL DEFAULT 0,
    is_disabled boolean NOT NULL DEFAULT false,
    -- Whom the city's single sign-on knows it as.
    issuer text,
    subject text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_sign_in_at timestamptz,
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK (municipality_code IS NOT NULL OR role = 'administrator'),
    CHECK (districts IS NOT NULL OR role <> 'district-organisation')
  )`,
  // One use each, in place of the authenticator.
  `CREATE TABLE recovery_code (
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code_hash text NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account_id, code_hash)
  )`,
  // The hash of what the browser holds: whoever reads this table cannot enter by it.
  `CREATE TABLE session (
    id text PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- It holds for the program that began it alone.
    agent_hash text NOT NULL,
    agent text,
    address text,
    -- false: the password was right, the second factor is still asked for.
    second_factor boolean NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX session_account_id ON session (account_id)',
  // Wrong attempts by what was tried and from where; keys are hashes, as people type passwords as names.
  `CREATE TABLE sign_in_failure (
    key text PRIMARY KEY,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    delayed_until timestamptz NOT NULL
  )`,
  'CREATE INDEX sign_in_failure_last_at ON sign_in_failure (last_at)',
];

/** Who may sign in, who is signed in, and what was tried in vain. */
export class Accounts20261128000009 implements MigrationInterface {
  readonly name = 'Accounts20261128000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_failure', 'session', 'recovery_code', 'account'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}

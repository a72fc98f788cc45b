/**
 * The role under which personal tables are read and written. Roles belong to the whole server: another
 * database may have made it, or be making it at this moment. Whoever migrates must be able to become it.
 */
export const APPLICATION_ROLE = [
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'michishirube_app') THEN
      CREATE ROLE michishirube_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`,
  `DO $$ BEGIN
    IF (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = 'michishirube_app') THEN
      RAISE EXCEPTION 'the role michishirube_app may bypass row-level security: ALTER ROLE michishirube_app NOSUPERUSER NOBYPASSRLS';
    END IF;
  END $$`,
  // Tried, not asked: from PostgreSQL 16 on, who made a role is a member of it that may not become it.
  `DO $$ DECLARE own text := current_setting('role'); BEGIN
    BEGIN
      PERFORM set_config('role', 'michishirube_app', true);
    EXCEPTION WHEN insufficient_privilege THEN
      EXECUTE format('GRANT michishirube_app TO %I', current_user);
    END;
    PERFORM set_config('role', own, true);
  END $$`,
];

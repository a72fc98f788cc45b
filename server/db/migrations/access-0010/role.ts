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
    IF NOT pg_has_role(current_user, 'michishirube_app', 'MEMBER') THEN
      EXECUTE format('GRANT michishirube_app TO %I', current_user);
    END IF;
  END $$`,
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked before every answer: who asks, and which version of the data there is. In functions, whose
 * plans the database keeps: the embedded one took most of its time for planning them anew.
 */
export class AskedAlways20261129000035 implements MigrationInterface {
  readonly name = 'AskedAlways20261129000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [OPEN_SESSIONS, VERSIONS_OF]) await runner.query(statement);
    for (const signature of SIGNATURES)
      await runner.query(`REVOKE EXECUTE ON FUNCTION ${signature} FROM PUBLIC`);
    await runner.query('GRANT EXECUTE ON FUNCTION versions_of(text) TO michishirube_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of SIGNATURES) await runner.query(`DROP FUNCTION ${signature}`);
  }
}

const SIGNATURES = ['open_sessions(text[], integer, integer)', 'versions_of(text)'];

/** Somebody who has yet to show the second factor gets only as long as that takes. */
const OPEN_SESSIONS = `CREATE FUNCTION open_sessions(ids text[], idle_minutes integer, hours integer)
   RETURNS TABLE (id text, agent_hash text, second_factor boolean, is_stale boolean,
     account_id uuid, login_name text, display_name text, role text, municipality_code text,
     districts text[], shelter_ids text[], resident_ids uuid[], relay_office_id uuid,
     must_change_password boolean,
     has_second_factor boolean, is_local boolean)
   LANGUAGE plpgsql STABLE
   AS $$ BEGIN RETURN QUERY
     SELECT s.id, s.agent_hash, s.second_factor, s.last_seen_at < now() - interval '1 minute',
       a.id, a.login_name, a.display_name, a.role, a.municipality_code,
       a.districts, a.shelter_ids, a.resident_ids,
       a.relay_office_id, a.must_change_password,
       a.totp_since IS NOT NULL, a.password_hash IS NOT NULL
     FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.id = ANY (ids) AND NOT a.is_disabled
       AND s.last_seen_at > now() - make_interval(mins => idle_minutes)
       AND s.begun_at > now() - make_interval(hours => open_sessions.hours)
       AND (s.second_factor OR s.begun_at > now() - interval '10 minutes');
   END $$`;

const VERSIONS_OF = `CREATE FUNCTION versions_of(code text)
   RETURNS TABLE (name text, margin_meters double precision, criteria_id text,
     zone_data_limit_years integer, version integer, epoch text, disaster_modes text[],
     site_moment integer, topic text, topic_version bigint)
   LANGUAGE plpgsql STABLE
   AS $$ BEGIN RETURN QUERY
     SELECT m.name, m.margin_meters, m.criteria_id, m.zone_data_limit_years, m.version,
       extract(epoch FROM m.created_at)::text,
       ARRAY(SELECT mode.id::text FROM disaster_mode mode
         WHERE mode.municipality_code = m.code AND mode.closed_at IS NULL
           AND mode.begins_at <= now() AND mode.ends_at > now() ORDER BY 1),
       (SELECT count(*)::integer
        FROM site_override s, LATERAL (VALUES (s.expires_at),
          ((s.facts #>> '{closed,from}')::timestamptz),
          ((s.facts #>> '{closed,until}')::timestamptz)) AS edge (moment)
        WHERE s.municipality_code = m.code AND s.taken_back_at IS NULL AND edge.moment <= now()),
       d.topic, d.version
     FROM municipality m LEFT JOIN data_version d ON d.municipality_code = m.code
     WHERE m.code = versions_of.code;
   END $$`;

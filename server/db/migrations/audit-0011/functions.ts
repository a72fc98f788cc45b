/** SECURITY DEFINER: the application's role reaches the log through these and not otherwise. */
const DEFINER = 'SECURITY DEFINER SET search_path = public, pg_temp';

export const FUNCTIONS = [
  'CREATE SCHEMA audit',
  // The one text of a line that its hash is made of. jsonb orders its keys and writes numbers alike everywhere.
  `CREATE FUNCTION audit.line(entry audit_entry) RETURNS text LANGUAGE sql STABLE
   AS $$
     SELECT jsonb_build_object(
       'municipality', entry.municipality_code, 'seq', entry.seq,
       'at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'role', entry.role, 'account', entry.account_id, 'name', entry.name,
       'address', entry.address, 'agent', entry.agent, 'action', entry.action,
       'route', entry.route, 'purpose', entry.purpose, 'people', to_jsonb(entry.people),
       'disasterModes', to_jsonb(entry.disaster_modes), 'requestId', entry.request_id,
       'details', entry.details)::text
   $$`,
  // Appends lines of one chain. The lock on its head lasts as long as the transaction: append alone, or last.
  `CREATE FUNCTION audit.append(code text, entries jsonb) RETURNS bigint
   LANGUAGE plpgsql ${DEFINER}
   AS $$
   DECLARE
     head audit_chain;
     entry audit_entry;
     given jsonb;
     open_modes uuid[];
   BEGIN
     INSERT INTO audit_chain VALUES (code, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
     SELECT * INTO head FROM audit_chain WHERE municipality_code = code FOR UPDATE;
     SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO open_modes FROM disaster_mode
     WHERE municipality_code = code AND closed_at IS NULL
       AND begins_at <= clock_timestamp() AND ends_at > clock_timestamp();
     FOR given IN SELECT * FROM jsonb_array_elements(entries) LOOP
       entry.municipality_code := code;
       entry.seq := head.seq + 1;
       entry.at := clock_timestamp();
       entry.role := given ->> 'role';
       entry.account_id := (given ->> 'account')::uuid;
       entry.name := given ->> 'name';
       entry.address := given ->> 'address';
       entry.agent := given ->> 'agent';
       entry.action := given ->> 'action';
       entry.route := given ->> 'route';
       entry.purpose := given ->> 'purpose';
       entry.people := ARRAY(SELECT jsonb_array_elements_text(given -> 'people')::uuid);
       entry.disaster_modes := open_modes;
       entry.request_id := given ->> 'requestId';
       entry.details := coalesce(given -> 'details', '{}');
       entry.hash := encode(sha256(convert_to(head.hash || E'\\n' || audit.line(entry), 'UTF8')), 'hex');
       INSERT INTO audit_entry SELECT entry.*;
       head.seq := entry.seq;
       head.hash := entry.hash;
     END LOOP;
     UPDATE audit_chain SET seq = head.seq, hash = head.hash WHERE municipality_code = code;
     RETURN head.seq;
   END $$`,
  // Removes what is older, as far as the chain goes without a gap, and keeps the hash that the rest rests on.
  `CREATE FUNCTION audit.prune(code text, before timestamptz)
   RETURNS TABLE (through_seq bigint, hash text, entries bigint)
   LANGUAGE plpgsql ${DEFINER}
   AS $$
   DECLARE
     last audit_entry;
     removed bigint;
   BEGIN
     PERFORM FROM audit_chain c WHERE c.municipality_code = code FOR UPDATE;
     SELECT * INTO last FROM audit_entry e WHERE e.municipality_code = code AND e.at < before
       AND e.seq < coalesce((SELECT min(k.seq) FROM audit_entry k
         WHERE k.municipality_code = code AND k.at >= before), 9223372036854775807)
     ORDER BY e.seq DESC LIMIT 1;
     IF NOT FOUND THEN RETURN; END IF;
     PERFORM set_config('audit.pruning', 'on', true);
     DELETE FROM audit_entry e WHERE e.municipality_code = code AND e.seq <= last.seq;
     GET DIAGNOSTICS removed = ROW_COUNT;
     PERFORM set_config('audit.pruning', '', true);
     INSERT INTO audit_anchor VALUES (code, last.seq, last.hash, removed, now());
     RETURN QUERY SELECT last.seq, last.hash, removed;
   END $$`,
  // For the auditor, who sees nobody: from the number on the roster to the id in the log, and back.
  `CREATE FUNCTION audit.person_of(code text, number text) RETURNS SETOF uuid
   LANGUAGE sql STABLE ${DEFINER}
   AS $$ SELECT id FROM resident WHERE municipality_code = code AND roster_number = number $$`,
  `CREATE FUNCTION audit.numbers_of(code text, ids uuid[]) RETURNS TABLE (id uuid, roster_number text)
   LANGUAGE sql STABLE ${DEFINER}
   AS $$ SELECT r.id, r.roster_number FROM resident r
     WHERE r.municipality_code = code AND r.id = ANY (ids) $$`,
  `CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql
   AS $$ BEGIN
     IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry'
       AND current_setting('audit.pruning', true) = 'on' THEN RETURN OLD; END IF;
     RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  ...['audit_entry', 'audit_anchor'].flatMap((table) => [
    `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION audit.refuse()`,
    `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
     FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse()`,
  ]),
];

/** Nothing on the head and the anchors: no one may say what the next line rests on. */
export const GRANTS = [
  'GRANT USAGE ON SCHEMA audit TO michishirube_app',
  'REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC',
  'GRANT EXECUTE ON FUNCTION audit.append(text, jsonb) TO michishirube_app',
];

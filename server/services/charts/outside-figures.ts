import { type Actor, personRuleOf } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { listDrills } from '../../db/queries/drills/drills.ts';
import { selectShelterDistricts } from '../../db/queries/read/chart-facts.ts';
import { selectRelayCounts } from '../../db/queries/relay-sheets.ts';

/** Facts by district (ids of domain/chart/facts); null = nothing has been recorded yet, which is no 0. */
export type OutsideFacts = ReadonlyMap<string, Readonly<Record<string, number>>> | null;

/** Drills that have come to their end, and findings that are open, where each shelter that took part stands. */
export async function drillFacts(tx: Transaction, code: string): Promise<OutsideFacts> {
  const drills = await listDrills(tx, code, false);
  if (drills.length === 0) return null;
  const districtOf = new Map(
    (await selectShelterDistricts(tx, code)).map(({ id, district }) => [id, district]),
  );
  const facts = new Map<string, { 'drill.held': number; 'drill.open': number }>();
  for (const { shelterIds, isEnded, openFindings } of drills)
    for (const district of new Set(shelterIds.map((id) => districtOf.get(id) ?? ''))) {
      const known = facts.get(district) ?? { 'drill.held': 0, 'drill.open': 0 };
      known['drill.held'] += isEnded ? 1 : 0;
      known['drill.open'] += openFindings;
      facts.set(district, known);
    }
  return facts;
}

const STATES = {
  received: 'relay.received',
  'in-hand': 'relay.in_hand',
  answered: 'relay.answered',
  closed: 'relay.closed',
} as const;

/** Sheets by state, for those who keep the roster: others see their own alone, which is no figure of a district. */
export async function relayFacts(
  tx: Transaction,
  actor: Actor,
  code: string,
  now: Date,
): Promise<OutsideFacts | 'hidden'> {
  if (!personRuleOf(actor).keepsRoster) return 'hidden';
  const rows = await selectRelayCounts(tx, code, now);
  if (rows.length === 0) return null;
  const facts = new Map<string, Record<string, number>>();
  for (const { district, state, sheets, overdue } of rows) {
    const known = facts.get(district ?? '') ?? { 'relay.overdue': 0 };
    for (const id of Object.values(STATES)) known[id] ??= 0;
    known[STATES[state]] = sheets;
    known['relay.overdue'] = (known['relay.overdue'] ?? 0) + overdue;
    facts.set(district ?? '', known);
  }
  return facts;
}

import type { z } from 'zod';
import type {
  Placement,
  ProposalConditions,
  ProposalSummary,
  proposalQuerySchema,
} from '#contract/plan-proposal';
import type { Transaction } from '../database.ts';
import { inBatches } from './unnest.ts';

/** Every query is of a transaction on somebody's behalf: row-level security says whose lines there are. */

export interface ProposalRecord {
  readonly id: string;
  readonly name: string;
  readonly conditions: Omit<ProposalConditions, 'fixed'>;
  readonly summary: ProposalSummary;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly taken: number;
}

const HEAD = `p.id, p.name, p.conditions, p.summary, p.created_at AS "createdAt",
  p.created_by AS "createdBy", (SELECT count(*)::integer FROM plan_proposal_line l
    WHERE l.municipality_code = p.municipality_code AND l.proposal_id = p.id
      AND l.taken_at IS NOT NULL) AS taken`;

/** The newest first. */
export function listProposals(tx: Transaction, code: string): Promise<ProposalRecord[]> {
  return tx.query(
    `SELECT ${HEAD} FROM plan_proposal p WHERE p.municipality_code = $1
     ORDER BY p.created_at DESC, p.id`,
    [code],
  );
}

export async function findProposal(
  tx: Transaction,
  code: string,
  id: string,
): Promise<ProposalRecord | null> {
  const [row] = await tx.query<ProposalRecord>(
    `SELECT ${HEAD} FROM plan_proposal p WHERE p.municipality_code = $1 AND p.id = $2`,
    [code, id],
  );
  return row ?? null;
}

export interface ProposedLine {
  readonly residentId: string;
  readonly placement: Placement;
}

/** Lines of one statement: some megabytes of JSON. */
const LINES_AT_ONCE = 2000;

export async function insertProposal(
  tx: Transaction,
  code: string,
  proposal: Omit<ProposalRecord, 'createdAt' | 'taken'> & {
    readonly districts: readonly string[] | null;
  },
  lines: readonly ProposedLine[],
): Promise<void> {
  const { id, name, conditions, summary, districts, createdBy } = proposal;
  await tx.query(
    `INSERT INTO plan_proposal (municipality_code, id, name, conditions, summary, districts, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, id, name, JSON.stringify(conditions), JSON.stringify(summary), districts, createdBy],
  );
  for (const batch of inBatches(lines, LINES_AT_ONCE))
    await tx.query(
      `INSERT INTO plan_proposal_line
         (municipality_code, proposal_id, resident_id, shelter_id, is_placed, red_meters, seconds, placement)
       SELECT $1, $2, line."residentId", line.placement ->> 'shelterId',
         jsonb_typeof(line.placement -> 'unplaced') = 'null',
         (line.placement ->> 'redMeters')::double precision,
         (line.placement ->> 'seconds')::double precision, line.placement
       FROM jsonb_to_recordset($3::jsonb) AS line ("residentId" uuid, placement jsonb)`,
      [code, id, JSON.stringify(batch)],
    );
}

/** False where there is none. */
export async function deleteProposal(tx: Transaction, code: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `WITH gone AS (DELETE FROM plan_proposal WHERE municipality_code = $1 AND id = $2 RETURNING id)
     SELECT id FROM gone`,
    [code, id],
  );
  return rows.length > 0;
}

export interface ProposalLine {
  readonly residentId: string;
  readonly name: string;
  readonly district: string | null;
  readonly placement: Placement;
  readonly takenAt: Date | null;
  readonly takenBy: string | null;
}

type Query = z.output<typeof proposalQuerySchema>;

const ONLY: Readonly<Record<Query['only'], string>> = {
  all: 'true',
  unplaced: 'NOT l.is_placed',
  'in-red': 'l.red_meters > 0',
  'given-to-others': `l.is_placed AND l.placement -> 'givenToOthers' <> '[]'`,
  'not-taken': 'l.taken_at IS NULL AND l.is_placed',
};

/** By number on the roster, with how many there are in all. */
export async function selectProposalLines(
  tx: Transaction,
  code: string,
  id: string,
  { only, shelter, offset, limit }: Query,
): Promise<{ readonly total: number; readonly lines: readonly ProposalLine[] }> {
  const where = `l.municipality_code = $1 AND l.proposal_id = $2 AND ${ONLY[only]}
    AND ($3::text IS NULL OR l.shelter_id = $3)`;
  const [count] = await tx.query<{ total: number }>(
    `SELECT count(*)::integer AS total FROM plan_proposal_line l WHERE ${where}`,
    [code, id, shelter ?? null],
  );
  const lines = await tx.query<ProposalLine>(
    `SELECT l.resident_id AS "residentId", r.name, r.district_name AS district, l.placement,
       l.taken_at AS "takenAt", l.taken_by AS "takenBy"
     FROM plan_proposal_line l
     JOIN resident r ON r.municipality_code = l.municipality_code AND r.id = l.resident_id
     WHERE ${where} ORDER BY r.roster_number, r.id OFFSET $4 LIMIT $5`,
    [code, id, shelter ?? null, offset, limit],
  );
  return { total: count?.total ?? 0, lines };
}

/** That these came into plans. */
export async function markTaken(
  tx: Transaction,
  code: string,
  id: string,
  residentIds: readonly string[],
  by: string,
): Promise<void> {
  if (residentIds.length === 0) return;
  await tx.query(
    `UPDATE plan_proposal_line SET taken_at = now(), taken_by = $4
     WHERE municipality_code = $1 AND proposal_id = $2 AND resident_id = ANY ($3::uuid[])`,
    [code, id, residentIds, by],
  );
}

export interface ComparedLine {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
  readonly destinationId: string | null;
  readonly isPlaced: boolean;
  readonly redMeters: number | null;
  readonly seconds: number | null;
}

/** What two proposals are compared by. */
export function selectComparedLines(
  tx: Transaction,
  code: string,
  id: string,
): Promise<ComparedLine[]> {
  return tx.query(
    `SELECT l.resident_id AS id, r.name, r.district_name AS district, l.shelter_id AS "destinationId",
       l.is_placed AS "isPlaced", l.red_meters AS "redMeters", l.seconds
     FROM plan_proposal_line l
     JOIN resident r ON r.municipality_code = l.municipality_code AND r.id = l.resident_id
     WHERE l.municipality_code = $1 AND l.proposal_id = $2`,
    [code, id],
  );
}

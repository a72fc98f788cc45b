import type { z } from 'zod';
import type {
  Proposal,
  ProposalComparison,
  proposalHeadSchema,
  proposalQuerySchema,
} from '#contract/plan-proposal';
import { compareProposals } from '#domain/plan/assignment/compare';
import { PROPOSAL_FAILURES } from '#domain/plan/proposal-failures';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import {
  type ComparedLine,
  deleteProposal,
  findProposal,
  listProposals,
  type ProposalRecord,
  selectComparedLines,
  selectProposalLines,
} from '../../db/queries/plan-proposals.ts';
import type { ServiceContext } from '../context.ts';

type Head = z.output<typeof proposalHeadSchema>;
type Sources = Pick<ServiceContext, 'database' | 'actor'>;

/** More changes are not told one by one. */
const MOST_CHANGES = 500;

export async function readProposals({ database, actor }: Sources, code: string): Promise<Head[]> {
  const records = await withActor(database, actor, code, (tx) => listProposals(tx, code));
  return records.map(headOf);
}

export function readProposal(
  { database, actor }: Sources,
  code: string,
  id: string,
  query: z.output<typeof proposalQuerySchema>,
): Promise<Result<Proposal>> {
  return withActor(database, actor, code, async (tx) => {
    const record = await findProposal(tx, code, id);
    if (record === null) return failure(PROPOSAL_FAILURES.unknown());
    const { total, lines } = await selectProposalLines(tx, code, id, query);
    return success({
      ...headOf(record),
      uses: record.summary.uses,
      ...{ total, offset: query.offset },
      people: lines.map(({ takenAt, ...line }) => ({
        ...line,
        takenAt: takenAt?.toISOString() ?? null,
      })),
    });
  });
}

/** What would change for whom from one to the other. */
export function readComparison(
  { database, actor }: Sources,
  code: string,
  fromId: string,
  toId: string,
): Promise<Result<ProposalComparison>> {
  return withActor(database, actor, code, async (tx) => {
    const [from, to] = [await findProposal(tx, code, fromId), await findProposal(tx, code, toId)];
    if (from === null || to === null) return failure(PROPOSAL_FAILURES.unknown());
    const before = await selectComparedLines(tx, code, fromId);
    const after = await selectComparedLines(tx, code, toId);
    const people = new Map([...before, ...after].map((line) => [line.id, line]));
    const { changes, ...counts } = compareProposals(before, after);
    return success({
      ...{ from: headOf(from), to: headOf(to), ...counts, changed: changes.length },
      changes: changes.slice(0, MOST_CHANGES).map((change) => ({
        residentId: change.id,
        name: people.get(change.id)?.name ?? '',
        district: people.get(change.id)?.district ?? null,
        from: sideOf(before, change.from?.id),
        to: sideOf(after, change.to?.id),
      })),
    });
  });
}

export function removeProposal(
  { database, actor }: Sources,
  code: string,
  id: string,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) =>
    (await deleteProposal(tx, code, id)) ? success(null) : failure(PROPOSAL_FAILURES.unknown()),
  );
}

function sideOf(lines: readonly ComparedLine[], id: string | undefined) {
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return null;
  const { destinationId, isPlaced, redMeters, seconds } = line;
  return { shelterId: destinationId, isPlaced, redMeters, seconds };
}

export function headOf({ id, name, conditions, summary, ...record }: ProposalRecord): Head {
  return {
    ...{ id, name, conditions, figures: summary.figures, data: summary.data },
    createdAt: record.createdAt.toISOString(),
    createdBy: record.createdBy,
    taken: record.taken,
  };
}

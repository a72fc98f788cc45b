import type { z } from 'zod';
import { planContentSchema } from '#contract/plan';
import type { takenOverSchema, takeOverSchema } from '#contract/plan-proposal';
import type { ShelterRow } from '#contract/shelter';
import { PLAN_FAILURES } from '#domain/plan/plan-failures';
import { PROPOSAL_FAILURES } from '#domain/plan/proposal-failures';
import { type ProposedPart, takeOver } from '#domain/plan/take-over';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor, withActorFor } from '../../db/actor.ts';
import {
  findProposal,
  markTaken,
  type ProposalLine,
  selectProposalLines,
} from '../../db/queries/plan-proposals.ts';
import type { PlanSources } from './change-plan.ts';
import { savePlan } from './save-plan.ts';
import { readStanding } from './standing.ts';

type TakenOver = z.output<typeof takenOverSchema>;

/** One request takes over no more: each is a save of its own. */
export const MOST_TAKEN = 500;

export interface TakenOverAll {
  readonly answer: TakenOver;
  readonly isFactMoved: boolean;
}

/**
 * Puts what was proposed into people's plans, each as a save of its own. Who has no plan that can be written
 * is told with the reason. Cut off in between, it can be asked for again: a plan that says so already is
 * only marked.
 */
export async function takeOverProposal(
  sources: PlanSources,
  code: string,
  id: string,
  { residentIds }: z.output<typeof takeOverSchema>,
  shelters: readonly ShelterRow[],
): Promise<Result<TakenOverAll>> {
  const { database, actor } = sources;
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findProposal(tx, code, id);
    const query = { only: 'not-taken', offset: 0, limit: 100_000 } as const;
    return record && { record, ...(await selectProposalLines(tx, code, id, query)) };
  });
  if (read === null) return failure(PROPOSAL_FAILURES.unknown());
  const wanted = residentIds === null ? null : new Set(residentIds);
  const all = read.lines.filter(({ residentId }) => wanted === null || wanted.has(residentId));
  const lines = all.slice(0, MOST_TAKEN);
  const byId = new Map(shelters.map((shelter) => [shelter.id, shelter]));
  const taken: string[] = [];
  const skipped: TakenOver['skipped'] = [];
  let isFactMoved = false;
  const note = `避難先の提案「${read.record.name}」から`;
  for (const line of lines) {
    const saved = await takeOne(sources, code, line, byId, note);
    if (saved.ok) {
      taken.push(line.residentId);
      isFactMoved ||= saved.value;
    } else {
      const { code: why, ja, en } = saved.problem;
      skipped.push({ residentId: line.residentId, code: why, message: { ja, en } });
    }
  }
  await withActor(database, actor, code, (tx) => markTaken(tx, code, id, taken, actor.name));
  return success({ answer: { taken, skipped, left: all.length - lines.length }, isFactMoved });
}

/** Whether what ranking knows of the plan moved. */
async function takeOne(
  sources: PlanSources,
  code: string,
  line: ProposalLine,
  shelters: ReadonlyMap<string, ShelterRow>,
  note: string,
): Promise<Result<boolean>> {
  const part = partOf(line, shelters);
  if (part === null) return failure(PROBLEMS.shelterUnknown());
  const { database, actor } = sources;
  const standing = await withActorFor(database, actor, code, line.residentId, (tx) =>
    readStanding(tx, code, line.residentId),
  );
  if (standing === null) return failure(PROBLEMS.residentUnknown());
  const content = planContentSchema.parse(takeOver(standing.content, part));
  const { contentVersion } = standing.plan;
  const edit = { contentVersion, content, note: note.slice(0, 200) };
  const saved = await savePlan(sources, code, line.residentId, edit);
  if (saved.kind === 'saved') return success(saved.isFactMoved);
  const problem: Problem = saved.kind === 'merge' ? PLAN_FAILURES.stale() : saved.problem;
  return failure(problem);
}

/** null where the shelter is no longer on the list. */
function partOf(
  { placement }: ProposalLine,
  shelters: ReadonlyMap<string, ShelterRow>,
): ProposedPart | null {
  const { shelterId, travel, supporter } = placement;
  const shelter = shelterId === null ? null : shelters.get(shelterId);
  if (shelter === undefined) return null;
  return {
    destination: shelter && {
      shelterId: shelter.id,
      kind: shelter.kind,
      name: shelter.name,
      address: shelter.address,
      phone: null,
      position: shelter.position,
    },
    supporter: supporter?.helper ?? null,
    profileId: travel.isAssumed ? null : travel.profile,
  };
}

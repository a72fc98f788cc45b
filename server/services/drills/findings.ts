import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { FindingOnWire, findingListSchema, newFindingSchema } from '#contract/drill-after';
import { mayUse } from '#domain/access/rules';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { FINDING_FAILURES, findingProblems, findingState } from '#domain/drill/evaluate/finding';
import { localDay } from '#domain/local-day';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { followingUp, withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import {
  type FindingRecord,
  type FindingSave,
  listFindings,
  storeFinding,
  storeFindingPlans,
} from '../../db/queries/drills/drill-findings.ts';
import { selectSeenResidents } from '../../db/queries/drills/drill-people.ts';
import { findDrill, findDrillVersion } from '../../db/queries/drills/drills.ts';
import { whyNotForMe } from './carry-out/effect.ts';
import type { DrillSources } from './read-drills.ts';

type FindingList = z.input<typeof findingListSchema>;
type Given = z.output<typeof newFindingSchema>;

export async function readFindings(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
): Promise<Result<FindingList>> {
  const records = await withActor(database, actor, code, async (tx) =>
    (await findDrill(tx, code, id)) === null ? null : listFindings(tx, code, id),
  );
  if (records === null) return failure(DRILL_DESK_FAILURES.unknown());
  const today = localDay(now);
  return success({
    findings: records.map((record): FindingOnWire => {
      const { id: findingId, version, finding, doneOn: doneDate, carriedOut } = record;
      const { planCount, residentIds, savedBy } = record;
      const { at, by, effects } = carriedOut ?? { at: '', by: '', effects: [] };
      return {
        ...{ id: findingId, version, planCount, doneDate, savedBy },
        ...{ text: finding.text, owner: finding.owner, ownerName: finding.ownerName },
        dueDate: finding.dueDate,
        change: changeOnWire(finding.change, residentIds),
        state: findingState({ doneDate, dueDate: finding.dueDate }, today),
        carriedOut: carriedOut && { at, by, effects: effects.map((one) => ({ ...one })) },
        notForMe: whyNotForMe(actor.role, finding.change.kind),
        savedAt: record.savedAt.toISOString(),
        isRemoved: record.removedAt !== null,
      };
    }),
    mayChange: mayUse(actor.role, 'drills.plan'),
  });
}

/** People stand in a table of their own: here are those whom the actor sees. */
function changeOnWire(
  change: FindingRecord['finding']['change'],
  residentIds: string[],
): FindingOnWire['change'] {
  if (change.kind === 'plans') return { kind: 'plans', residentIds };
  return change.kind === 'route-closure'
    ? { kind: 'route-closure', roads: change.roads.map(roadOnWire) }
    : change;
}

type Roads = Extract<FindingRecord['finding']['change'], { kind: 'route-closure' }>['roads'];
const roadOnWire = ({ middle: [lng, lat], ...road }: Roads[number]) => ({
  ...road,
  middle: [lng, lat] as [number, number],
});

/** What a finding still lacks; nothing where it was written down. */
export function createFinding(
  sources: DrillSources,
  id: string,
  given: Given,
): Promise<Result<readonly Problem[]>> {
  return write(sources, id, given, null);
}

export function saveFinding(
  sources: DrillSources,
  id: string,
  findingId: string,
  { version, ...given }: Given & { readonly version: number },
): Promise<Result<readonly Problem[]>> {
  return write(sources, id, given, { findingId, version });
}

/** That it was seen to, or that it is in the list no more; either can be taken back. */
export async function markFinding(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  findingId: string,
  version: number,
  mark: { readonly doneOn: string | null } | { readonly isRemoved: boolean },
): Promise<Problem | null> {
  return withActor(database, actor, code, async (tx) => {
    const standing = await standingOf(tx, code, id, findingId, version);
    if (!standing.ok) return standing.problem;
    if ('isRemoved' in mark && mark.isRemoved && standing.value.carriedOut !== null)
      return DRILL_DESK_FAILURES.findingCarriedOut();
    const changed =
      'doneOn' in mark ? { doneOn: mark.doneOn } : { removedAt: mark.isRemoved ? now : null };
    const by = { at: now, by: actor.name };
    const save: FindingSave = { ...standing.value, ...changed, ...by, version: version + 1 };
    return (await storeFinding(tx, code, id, save)) ? null : DRILL_DESK_FAILURES.findingStale();
  });
}

/** A finding at the version that was read. */
export async function standingOf(
  tx: Transaction,
  code: string,
  id: string,
  findingId: string,
  version: number,
): Promise<Result<FindingRecord>> {
  const drill = await findDrill(tx, code, id);
  const found = (await listFindings(tx, code, id)).find((one) => one.id === findingId);
  if (drill === null || found === undefined) return failure(DRILL_DESK_FAILURES.findingUnknown());
  return found.version === version ? success(found) : failure(DRILL_DESK_FAILURES.findingStale());
}

async function write(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  given: Given,
  former: { readonly findingId: string; readonly version: number } | null,
): Promise<Result<readonly Problem[]>> {
  const { change } = given;
  const residentIds = change.kind === 'plans' ? [...new Set(change.residentIds)] : [];
  const read = await withActor(database, actor, code, async (tx) => {
    const drill = await findDrill(tx, code, id);
    const version = drill && (await findDrillVersion(tx, code, id, drill.version));
    if (drill === null || version === null) return failure(DRILL_DESK_FAILURES.unknown());
    const standing = former && (await standingOf(tx, code, id, former.findingId, former.version));
    if (standing?.ok === false) return standing;
    const seen = await selectSeenResidents(tx, code, residentIds);
    return success({ drill, manual: version.content.manual, standing: standing?.value, seen });
  });
  if (!read.ok) return read;
  const { drill, manual, standing, seen } = read.value;
  if (standing !== undefined && standing.carriedOut !== null)
    return failure(DRILL_DESK_FAILURES.findingCarriedOut());
  const shown = standing?.residentIds ?? [];
  // Those whom the actor does not see in it stay in it.
  const hasHidden = (standing?.planCount ?? 0) > shown.length;
  const lacking = findingProblems(
    { ...given, id: '', doneDate: null },
    { date: drill.heldOn, manual },
  ).filter((problem) => !(change.kind === 'plans' && hasHidden && problem.code === NO_CHANGE));
  if (lacking.length > 0) return success(lacking);
  if (residentIds.some((one) => !seen.has(one)))
    return failure(DRILL_DESK_FAILURES.personUnknown());
  const save: FindingSave = {
    ...{ id: standing?.id ?? randomUUID(), version: (standing?.version ?? 0) + 1 },
    finding: change.kind === 'plans' ? { ...given, change: { ...change, residentIds: [] } } : given,
    ...{ doneOn: standing?.doneOn ?? null, carriedOut: null, removedAt: null },
    ...{ at: now, by: actor.name },
  };
  // On behalf of the program: whoever knows people of a drill by initials alone may name them too.
  const isStored = await withActor(database, followingUp(actor), code, async (tx) => {
    if (!(await storeFinding(tx, code, id, save))) return false;
    const out = change.kind === 'plans' ? shown.filter((one) => !residentIds.includes(one)) : null;
    await storeFindingPlans(tx, code, id, save.id, { out, in: residentIds });
    return true;
  });
  return isStored ? success([]) : failure(DRILL_DESK_FAILURES.findingStale());
}

const NO_CHANGE = FINDING_FAILURES.changesNothing().code;

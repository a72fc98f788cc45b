import type { JudgeDuplicate } from '#contract/people-desk';
import { type ConsentPurpose, type ConsentState, purposesApart } from '#domain/access/consent';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { PEOPLE_FAILURES } from '#domain/resident/people-failures';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import { lockConsentStates } from '../db/queries/consents.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import {
  deleteDecision,
  findDecision,
  mergeResident,
  partResident,
  selectPlanned,
  storeDecision,
} from '../db/queries/duplicates.ts';
import { lockResident } from '../db/queries/move-resident.ts';
import { insertResidentEvent } from '../db/queries/resident-events.ts';
import { assessResident } from './assess-resident.ts';
import type { ServiceContext } from './context.ts';
import { rankMunicipality } from './rank-municipality.ts';

/** What was written: who has to be judged anew, and from which version of the people on. */
interface Written {
  readonly residentId: string;
  readonly residentsVersion: number;
}

/**
 * Keeps what somebody says of two entries that look alike. `same` archives one of them with a link to
 * the other, `undo` takes either judgement back. Where people came or went, check and ranking follow.
 */
export async function judgeDuplicate(
  context: ServiceContext,
  municipalityCode: string,
  request: JudgeDuplicate,
): Promise<Result<null>> {
  const { database, actor } = context;
  if (request.a === request.b) return failure(PEOPLE_FAILURES.notAPair());
  const written = await withActor<Written | Problem | null>(
    database,
    actor,
    municipalityCode,
    async (tx) => {
      const changed = await write(tx, municipalityCode, request);
      if (typeof changed !== 'string') return changed;
      await raiseDataVersions(tx, municipalityCode, ['residents']);
      const { residents = 0 } = await readDataVersions(tx, municipalityCode);
      return { residentId: changed, residentsVersion: residents };
    },
  );
  if (written === null) return success(null);
  if ('code' in written) return failure(written);
  const { residentId, residentsVersion } = written;
  const checked = await assessResident(context, municipalityCode, residentId, residentsVersion);
  if (!checked.ok) return checked;
  const ranked = await rankMunicipality(context, municipalityCode);
  return ranked.ok ? success(null) : ranked;
}

/** The person to be judged anew; null where nobody came or went. */
async function write(
  tx: Transaction,
  code: string,
  request: JudgeDuplicate,
): Promise<string | Problem | null> {
  const [a, b] = [request.a, request.b].sort() as [string, string];
  if (request.decision === 'undo') return takeBack(tx, code, a, b);
  const found = { [a]: await lockResident(tx, code, a), [b]: await lockResident(tx, code, b) };
  if (found[a] === null || found[b] === null) return PROBLEMS.residentUnknown();
  if (request.decision === 'different') {
    await storeDecision(tx, code, { a, b, decision: 'different', keptId: null });
    return null;
  }
  const { keepId, versions } = request;
  if (keepId !== a && keepId !== b) return PEOPLE_FAILURES.notAPair();
  if (found[request.a] !== versions.a || found[request.b] !== versions.b)
    return PROBLEMS.residentStale();
  if (!(await consentAlike(tx, code, a, b))) return PEOPLE_FAILURES.consentsDiffer();
  const mergedId = keepId === a ? b : a;
  // Where both have one, the plan of who is kept goes on and names the other, to be decided on.
  const planned = await selectPlanned(tx, code, [a, b]);
  if (planned.includes(mergedId) && !planned.includes(keepId))
    return PEOPLE_FAILURES.planWouldBeLost();
  await mergeResident(tx, code, mergedId, keepId);
  await storeDecision(tx, code, { a, b, decision: 'same', keptId: keepId });
  await insertResidentEvent(tx, code, { residentId: mergedId, kind: 'merged', reason: null });
  await insertResidentEvent(tx, code, { residentId: keepId, kind: 'merged', reason: null });
  return keepId;
}

/** One of them refused what the other lets be given: merged, the refusal would be lost. */
async function consentAlike(tx: Transaction, code: string, a: string, b: string) {
  const states = await lockConsentStates(tx, code, [a, b]);
  const stateOf = (id: string, purpose: ConsentPurpose): ConsentState =>
    states.find((state) => state.residentId === id && state.purpose === purpose)?.state ??
    'not-asked';
  return (
    purposesApart(
      (purpose) => stateOf(a, purpose),
      (purpose) => stateOf(b, purpose),
    ).length === 0
  );
}

async function takeBack(
  tx: Transaction,
  code: string,
  a: string,
  b: string,
): Promise<string | Problem | null> {
  const standing = await findDecision(tx, code, a, b);
  if (standing === null) return null;
  await deleteDecision(tx, code, a, b);
  if (standing.keptId === null) return null;
  const mergedId = standing.keptId === a ? b : a;
  // An import may have parted them already.
  if (!(await partResident(tx, code, mergedId, standing.keptId))) return null;
  for (const residentId of [mergedId, standing.keptId])
    await insertResidentEvent(tx, code, { residentId, kind: 'unmerged', reason: null });
  return mergedId;
}

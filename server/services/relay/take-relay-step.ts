import type { z } from 'zod';
import type { relayStepSchema } from '#contract/relay';
import { failure, type Problem, success } from '#domain/problem';
import { isOfOffice } from '#domain/relay/office';
import { RELAY_FAILURES } from '#domain/relay/relay-failures';
import { type SheetStands, type Standing, takeRelayStep } from '#domain/relay/steps';
import { type Actor, withActor } from '../../db/actor.ts';
import {
  findRelaySheet,
  insertRelayEvent,
  listRelayEvents,
  moveRelaySheet,
  type RelayEventRecord,
  type RelayRecord,
} from '../../db/queries/relay-sheets.ts';
import { officeSees } from './office-sees.ts';
import type { RelaySources } from './relay-sources.ts';
import { isListed } from './write-sheet.ts';

export type StepOutcome =
  | { readonly kind: 'taken' | 'stale' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Moves a sheet on. Where somebody was quicker nothing is stored. */
export async function takeStepOfSheet(
  { database, actor, now }: RelaySources,
  code: string,
  id: string,
  request: z.output<typeof relayStepSchema>,
): Promise<StepOutcome> {
  const read = await withActor(database, actor, code, async (tx) => {
    const sheet = await findRelaySheet(tx, code, id);
    if (sheet === null) return null;
    return { sheet, events: await listRelayEvents(tx, code, id) };
  });
  if (read === null) return { kind: 'problem', problem: RELAY_FAILURES.unknown() };
  const { sheet, events } = read;
  if (sheet.version !== request.version) return { kind: 'stale' };
  const taken = takeRelayStep(standsOf(sheet, events, actor), standingOf(sheet, actor), request);
  if (!taken.ok) return { kind: 'problem', problem: taken.problem };
  const { state, office } = taken.value;
  // Consents may have changed since it was written: what is handed on goes by those of now.
  if (
    request.step === 'hand-over' &&
    sheet.residentId !== null &&
    !(await officeSees(database, code, office, sheet.residentId))
  )
    return { kind: 'problem', problem: RELAY_FAILURES.officeMayNotSee() };
  const outcome = await withActor(database, actor, code, async (tx) => {
    // Where it stays with an office that is listed no more, it can be answered and closed all the same.
    if (request.step === 'hand-over' && !(await isListed(tx, code, office)))
      return failure(RELAY_FAILURES.officeUnknown());
    const since = state === sheet.state ? null : now;
    if (!(await moveRelaySheet(tx, code, id, sheet.version, { state, office, since })))
      return success(false);
    await insertRelayEvent(tx, code, id, {
      ...{ version: sheet.version + 1, step: request.step, text: request.text.trim() },
      ...{ fromState: sheet.state, toState: state, fromOffice: sheet.office, toOffice: office },
      ...{ at: now, doneBy: actor.name, role: actor.role, account: actor.accountId },
      officeId: actor.relayOfficeId,
    });
    return success(true);
  });
  if (!outcome.ok) return { kind: 'problem', problem: outcome.problem };
  return { kind: outcome.value ? 'taken' : 'stale' };
}

/** An account stays who it is under another name; where there is none the name is all there is. */
const isBy = (account: string | null, name: string, actor: Actor): boolean =>
  account === actor.accountId && (account !== null || name === actor.name);

export const standingOf = (
  {
    office,
    writtenAccount,
    writtenBy,
    writtenOfficeId,
  }: Pick<RelayRecord, 'office' | 'writtenAccount' | 'writtenBy' | 'writtenOfficeId'>,
  actor: Actor,
): Standing => ({
  isOffice: isOfOffice(actor, office),
  // What an office of the city's list wrote, its people follow for one another.
  isWriter:
    isBy(writtenAccount, writtenBy, actor) ||
    (writtenOfficeId !== null && writtenOfficeId === actor.relayOfficeId),
});

export function standsOf(
  { state, office }: Pick<RelayRecord, 'state' | 'office'>,
  events: readonly RelayEventRecord[],
  actor: Actor,
): SheetStands {
  const last = events.at(-1);
  return {
    ...{ state, office },
    last: {
      step: last?.step ?? 'write',
      fromState: last?.fromState ?? state,
      fromOffice: last?.fromOffice ?? office,
      isOwn: last !== undefined && isBy(last.account, last.doneBy, actor),
    },
  };
}

import type { z } from 'zod';
import type { writeRelaySchema } from '#contract/relay';
import { mayUse } from '#domain/access/rules';
import { timeOfReport } from '#domain/plan/response-reports';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { isWholeOffice, type RelayOffice } from '#domain/relay/office';
import { RELAY_FAILURES } from '#domain/relay/relay-failures';
import { dueAt, type RelayLink } from '#domain/relay/sheet';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { isOpenOffice } from '../../db/queries/relay-offices.ts';
import {
  districtAt,
  findRelaySheet,
  findSeenPerson,
  insertRelayEvent,
  insertRelaySheet,
  selectOfficePlaces,
} from '../../db/queries/relay-sheets.ts';
import { findResource } from '../../db/queries/resources.ts';
import { findSiteOverride } from '../../db/queries/site-overrides.ts';
import { officeSees } from './office-sees.ts';
import type { RelaySources } from './relay-sources.ts';

type Written = z.output<typeof writeRelaySchema>;

/** Writes a sheet; sent again under the same id by the same writer it is there once. */
export async function writeRelaySheet(
  sources: RelaySources,
  code: string,
  written: Written,
): Promise<Result<null>> {
  const { database, actor, now } = sources;
  const { personId, office, place } = written;
  if (!isWholeOffice(office)) return failure(RELAY_FAILURES.officeMissing());
  if (personId === null && place.text.trim() === '' && place.position === null)
    return failure(RELAY_FAILURES.subjectMissing());
  if (written.seen.trim() === '') return failure(RELAY_FAILURES.textMissing());
  const before = await withActor(database, actor, code, async (tx) => ({
    isThere: await isThere(tx, code, written.id, actor.accountId),
    // Masked they are shown to nobody who may write.
    isSeen: personId === null || (await findSeenPerson(tx, code, personId)) !== null,
  }));
  if (before.isThere) return success(null);
  if (!before.isSeen) return failure(RELAY_FAILURES.personNotSeen());
  if (personId !== null && !(await officeSees(database, code, office, personId)))
    return failure(RELAY_FAILURES.officeMayNotSee());
  return withActor(database, actor, code, async (tx) => {
    const problem = await problemOf(tx, code, sources, written);
    if (problem !== null) return failure(problem);
    const [lng, lat] = place.position ?? [null, null];
    const writtenAt = new Date(timeOfReport(written.writtenAt, written.sentAt, now));
    const district =
      personId !== null
        ? ((await findSeenPerson(tx, code, personId))?.district ?? null)
        : place.position && (await districtAt(tx, code, place.position));
    const isNew = await insertRelaySheet(tx, code, {
      ...{ id: written.id, urgency: written.urgency, dueAt: dueAt(written.urgency, writtenAt) },
      ...{ office, residentId: personId, district, placeText: place.text.trim(), lng, lat },
      ...{ seen: written.seen, links: written.links, writtenAt, receivedAt: now },
      ...{ writtenBy: actor.name, writtenRole: actor.role, writtenAccount: actor.accountId },
      writtenOfficeId: actor.relayOfficeId,
    });
    // Of somebody else, or sent by two windows at once.
    if (!isNew)
      return (await isThere(tx, code, written.id, actor.accountId))
        ? success(null)
        : failure(RELAY_FAILURES.unknown());
    await insertRelayEvent(tx, code, written.id, {
      ...{ version: 1, step: 'write', fromState: 'received', toState: 'received' },
      ...{ fromOffice: office, toOffice: office, text: '', at: writtenAt },
      ...{ doneBy: actor.name, role: actor.role, account: actor.accountId },
      officeId: actor.relayOfficeId,
    });
    return success(null);
  });
}

async function isThere(tx: Transaction, code: string, id: string, account: string | null) {
  return (await findRelaySheet(tx, code, id))?.writtenAccount === account;
}

async function problemOf(
  tx: Transaction,
  code: string,
  { actor }: RelaySources,
  { office, links, personId }: Written,
): Promise<Problem | null> {
  if (!(await isListed(tx, code, office))) return RELAY_FAILURES.officeUnknown();
  for (const link of links)
    if (!(await leadsSomewhere(tx, code, link, personId, (access) => mayUse(actor.role, access))))
      return RELAY_FAILURES.linkUnknown();
  return null;
}

export async function isListed(tx: Transaction, code: string, office: RelayOffice) {
  if (office.role === 'listed') return isOpenOffice(tx, code, office.officeId ?? '');
  if (office.district === null && office.shelterId === null) return true;
  const { districts, shelters } = await selectOfficePlaces(tx, code);
  return office.district === null
    ? shelters.some(({ id }) => id === office.shelterId)
    : districts.includes(office.district);
}

/** A plan is that of the person of the sheet: of nobody else is told that there is one. */
async function leadsSomewhere(
  tx: Transaction,
  code: string,
  { kind, id }: RelayLink,
  personId: string | null,
  may: (access: 'site-overrides.see') => boolean,
): Promise<boolean> {
  if (kind === 'plan') return id === personId;
  if (!/^[0-9a-f-]{36}$/.test(id)) return false;
  if (kind === 'resource') return (await findResource(tx, code, id)) !== null;
  return may('site-overrides.see') && (await findSiteOverride(tx, code, id)) !== null;
}

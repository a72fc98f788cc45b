import type { z } from 'zod';
import type {
  RelayOfficeChoice,
  RelayQuery,
  RelayRow,
  RelaySheet,
  relayListSchema,
} from '#contract/relay';
import { OFFICE_ROLES, officeWords, type RelayOffice } from '#domain/relay/office';
import { isOverdue } from '#domain/relay/sheet';
import { possibleSteps } from '#domain/relay/steps';
import { withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { type AttachmentRecord, listAttachments } from '../../db/queries/relay-attachments.ts';
import { listOfficeMembers } from '../../db/queries/relay-offices.ts';
import {
  countForMe,
  findRelaySheet,
  listRelayEvents,
  listRelaySheets,
  type OfficePlaces,
  type RelayEventRecord,
  type RelayRecord,
  selectOfficePlaces,
} from '../../db/queries/relay-sheets.ts';
import { linkLabels } from './link-labels.ts';
import type { RelaySources } from './relay-sources.ts';
import { standingOf, standsOf } from './take-relay-step.ts';

const PAGE = 50;

/** Sheets that the actor sees. */
export function readRelayList(
  sources: RelaySources,
  code: string,
  query: RelayQuery,
  text: string | null,
): Promise<z.input<typeof relayListSchema>> {
  const { database, actor, now } = sources;
  return withActor(database, actor, code, async (tx) => {
    const filter = {
      ...{ box: query.box, states: query.state ?? null, urgencies: query.urgency ?? null },
      ...{ district: query.district ?? null, isOverdue: query.overdue === 'true' },
      ...{ residentId: query.person ?? null, text, offset: query.offset, limit: PAGE },
    };
    const { rows, total } = await listRelaySheets(tx, code, filter, now);
    const counts = await countForMe(tx, code, now);
    const places = await selectOfficePlaces(tx, code);
    return {
      rows: rows.map((row) => rowOf(row, places, sources)),
      ...{ total, counts, now: now.toISOString() },
    };
  });
}

/** Null where there is none, or it is not the actor's to see. */
export function readRelaySheet(
  sources: RelaySources,
  code: string,
  id: string,
): Promise<RelaySheet | null> {
  const { database, actor } = sources;
  return withActor(database, actor, code, async (tx) => {
    const sheet = await findRelaySheet(tx, code, id);
    if (sheet === null) return null;
    const events = await listRelayEvents(tx, code, id);
    const places = await selectOfficePlaces(tx, code);
    const standing = standingOf(sheet, actor);
    return {
      ...rowOf(sheet, places, sources),
      receivedAt: sheet.receivedAt.toISOString(),
      events: events.map((event, place) => eventOf(event, events[place + 1], places)),
      attachments: (await listAttachments(tx, code, id)).map(attachmentOf),
      links: await linksOf(tx, code, sheet),
      steps: possibleSteps(standsOf(sheet, events, actor), standing),
      mayAttach: sheet.state !== 'closed' && (standing.isOffice || standing.isWriter),
    };
  });
}

export async function listOffices(
  { database, actor }: RelaySources,
  code: string,
): Promise<RelayOfficeChoice[]> {
  const places = await withActor(database, actor, code, (tx) => selectOfficePlaces(tx, code));
  const members = await listOfficeMembers(database, code, null);
  const listed = places.offices
    // Where nobody is there to read it nothing is sent.
    .filter(({ id, isClosed }) => !isClosed && members.some(({ officeId }) => officeId === id))
    .map(({ id }) => ({ role: 'listed', district: null, shelterId: null, officeId: id }) as const);
  const byRole = OFFICE_ROLES.flatMap((role): RelayOffice[] => {
    if (role === 'district-organisation')
      return places.districts.map((district) => ({ role, district, shelterId: null }));
    if (role === 'welfare-shelter')
      return places.shelters.map(({ id }) => ({ role, district: null, shelterId: id }));
    return [{ role, district: null, shelterId: null }];
  });
  const isLocal = ({ district, shelterId }: RelayOffice) => district !== null || shelterId !== null;
  const [hall, local] = [byRole.filter((one) => !isLocal(one)), byRole.filter(isLocal)];
  return [...hall, ...listed, ...local].map((office) => ({
    ...office,
    name: nameOf(office, places),
  }));
}

function rowOf(
  record: RelayRecord,
  places: OfficePlaces,
  { actor, now }: Pick<RelaySources, 'actor' | 'now'>,
): RelayRow {
  const { id, version, state, urgency, office, district, seen, lng, lat } = record;
  const standing = standingOf(record, actor);
  return {
    ...{ id, version, state, urgency, district, seen },
    stateSince: record.stateSince.toISOString(),
    dueAt: record.dueAt.toISOString(),
    isOverdue: isOverdue(record, now),
    office: { ...office },
    officeName: nameOf(office, places),
    person:
      record.residentId === null
        ? null
        : { id: record.residentId, name: record.residentName ?? '―', district },
    place: { text: record.placeText, position: lng === null || lat === null ? null : [lng, lat] },
    writtenAt: record.writtenAt.toISOString(),
    writer: {
      ...{ by: record.writtenBy, role: record.writtenRole },
      office: listedName(record.writtenOfficeId, places),
    },
    ...{ isMine: standing.isWriter, isForMe: standing.isOffice },
  };
}

function nameOf(office: RelayOffice, { shelters, offices }: OfficePlaces) {
  const shelter = shelters.find(({ id }) => id === office.shelterId);
  const listed = offices.find(({ id }) => id === office.officeId);
  return { ...officeWords(office, listed?.name ?? shelter?.name ?? null, listed?.kind) };
}

/** Of the city's list, by its name; null for whoever is of none. */
function listedName(officeId: string | null, { offices }: OfficePlaces) {
  const name = offices.find(({ id }) => id === officeId)?.name;
  return name === undefined ? null : { ja: name, en: name };
}

function eventOf(
  event: RelayEventRecord,
  next: RelayEventRecord | undefined,
  places: OfficePlaces,
): RelaySheet['events'][number] {
  const { version, step, fromState, toState, text, at, doneBy, role, officeId } = event;
  return {
    ...{ version, step, fromState, toState, text, by: doneBy, role },
    office: listedName(officeId, places),
    at: at.toISOString(),
    toOffice: step === 'write' || step === 'hand-over' ? nameOf(event.toOffice, places) : null,
    isTakenBack: next?.step === 'take-back',
  };
}

function attachmentOf(record: AttachmentRecord): RelaySheet['attachments'][number] {
  const { id, bytes, addedAt, addedBy } = record;
  // What may be attached is recognised before it is kept.
  const mediaType = record.mediaType as RelaySheet['attachments'][number]['mediaType'];
  return { id, mediaType, bytes, addedAt: addedAt.toISOString(), addedBy };
}

async function linksOf(tx: Transaction, code: string, { links }: RelayRecord) {
  const labels = await linkLabels(tx, code, links);
  return links.map((link, place) => ({ ...link, label: labels[place] ?? { ja: '', en: '' } }));
}

import { randomUUID } from 'node:crypto';
import { ATTACHMENT_MEDIA_TYPES, MOST_ATTACHMENTS } from '#contract/relay';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { RELAY_FAILURES } from '#domain/relay/relay-failures';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import {
  findAttachment,
  insertAttachment,
  listAttachments,
  markAttachmentRemoved,
} from '../../db/queries/relay-attachments.ts';
import { findRelaySheet } from '../../db/queries/relay-sheets.ts';
import { recogniseMediaType } from '../recognise-media-type.ts';
import type { RelaySources } from './relay-sources.ts';
import { standingOf } from './take-relay-step.ts';

/** Attaches a photo or a PDF; what it is, is seen by how it begins. */
export async function addAttachment(
  { database, actor, now }: RelaySources,
  code: string,
  sheetId: string,
  content: Buffer,
): Promise<Result<null>> {
  const mediaType = recogniseMediaType(content, ATTACHMENT_MEDIA_TYPES);
  if (mediaType === null) return failure(RELAY_FAILURES.attachmentUnreadable());
  const problem = await withActor<Problem | null>(database, actor, code, async (tx) => {
    const wrong = await mayNotAttach(tx, code, sheetId, actor);
    if (wrong !== null) return wrong;
    if ((await listAttachments(tx, code, sheetId)).length >= MOST_ATTACHMENTS)
      return RELAY_FAILURES.tooManyAttachments(MOST_ATTACHMENTS);
    const file = { mediaType, content, by: actor, at: now };
    await insertAttachment(tx, code, { sheetId, id: randomUUID() }, file);
    return null;
  });
  return problem === null ? success(null) : failure(problem);
}

interface Key {
  readonly sheetId: string;
  readonly id: string;
}

export async function readAttachment(
  { database, actor }: RelaySources,
  code: string,
  key: Key,
): Promise<
  Result<{ readonly mediaType: string; readonly content: Buffer; readonly people: string[] }>
> {
  return withActor(database, actor, code, async (tx) => {
    const sheet = await findRelaySheet(tx, code, key.sheetId);
    const file = await findAttachment(tx, code, key);
    if (sheet === null || file === null) return failure(RELAY_FAILURES.attachmentUnknown());
    return success({ ...file, people: sheet.residentId === null ? [] : [sheet.residentId] });
  });
}

/** Takes one away, or that back. */
export async function setAttachmentRemoved(
  { database, actor, now }: RelaySources,
  code: string,
  key: Key,
  isRemoved: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx) => {
    const wrong = await mayNotAttach(tx, code, key.sheetId, actor);
    if (wrong !== null) return failure(wrong);
    return (await markAttachmentRemoved(tx, code, key, isRemoved ? now : null))
      ? success(null)
      : failure(RELAY_FAILURES.attachmentUnknown());
  });
}

async function mayNotAttach(
  tx: Transaction,
  code: string,
  sheetId: string,
  actor: Actor,
): Promise<Problem | null> {
  const sheet = await findRelaySheet(tx, code, sheetId);
  if (sheet === null) return RELAY_FAILURES.unknown();
  if (sheet.state === 'closed') return RELAY_FAILURES.notNow();
  const { isOffice, isWriter } = standingOf(sheet, actor);
  return isOffice || isWriter ? null : RELAY_FAILURES.notYours();
}

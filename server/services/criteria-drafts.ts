import { randomUUID } from 'node:crypto';
import type { CriteriaDraft, CriteriaRef } from '#contract/criteria-desk';
import type { CriteriaContent } from '#domain/priority/content';
import { CRITERIA_FAILURES } from '#domain/priority/criteria-failures';
import { PRESETS } from '#domain/priority/presets';
import { failure, type Result, success } from '#domain/problem';
import type { Queryable } from '../db/database.ts';
import {
  type DraftRecord,
  findDraft,
  insertDraft,
  markDraftRemoved,
  updateDraft,
} from '../db/queries/criteria-drafts.ts';
import type { ServiceContext } from './context.ts';

export const isPreset = (id: string): boolean => PRESETS.some((preset) => preset.id === id);

/** Begins a draft: of the city's own criteria it becomes the next version, of others criteria of its own. */
export async function createDraft(
  { database, actor }: ServiceContext,
  code: string,
  basedOn: CriteriaRef | null,
  document: CriteriaContent,
): Promise<Result<CriteriaDraft>> {
  const id = randomUUID();
  const isOwn = basedOn !== null && !isPreset(basedOn.id);
  await insertDraft(database, code, {
    id,
    criteriaId: isOwn ? basedOn.id : `own-${id.slice(0, 8)}`,
    basedOnId: basedOn?.id ?? null,
    basedOnVersion: basedOn?.version ?? null,
    document,
    updatedBy: actor.name,
  });
  return readDraft(database, code, id);
}

export async function readDraft(
  database: Queryable,
  code: string,
  id: string,
): Promise<Result<CriteriaDraft>> {
  const draft = await findDraft(database, code, id);
  return draft === null ? failure(CRITERIA_FAILURES.draftUnknown()) : success(draftView(draft));
}

/** Keeps a draft. Where somebody else changed it since, nothing is written. */
export async function saveDraft(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  { version, document }: { readonly version: number; readonly document: CriteriaContent },
): Promise<Result<CriteriaDraft>> {
  const isSaved = await updateDraft(database, code, id, { version, document, by: actor.name });
  const draft = await readDraft(database, code, id);
  if (!draft.ok || isSaved) return draft;
  return failure(CRITERIA_FAILURES.draftStale());
}

/** Throws a draft away, or takes that back. */
export async function setDraftRemoved(
  { database }: ServiceContext,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<Result<null>> {
  const isDone = await markDraftRemoved(database, code, id, isRemoved);
  return isDone ? success(null) : failure(CRITERIA_FAILURES.draftUnknown());
}

export function draftHead(draft: DraftRecord) {
  const { id, version, criteriaId, basedOnId, basedOnVersion, updatedAt, updatedBy } = draft;
  const basedOn =
    basedOnId === null || basedOnVersion === null
      ? null
      : { id: basedOnId, version: basedOnVersion };
  return { id, version, criteriaId, basedOn, updatedAt: updatedAt.toISOString(), updatedBy };
}

/** What is stored was checked when it came in. */
const draftView = (draft: DraftRecord): CriteriaDraft => ({
  ...draftHead(draft),
  document: draft.document as CriteriaDraft['document'],
});

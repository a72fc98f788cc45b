import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  adoptedSchema,
  type CriteriaDraft,
  type CriteriaEffect,
  type CriteriaRef,
  type CriteriaTrial,
  criteriaDraftSchema,
  criteriaEffectSchema,
  criteriaOverviewSchema,
} from '#contract/criteria-desk';
import type { CriteriaContent } from '#domain/priority/content';
import { requestJson, send } from './client.ts';

const base = (code: string) => `/municipalities/${code}/criteria`;
export const criteriaOverviewQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'criteria'],
    queryFn: ({ signal }) =>
      requestJson(criteriaOverviewSchema, `${base(code)}/overview`, { signal }),
  });

export const criteriaDraftQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'criteria-draft', id],
    queryFn: ({ signal }) => readDraft(code, id, signal),
    // The session keeps what is worked on; asking again when the window is looked at would race it.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

export function readDraft(code: string, id: string, signal?: AbortSignal): Promise<CriteriaDraft> {
  return requestJson(criteriaDraftSchema, `${base(code)}/drafts/${id}`, signal ? { signal } : {});
}

export function createDraft(
  code: string,
  basedOn: CriteriaRef | null,
  document: CriteriaContent,
): Promise<CriteriaDraft> {
  return requestJson(
    criteriaDraftSchema,
    `${base(code)}/drafts`,
    send('POST', { basedOn, document }),
  );
}

export function saveDraft(
  code: string,
  id: string,
  version: number,
  document: CriteriaContent,
): Promise<CriteriaDraft> {
  return requestJson(
    criteriaDraftSchema,
    `${base(code)}/drafts/${id}`,
    send('PUT', { version, document }),
  );
}

export function removeDraft(code: string, id: string): Promise<null> {
  return requestJson(z.null(), `${base(code)}/drafts/${id}`, { method: 'DELETE' });
}

export function restoreDraft(code: string, id: string): Promise<null> {
  return requestJson(z.null(), `${base(code)}/drafts/${id}/restore`, send('POST'));
}

/** Who decided, from when, and why. */
export interface Decision {
  readonly adoptedBy: string;
  readonly effectiveOn: string;
  readonly note: string;
}
export type Adopted = z.infer<typeof adoptedSchema>;

export function adoptDraft(
  code: string,
  draft: Pick<CriteriaDraft, 'id' | 'version'>,
  municipalityVersion: number,
  decision: Decision,
): Promise<Adopted> {
  const body = { ...decision, municipalityVersion, draftVersion: draft.version };
  return requestJson(
    adoptedSchema,
    `${base(code)}/drafts/${draft.id}/adoption`,
    send('POST', body),
  );
}

export function adoptVersion(
  code: string,
  criteria: CriteriaRef,
  municipalityVersion: number,
  decision: Decision,
): Promise<Adopted> {
  const body = { ...decision, municipalityVersion, criteria };
  return requestJson(adoptedSchema, `${base(code)}/adoption`, send('POST', body));
}

/** Tries criteria on everybody; changes nothing. */
export function tryCriteria(
  code: string,
  trial: CriteriaTrial,
  signal: AbortSignal,
): Promise<CriteriaEffect> {
  return requestJson(criteriaEffectSchema, `${base(code)}/effect`, {
    ...send('POST', trial),
    signal,
  });
}

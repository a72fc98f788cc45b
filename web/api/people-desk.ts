import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  duplicatesSchema,
  type JudgeDuplicate,
  openPositionsSchema,
  positionCandidatesSchema,
  residentHistorySchema,
  type SavedFilter,
  savedFilterListSchema,
  savedFilterSchema,
} from '#contract/people-desk';
import { type movePositionSchema, residentDetailSchema } from '#contract/resident';
import { requestJson, send } from './client.ts';

export const savedFiltersQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'saved-filters'],
    queryFn: ({ signal }) =>
      requestJson(savedFilterListSchema, `/municipalities/${code}/saved-filters`, { signal }),
  });

export function createSavedFilter(code: string, name: string, query: string) {
  const path = `/municipalities/${code}/saved-filters`;
  return requestJson(savedFilterSchema, path, send('POST', { name, query }));
}

/** ApiError of 409 where somebody else changed it since. */
export function replaceSavedFilter(
  code: string,
  { id, version, name }: SavedFilter,
  query: string,
) {
  const path = `/municipalities/${code}/saved-filters/${id}`;
  return requestJson(savedFilterSchema, path, send('PUT', { version, name, query }));
}

export function markFilterRemoved(code: string, filter: SavedFilter, isRemoved: boolean) {
  const path = `/municipalities/${code}/saved-filters/${filter.id}/removed`;
  return requestJson(savedFilterSchema, path, send('PUT', { version: filter.version, isRemoved }));
}

export const historyQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'resident', id, 'history'],
    queryFn: ({ signal }) =>
      requestJson(residentHistorySchema, `/municipalities/${code}/residents/${id}/history`, {
        signal,
      }),
  });

/** Places a person by hand. ApiError of 409 where somebody else changed the person since. */
export function movePosition(code: string, id: string, move: z.input<typeof movePositionSchema>) {
  const path = `/municipalities/${code}/residents/${id}/position`;
  return requestJson(residentDetailSchema, path, send('PUT', move));
}

/** Takes a move back: `moveVersion` is the version that the move made. */
export function restorePosition(code: string, id: string, version: number, moveVersion: number) {
  const path = `/municipalities/${code}/residents/${id}/position/restored`;
  return requestJson(residentDetailSchema, path, send('PUT', { version, moveVersion }));
}

/** Where a person may live, by the address (`text` null) or by other words; these never get into an address. */
export const candidatesQuery = (code: string, id: string, text: string | null) =>
  queryOptions({
    queryKey: [code, 'resident', id, 'candidates', text],
    queryFn: ({ signal }) =>
      requestJson(
        positionCandidatesSchema,
        `/municipalities/${code}/residents/${id}/position-candidates`,
        { ...send('POST', { text }), signal },
      ),
  });

export const openPositionsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'open-positions'],
    queryFn: ({ signal }) =>
      requestJson(openPositionsSchema, `/municipalities/${code}/open-positions`, { signal }),
  });

/** Leaves a position as it is; `reason` null takes that back. */
export function leavePosition(code: string, id: string, version: number, reason: string | null) {
  const path = `/municipalities/${code}/residents/${id}/position-left`;
  return requestJson(openPositionsSchema, path, send('PUT', { version, reason }));
}

export const duplicatesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'duplicates'],
    queryFn: ({ signal }) =>
      requestJson(duplicatesSchema, `/municipalities/${code}/duplicates`, { signal }),
  });

export function judgeDuplicate(code: string, judgement: JudgeDuplicate) {
  return requestJson(
    duplicatesSchema,
    `/municipalities/${code}/duplicates`,
    send('POST', judgement),
  );
}

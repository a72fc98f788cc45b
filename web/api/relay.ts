import { queryOptions } from '@tanstack/react-query';
import {
  type RelaySheet,
  type RelayStepBody,
  relayConflictSchema,
  relayListSchema,
  relayOfficesSchema,
  relaySheetSchema,
  type WriteRelay,
} from '#contract/relay';
import { ApiError, ask, requestJson, send } from './client.ts';

const REFRESH_MILLIS = 60_000;
const pathOf = (code: string, rest = '') => `/municipalities/${code}/relay-sheets${rest}`;
export const relayKey = (code: string) => [code, 'relay'] as const;

/** As the server is asked: values of the address, and words that never stand in one. */
export type RelayFilters = Readonly<Record<string, string>>;

export const relayListQuery = (code: string, filters: RelayFilters, text: string) =>
  queryOptions({
    queryKey: [...relayKey(code), 'list', filters, text],
    queryFn: ({ signal }) =>
      text === ''
        ? requestJson(relayListSchema, pathOf(code, `?${new URLSearchParams(filters)}`), { signal })
        : requestJson(relayListSchema, pathOf(code, '/search'), {
            ...send('POST', { ...filters, text }),
            signal,
          }),
    refetchInterval: REFRESH_MILLIS,
  });

export const relaySheetQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...relayKey(code), 'sheet', id],
    queryFn: ({ signal }) => requestJson(relaySheetSchema, pathOf(code, `/${id}`), { signal }),
    refetchInterval: REFRESH_MILLIS,
  });

export const relayOfficesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'relay-offices'],
    queryFn: ({ signal }) => requestJson(relayOfficesSchema, pathOf(code, '/offices'), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const writeRelay = (code: string, body: WriteRelay) =>
  requestJson(relaySheetSchema, pathOf(code), send('POST', body));

/** ApiError of 409 where somebody was quicker: `currentIn` says how it stands. */
export const takeRelayStep = (code: string, id: string, body: RelayStepBody) =>
  requestJson(relaySheetSchema, pathOf(code, `/${id}/steps`), send('POST', body));

/** The sheet as somebody else has moved it meanwhile; null where an error is of another kind. */
export function currentIn(error: unknown): RelaySheet | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return relayConflictSchema.safeParse(error.body).data?.current ?? null;
}

export const addRelayAttachment = (code: string, id: string, file: Blob) =>
  requestJson(relaySheetSchema, pathOf(code, `/${id}/attachments`), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });

export const setAttachmentRemoved = (
  code: string,
  id: string,
  attachmentId: string,
  isRemoved: boolean,
) =>
  requestJson(
    relaySheetSchema,
    pathOf(code, `/${id}/attachments/${attachmentId}/removed`),
    send('PUT', { isRemoved }),
  );

/** @throws ApiError */
export async function fetchAttachment(code: string, id: string, attachmentId: string) {
  return (await ask(pathOf(code, `/${id}/attachments/${attachmentId}`))).blob();
}

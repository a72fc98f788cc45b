import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  auditCheckSchema,
  auditEntryPeopleSchema,
  auditPageSchema,
  type auditSearchSchema,
  auditStateSchema,
  disasterReportSchema,
} from '#contract/audit';
import { ask, requestJson, send } from './client.ts';

export type AuditQuery = z.input<typeof auditSearchSchema>;

const pathOf = (code: string) => `/municipalities/${code}/audit`;
export const auditStateQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'audit', 'state'],
    queryFn: ({ signal }) => requestJson(auditStateSchema, pathOf(code), { signal }),
  });

/** Reckons the whole chain anew. */
export const checkAudit = (code: string) =>
  requestJson(auditCheckSchema, `${pathOf(code)}/verify`, send('POST', {}));

/** Page by page: each begins where the one before ended. */
export const auditSearchQuery = (code: string, search: AuditQuery) =>
  infiniteQueryOptions({
    queryKey: [code, 'audit', 'search', search],
    queryFn: ({ pageParam, signal }) =>
      requestJson(auditPageSchema, `${pathOf(code)}/search`, {
        ...send('POST', { ...search, before: pageParam }),
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // Each look into the log is a line of the log: none without being asked.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const auditPeopleQuery = (code: string, seq: number) =>
  queryOptions({
    queryKey: [code, 'audit', 'people', seq],
    queryFn: ({ signal }) =>
      requestJson(auditEntryPeopleSchema, `${pathOf(code)}/entries/${seq}/people`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const disasterReportQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'audit', 'disaster', id],
    queryFn: ({ signal }) =>
      requestJson(disasterReportSchema, `${pathOf(code)}/disaster-modes/${id}`, { signal }),
  });

export const disasterReportAddress = (code: string, id: string) =>
  `/api${pathOf(code)}/disaster-modes/${id}/report.csv`;

/** The lines that a search finds, as a file; what is searched by stays out of the address. */
export async function auditFile(code: string, search: AuditQuery, language: string): Promise<Blob> {
  const response = await ask(`${pathOf(code)}/search.csv`, {
    ...send('POST', search),
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });
  return response.blob();
}

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type OpenResponse,
  reportListSchema,
  reportsTakenSchema,
  responseDetailSchema,
  type SendReports,
  unexpectedCountedSchema,
  wayAnswerSchema,
  type wayToPersonSchema,
} from '#contract/response';
import type { LevelInForce } from '#domain/warning/warning-level';
import { ask, requestJson, send } from './client.ts';

const pathOf = (code: string, rest = '') => `/municipalities/${code}/responses${rest}`;

/** Read once; from then on the stream says what moves. */
export const responseQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'response', id],
    queryFn: ({ signal }) => requestJson(responseDetailSchema, pathOf(code, `/${id}`), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const openResponse = (code: string, body: OpenResponse) =>
  requestJson(responseDetailSchema, pathOf(code), send('POST', body));

/** ApiError of 409 where it stands so already. */
export const closeResponse = (code: string, id: string, isClosed: boolean) =>
  requestJson(responseDetailSchema, pathOf(code, `/${id}/closed`), send('PUT', { isClosed }));

export const raiseLevels = (code: string, id: string, levels: readonly LevelInForce[]) =>
  requestJson(responseDetailSchema, pathOf(code, `/${id}/levels`), send('POST', { levels }));

export const sendReports = (code: string, id: string, body: SendReports) =>
  requestJson(reportsTakenSchema, pathOf(code, `/${id}/reports`), send('POST', body));

/** All that was said of one person; new lines come with the next look. */
export const reportsOfQuery = (code: string, id: string, personId: string, moment: string) =>
  queryOptions({
    queryKey: [code, 'response', id, 'reports', personId, moment],
    queryFn: ({ signal }) =>
      requestJson(
        reportListSchema,
        pathOf(code, `/${id}/reports?person=${encodeURIComponent(personId)}`),
        { signal },
      ),
  });

export const findWay = (code: string, id: string, body: z.input<typeof wayToPersonSchema>) =>
  requestJson(wayAnswerSchema, pathOf(code, `/${id}/way`), send('POST', body));

export const countUnexpected = (code: string, id: string, shelterId: string, people: number) =>
  requestJson(
    unexpectedCountedSchema,
    pathOf(code, `/${id}/unexpected`),
    send('POST', { id: crypto.randomUUID(), shelterId, people }),
  );

/** Where the browser follows what is said. */
export const eventsAddress = (code: string, id: string) => `/api${pathOf(code, `/${id}/events`)}`;

/** @throws ApiError */
export async function fetchResponseCsv(code: string, id: string, language: string): Promise<Blob> {
  const headers = { 'accept-language': language };
  return (await ask(pathOf(code, `/${id}/people.csv`), { headers })).blob();
}

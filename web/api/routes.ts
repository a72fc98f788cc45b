import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type CutOffQuestion,
  cutOffAnswerSchema,
  type cutOffFileSchema,
  cutsAnswerSchema,
} from '#contract/cut-off';
import {
  type RouteQuestion,
  roadsToKeepSchema,
  routeAnswerSchema,
  routeOptionsSchema,
} from '#contract/route';
import { type WholeChainQuestion, wholeChainSchema } from '#contract/whole-chain';
import { ask, requestJson, send } from './client.ts';

const pathOf = (code: string, rest = '') => `/municipalities/${code}/routes${rest}`;

export const routeOptionsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'routes', 'options'],
    queryFn: ({ signal }) => requestJson(routeOptionsSchema, pathOf(code, '/options'), { signal }),
  });

/** By POST: places of people stand in no address. While a new one is looked for the former stays. */
export const routesQuery = (code: string, question: RouteQuestion | null) =>
  queryOptions({
    queryKey: [code, 'routes', 'found', question],
    queryFn: ({ signal }) =>
      requestJson(routeAnswerSchema, pathOf(code), { ...send('POST', question), signal }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });

export const cutOffQuery = (code: string, question: CutOffQuestion | null) =>
  queryOptions({
    queryKey: [code, 'routes', 'cut-off', question],
    queryFn: ({ signal }) =>
      requestJson(cutOffAnswerSchema, pathOf(code, '/cut-off'), {
        ...send('POST', question),
        signal,
      }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** @throws ApiError */
export async function fetchCutOffCsv(
  code: string,
  question: z.input<typeof cutOffFileSchema>,
  language: string,
): Promise<Blob> {
  const response = await ask(`${pathOf(code)}/cut-off.csv`, {
    ...send('POST', question),
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });
  return response.blob();
}

/** @param district whose people are counted; null: of all of them */
export const cutsQuery = (code: string, profile: string, district: string | null) =>
  queryOptions({
    queryKey: [code, 'routes', 'cuts', profile, district],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ profile, ...(district !== null && { district }) });
      return requestJson(cutsAnswerSchema, pathOf(code, `/cuts?${query}`), { signal });
    },
  });

/** Of one person: while another question about the same one is asked the former answer stays. */
export const wholeChainQuery = (
  code: string,
  residentId: string | null,
  question: WholeChainQuestion,
) =>
  queryOptions({
    queryKey: [code, 'routes', 'whole-chain', residentId, question],
    queryFn: ({ signal }) =>
      requestJson(wholeChainSchema, `/municipalities/${code}/residents/${residentId}/whole-chain`, {
        ...send('POST', question),
        signal,
      }),
    enabled: residentId !== null,
    placeholderData: (former, query) => (query?.queryKey[3] === residentId ? former : undefined),
    gcTime: 0,
  });

/** Roads by their ids, with where those lie that have no name. */
export const namedRoadsQuery = (code: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: [code, 'routes', 'named', ids],
    queryFn: async ({ signal }) => {
      const { roads, whereabouts } = await requestJson(roadsToKeepSchema, pathOf(code, '/roads'), {
        ...send('POST', { ids }),
        signal,
      });
      return roads.flatMap(({ id, name }, at) => {
        const lies = whereabouts[at];
        return lies === undefined ? [] : [{ id, name, ...lies }];
      });
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });

/** Roads with their source and middle, as a plan keeps them. */
export const planRoadsOf = (code: string, ids: readonly string[]) =>
  requestJson(roadsToKeepSchema, pathOf(code, '/roads'), send('POST', { ids: [...new Set(ids)] }));

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import { departuresSchema } from '#contract/plan-departures';
import {
  type ProposeAll,
  proposalComparisonSchema,
  proposalLinesSchema,
  proposalListSchema,
  type proposalQuerySchema,
  proposalSchema,
  takenOverSchema,
} from '#contract/plan-proposal';
import { ask, requestJson, send } from './client.ts';
import { plansKey } from './plans.ts';

export const PROPOSAL_PAGE_SIZE = 100;
export type ProposalOnly = z.output<typeof proposalQuerySchema>['only'];
export interface ProposalFilters {
  readonly only: ProposalOnly;
  readonly shelter: string | null;
}

const pathOf = (code: string, rest = '') => `/municipalities/${code}/plan-proposals${rest}`;
const proposalsKey = (code: string) => [...plansKey(code), 'proposals'] as const;

export const proposalsQuery = (code: string) =>
  queryOptions({
    queryKey: [...proposalsKey(code), 'list'],
    queryFn: ({ signal }) => requestJson(proposalListSchema, pathOf(code), { signal }),
  });

/** Figures, and one page of its people. */
export const proposalQuery = (code: string, id: string, filters: ProposalFilters, page: number) =>
  queryOptions({
    queryKey: [...proposalsKey(code), 'one', id, filters, page],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({
        only: filters.only,
        offset: String(page * PROPOSAL_PAGE_SIZE),
        limit: String(PROPOSAL_PAGE_SIZE),
        ...(filters.shelter !== null && { shelter: filters.shelter }),
      });
      return requestJson(proposalSchema, pathOf(code, `/${id}?${search}`), { signal });
    },
    ...(page === 0 && { placeholderData: keepPreviousData }),
  });

/** Everybody's line on the map, in the order of the list. */
export const proposalLinesQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(code), 'lines', id],
    queryFn: ({ signal }) =>
      requestJson(proposalLinesSchema, pathOf(code, `/${id}/lines`), { signal }),
  });

export const proposalComparisonQuery = (code: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...proposalsKey(code), 'compare', from, to],
    queryFn: ({ signal }) =>
      requestJson(proposalComparisonSchema, pathOf(code, `/${from}/compare?with=${to}`), {
        signal,
      }),
  });

/** @throws ApiError of 409 where another job is running */
export const startProposal = (code: string, conditions: ProposeAll) =>
  requestJson(jobSchema, pathOf(code), send('POST', conditions));

export const takeOver = (code: string, id: string, residentIds: readonly string[]) =>
  requestJson(takenOverSchema, pathOf(code, `/${id}/take-over`), send('POST', { residentIds }));

export const removeProposal = (code: string, id: string) =>
  requestJson(z.object({}), pathOf(code, `/${id}`), send('DELETE'));

export const restoreProposal = (code: string, id: string) =>
  requestJson(z.object({}), pathOf(code, `/${id}/restore`), send('POST'));

export interface DepartureFilters {
  readonly district: string | null;
  /** Minutes after level 3, and after level 4; null: as the city usually reckons. */
  readonly within3: number | null;
  readonly within4: number | null;
}

const departuresPath = (
  code: string,
  kind: '' | '.csv',
  { district, within3, within4 }: DepartureFilters,
) => {
  const search = new URLSearchParams({
    ...(district !== null && { district }),
    ...(within3 !== null && { within3: String(within3) }),
    ...(within4 !== null && { within4: String(within4) }),
  });
  return `/municipalities/${code}/plans/departures${kind}?${search}`;
};

export const departuresQuery = (code: string, filters: DepartureFilters) =>
  queryOptions({
    queryKey: [...plansKey(code), 'departures', filters.district, filters.within3, filters.within4],
    queryFn: ({ signal }) =>
      requestJson(departuresSchema, departuresPath(code, '', filters), { signal }),
    placeholderData: keepPreviousData,
  });

export async function fetchDeparturesCsv(
  code: string,
  filters: DepartureFilters,
  language: string,
): Promise<Blob> {
  const response = await ask(departuresPath(code, '.csv', filters), {
    headers: { 'accept-language': language },
  });
  return response.blob();
}

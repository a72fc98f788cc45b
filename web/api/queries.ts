import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { datasetListSchema } from '#contract/dataset';
import { districtListSchema, municipalityListSchema, summarySchema } from '#contract/municipality';
import { residentDetailSchema, residentPageSchema, type SortKey } from '#contract/resident';
import { shelterDetailSchema, shelterListSchema, zoneDetailSchema } from '#contract/shelter';
import type { ResidentFilters } from '../state/view-state.ts';
import { requestJson } from './client.ts';
import { residentSearch } from './resident-search.ts';

export const PAGE_SIZE = 100;
const SUMMARY_REFRESH_MILLIS = 60_000;

export const municipalitiesQuery = () =>
  queryOptions({
    queryKey: ['municipalities'],
    queryFn: ({ signal }) => requestJson(municipalityListSchema, '/municipalities', { signal }),
    staleTime: SUMMARY_REFRESH_MILLIS,
  });

export const summaryQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'summary'],
    queryFn: ({ signal }) =>
      requestJson(summarySchema, `/municipalities/${code}/summary`, { signal }),
    refetchInterval: SUMMARY_REFRESH_MILLIS,
  });

export const districtsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'districts'],
    queryFn: ({ signal }) =>
      requestJson(districtListSchema, `/municipalities/${code}/districts`, { signal }),
  });

export interface ResidentListKey {
  readonly filters: ResidentFilters;
  readonly sort: readonly SortKey[];
}

/** One page of the list. While another is fetched the former stays to be seen. */
export const residentPageQuery = (code: string, list: ResidentListKey, page: number) =>
  queryOptions({
    queryKey: [code, 'residents', list, page],
    queryFn: ({ signal }) =>
      requestJson(
        residentPageSchema,
        `/municipalities/${code}/residents?${residentSearch(list, page * PAGE_SIZE, PAGE_SIZE)}`,
        { signal },
      ),
    ...(page === 0 && { placeholderData: keepPreviousData }),
  });

export const residentQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'resident', id],
    queryFn: ({ signal }) =>
      requestJson(
        residentDetailSchema,
        `/municipalities/${code}/residents/${encodeURIComponent(id)}`,
        { signal },
      ),
  });

export const sheltersQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'shelters'],
    queryFn: ({ signal }) =>
      requestJson(shelterListSchema, `/municipalities/${code}/shelters`, { signal }),
  });

export const shelterQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'shelter', id],
    queryFn: ({ signal }) =>
      requestJson(
        shelterDetailSchema,
        `/municipalities/${code}/shelters/${encodeURIComponent(id)}`,
        { signal },
      ),
  });

export const zoneQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'zone', id],
    queryFn: ({ signal }) =>
      requestJson(zoneDetailSchema, `/municipalities/${code}/zones/${encodeURIComponent(id)}`, {
        signal,
      }),
  });

export const datasetsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'datasets'],
    queryFn: ({ signal }) =>
      requestJson(datasetListSchema, `/municipalities/${code}/datasets`, { signal }),
  });

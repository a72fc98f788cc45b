import { queryOptions } from '@tanstack/react-query';
import {
  nearResourcesSchema,
  type ResourceDetail,
  type ResourceFactsOnWire,
  resourceConflictSchema,
  resourceDetailSchema,
  resourceListSchema,
  resourcesImportedSchema,
} from '#contract/resource';
import { ApiError, ask, requestJson, send } from './client.ts';

const pathOf = (code: string, rest = '') => `/municipalities/${code}/resources${rest}`;
export const resourcesKey = (code: string) => [code, 'resources'] as const;
const REFRESH_MILLIS = 300_000;

export const resourcesQuery = (code: string) =>
  queryOptions({
    queryKey: [...resourcesKey(code), 'list'],
    queryFn: ({ signal }) => requestJson(resourceListSchema, pathOf(code), { signal }),
    // What is open now is another thing a while later.
    refetchInterval: REFRESH_MILLIS,
  });

export const resourceQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...resourcesKey(code), id],
    queryFn: ({ signal }) => requestJson(resourceDetailSchema, pathOf(code, `/${id}`), { signal }),
  });

export const nearResourcesQuery = (code: string, person: string) =>
  queryOptions({
    queryKey: [...resourcesKey(code), 'near', person],
    queryFn: ({ signal }) =>
      requestJson(
        nearResourcesSchema,
        `/municipalities/${code}/residents/${person}/resources-near`,
        { signal },
      ),
    retry: false,
  });

export const createResource = (code: string, facts: ResourceFactsOnWire) =>
  requestJson(resourceDetailSchema, pathOf(code), send('POST', facts));

/** ApiError of 409 where somebody was quicker: `standingIn` says how it stands. */
export const changeResource = (
  code: string,
  id: string,
  body: { readonly version: number; readonly facts: ResourceFactsOnWire },
) => requestJson(resourceDetailSchema, pathOf(code, `/${id}`), send('PUT', body));

export const setResourceRemoved = (
  code: string,
  id: string,
  body: { readonly version: number; readonly isRemoved: boolean },
) => requestJson(resourceDetailSchema, pathOf(code, `/${id}/removed`), send('PUT', body));

export function standingIn(error: unknown): ResourceDetail | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return resourceConflictSchema.safeParse(error.body).data?.current ?? null;
}

export const importResources = (code: string, file: Blob, isApplied: boolean) =>
  requestJson(resourcesImportedSchema, pathOf(code, `/import${isApplied ? '?apply=true' : ''}`), {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: file,
  });

/** @throws ApiError */
export async function fetchResourcesCsv(code: string): Promise<Blob> {
  return (await ask(`/municipalities/${code}/resources.csv`)).blob();
}

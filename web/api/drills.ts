import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type DrillTemplate,
  drillCandidatesSchema,
  drillConflictSchema,
  drillListSchema,
  type drillMergeSchema,
  drillTemplateListSchema,
  drillTemplateSchema,
  drillVersionSchema,
  drillViewSchema,
  type NewDrill,
  type SaveDrill,
} from '#contract/drill';
import { ApiError, requestJson, send } from './client.ts';

const pathOf = (code: string) => `/municipalities/${code}/drills`;
/** Of one drill. */
export const drillPath = (code: string, id: string, rest = '') => `${pathOf(code)}/${id}${rest}`;
/** Everything that is asked of drills begins with it. */
export const drillsKey = (code: string) => [code, 'drills'] as const;

export const drillsQuery = (code: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'list'],
    queryFn: ({ signal }) => requestJson(drillListSchema, pathOf(code), { signal }),
  });

export const drillQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'one', id],
    queryFn: ({ signal }) => requestJson(drillViewSchema, drillPath(code, id), { signal }),
  });

export const createDrill = (code: string, body: NewDrill) =>
  requestJson(drillViewSchema, pathOf(code), send('POST', body));

/** @throws ApiError of 409 where somebody else saved since: `drillMergeIn` has both edits brought together */
export const saveDrill = (code: string, id: string, body: SaveDrill) =>
  requestJson(drillViewSchema, drillPath(code, id), send('PUT', body));

export const removeDrill = (code: string, id: string, isRemoved: boolean) =>
  requestJson(drillViewSchema, drillPath(code, id, '/removed'), send('PUT', { isRemoved }));

export type DrillMerge = z.output<typeof drillMergeSchema>;
/** The two edits of a refused save; null where it was refused for something else. */
export function drillMergeIn(error: unknown): DrillMerge | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return drillConflictSchema.safeParse(error.body).data?.merge ?? null;
}

export const drillVersionQuery = (code: string, id: string, version: number) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'version', id, version],
    queryFn: ({ signal }) =>
      requestJson(drillVersionSchema, drillPath(code, id, `/versions/${version}`), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** By POST: names stand in no address. While another text is looked for the former people stay. */
export const drillCandidatesQuery = (code: string, id: string, text: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'candidates', id, text],
    queryFn: ({ signal }) =>
      requestJson(drillCandidatesSchema, drillPath(code, id, '/candidates'), {
        ...send('POST', { text, limit: 100 }),
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** That somebody agreed to take part in this drill; null takes it back. */
export const recordAgreement = (
  code: string,
  id: string,
  personId: string,
  body: { readonly agreedOn: string | null; readonly explainedBy: string | null },
) =>
  requestJson(
    drillViewSchema,
    drillPath(code, id, `/people/${personId}/agreement`),
    send('PUT', body),
  );

export const drillTemplatesQuery = (code: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'templates'],
    queryFn: ({ signal }) =>
      requestJson(drillTemplateListSchema, `/municipalities/${code}/drill-templates`, { signal }),
  });

/** The manual under a name of the city's own. */
export const createDrillTemplate = (
  code: string,
  body: { readonly name: DrillTemplate['name']; readonly manual: DrillTemplate['manual'] },
) =>
  requestJson(drillTemplateSchema, `/municipalities/${code}/drill-templates`, send('POST', body));

/** The next version of one of the city's own. @throws ApiError of 409 where somebody saved another since */
export const saveDrillTemplate = (
  code: string,
  id: string,
  body: {
    readonly version: number;
    readonly name: DrillTemplate['name'];
    readonly manual: DrillTemplate['manual'];
  },
) =>
  requestJson(
    drillTemplateSchema,
    `/municipalities/${code}/drill-templates/${id}`,
    send('PUT', body),
  );

export const fetchDrillTemplate = (code: string, id: string) =>
  requestJson(drillTemplateSchema, `/municipalities/${code}/drill-templates/${id}`);

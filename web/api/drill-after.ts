import { queryOptions } from '@tanstack/react-query';
import { drillEvaluationSchema, findingListSchema, type NewFinding } from '#contract/drill-after';
import { drillPublicationSchema, publicationNamesProblemSchema } from '#contract/drill-publication';
import { ApiError, requestJson, send } from './client.ts';
import { drillPath, drillsKey } from './drills.ts';

const listOf = (path: string, init: RequestInit) => requestJson(findingListSchema, path, init);

export const drillEvaluationQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'evaluation', id],
    queryFn: ({ signal }) =>
      requestJson(drillEvaluationSchema, drillPath(code, id, '/evaluation'), { signal }),
  });

export const findingsQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'findings', id],
    queryFn: ({ signal }) =>
      requestJson(findingListSchema, drillPath(code, id, '/findings'), { signal }),
  });

export const addFinding = (code: string, id: string, finding: NewFinding) =>
  listOf(drillPath(code, id, '/findings'), send('POST', finding));

/** @throws ApiError of 409 where somebody else changed it since `version` */
export const saveFinding = (
  code: string,
  id: string,
  findingId: string,
  finding: NewFinding & { readonly version: number },
) => listOf(drillPath(code, id, `/findings/${findingId}`), send('PUT', finding));

export const markFindingDone = (
  code: string,
  id: string,
  findingId: string,
  body: { readonly version: number; readonly doneDate: string | null },
) => listOf(drillPath(code, id, `/findings/${findingId}/done`), send('PUT', body));

export const removeFinding = (
  code: string,
  id: string,
  findingId: string,
  body: { readonly version: number; readonly isRemoved: boolean },
) => listOf(drillPath(code, id, `/findings/${findingId}/removed`), send('PUT', body));

/** Does what a finding changes, or takes it back. */
export const carryOutFinding = (
  code: string,
  id: string,
  findingId: string,
  body: { readonly version: number; readonly isCarriedOut: boolean },
) => listOf(drillPath(code, id, `/findings/${findingId}/carried-out`), send('PUT', body));

export const publicationQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'publication', id],
    queryFn: ({ signal }) =>
      requestJson(drillPublicationSchema, drillPath(code, id, '/publication'), { signal }),
  });

export const stepPublication = (
  code: string,
  id: string,
  step: 'ask' | 'approve' | 'take-back',
  version: number,
) =>
  requestJson(
    drillPublicationSchema,
    drillPath(code, id, `/publication/${step}`),
    send('POST', { version }),
  );

/** From then on the public page says that it was withdrawn, and why. */
export const withdrawPublication = (code: string, id: string, version: number, reason: string) =>
  requestJson(
    drillPublicationSchema,
    drillPath(code, id, '/publication/withdraw'),
    send('POST', { version, reason }),
  );

/** Names of the roster that a refused publication holds; none where it was refused for something else. */
export function namesIn(error: unknown) {
  if (!(error instanceof ApiError)) return [];
  return publicationNamesProblemSchema.safeParse(error.body).data?.names ?? [];
}

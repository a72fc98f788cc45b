import { queryOptions } from '@tanstack/react-query';
import { type FireCheckQuestion, fireCheckAnswerSchema } from '#contract/fire-check';
import { fireStationListSchema } from '#contract/fire-station';
import { roadAnswerSchema } from '#contract/route';
import {
  type NewSiteOverride,
  siteOverrideDetailSchema,
  siteOverrideListSchema,
  siteOverrideRoadsSchema,
} from '#contract/site-override';
import { ask, requestJson, send } from './client.ts';

const pathOf = (code: string, rest: string) => `/municipalities/${code}${rest}`;
const siteOf = (code: string, rest = '') => pathOf(code, `/site-overrides${rest}`);

export const fireStationsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'fire-stations'],
    queryFn: ({ signal }) =>
      requestJson(fireStationListSchema, pathOf(code, '/fire-stations'), { signal }),
  });

/** Under `routes`: what is found on site makes it be asked anew. Nothing of it stays once it is left. */
export const fireCheckQuery = (code: string, question: FireCheckQuestion | null) =>
  queryOptions({
    queryKey: [code, 'routes', 'fire-check', question],
    queryFn: ({ signal }) =>
      requestJson(fireCheckAnswerSchema, pathOf(code, '/routes/fire-check'), {
        ...send('POST', question),
        signal,
      }),
    enabled: question !== null,
    gcTime: 0,
    retry: false,
    // Each answer is written down in the log of access: nothing but a hand or a change of the roads asks again.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });

/** @throws ApiError */
export async function fetchFireCheckCsv(
  code: string,
  question: FireCheckQuestion,
  language: string,
): Promise<Blob> {
  const response = await ask(pathOf(code, '/routes/fire-check.csv'), {
    ...send('POST', question),
    headers: { 'content-type': 'application/json', 'accept-language': language },
  });
  return response.blob();
}

export const roadQuery = (code: string, id: string | null) =>
  queryOptions({
    queryKey: [code, 'road', id],
    queryFn: ({ signal }) =>
      requestJson(
        roadAnswerSchema,
        pathOf(code, `/routes/road?id=${encodeURIComponent(id ?? '')}`),
        {
          signal,
        },
      ),
    enabled: id !== null,
  });

export const siteOverridesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'site-overrides', 'list'],
    queryFn: ({ signal }) => requestJson(siteOverrideListSchema, siteOf(code), { signal }),
  });

export const siteRoadsQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'site-overrides', 'roads'],
    queryFn: ({ signal }) =>
      requestJson(siteOverrideRoadsSchema, siteOf(code, '/roads'), { signal }),
  });

export const siteOverrideQuery = (code: string, id: string | null) =>
  queryOptions({
    queryKey: [code, 'site-overrides', 'one', id],
    queryFn: ({ signal }) => fetchSiteOverride(code, id ?? '', signal),
    enabled: id !== null,
  });

export const fetchSiteOverride = (code: string, id: string, signal?: AbortSignal) =>
  requestJson(siteOverrideDetailSchema, siteOf(code, `/${id}`), signal && { signal });

export const createSiteOverride = (code: string, override: NewSiteOverride) =>
  requestJson(siteOverrideDetailSchema, siteOf(code), send('POST', override));

interface Change extends Omit<NewSiteOverride, 'road'> {
  readonly version: number;
}
/** @throws ApiError 409 `site-override.stale` where somebody else changed it since `version` */
export const changeSiteOverride = (code: string, id: string, change: Change) =>
  requestJson(siteOverrideDetailSchema, siteOf(code, `/${id}`), send('PUT', change));

/** @throws as above */
export const takeBackSiteOverride = (
  code: string,
  id: string,
  version: number,
  isTakenBack: boolean,
) =>
  requestJson(
    siteOverrideDetailSchema,
    siteOf(code, `/${id}/taken-back`),
    send('PUT', { version, isTakenBack }),
  );

export const addSitePhoto = (code: string, id: string, photo: Blob) =>
  requestJson(siteOverrideDetailSchema, siteOf(code, `/${id}/photos`), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: photo,
  });

export const setSitePhotoRemoved = (
  code: string,
  id: string,
  photoId: string,
  isRemoved: boolean,
) =>
  requestJson(
    siteOverrideDetailSchema,
    siteOf(code, `/${id}/photos/${photoId}/removed`),
    send('PUT', { isRemoved }),
  );

/** Each look at a photo is written down: it is fetched when somebody wants to see it. */
export async function fetchSitePhoto(code: string, id: string, photoId: string): Promise<Blob> {
  const headers = { accept: 'image/*' };
  return (await ask(siteOf(code, `/${id}/photos/${photoId}`), { headers })).blob();
}

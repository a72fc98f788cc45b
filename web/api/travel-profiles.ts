import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { type changeTravelProfileSchema, travelProfilesSchema } from '#contract/travel-profile';
import { requestJson, send } from './client.ts';

const pathOf = (code: string) => `/municipalities/${code}/travel-profiles`;

export const travelProfilesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'travel-profiles'],
    queryFn: ({ signal }) => requestJson(travelProfilesSchema, pathOf(code), { signal }),
  });

/** @throws ApiError 409 `travel-profile.stale` where somebody else changed it since the version */
export const changeTravelProfile = (
  code: string,
  id: string,
  change: z.input<typeof changeTravelProfileSchema>,
) =>
  requestJson(
    travelProfilesSchema,
    `${pathOf(code)}/${encodeURIComponent(id)}`,
    send('PUT', change),
  );

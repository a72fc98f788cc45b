import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { type newRelayOfficeSchema, relayOfficeListSchema } from '#contract/relay-office';
import { requestJson, send } from './client.ts';

export type NewRelayOffice = z.output<typeof newRelayOfficeSchema>;

const pathOf = (code: string, rest = '') => `/municipalities/${code}/relay-offices${rest}`;

export const listedOfficesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'listed-offices'],
    queryFn: ({ signal }) => requestJson(relayOfficeListSchema, pathOf(code), { signal }),
  });

/** Each answers all offices that there are now. */
export const createListedOffice = (code: string, office: NewRelayOffice) =>
  requestJson(relayOfficeListSchema, pathOf(code), send('POST', office));

/** @throws ApiError 409 where somebody else changed it since `version`, or the name is taken */
export const changeListedOffice = (
  code: string,
  id: string,
  change: NewRelayOffice & { readonly version: number },
) => requestJson(relayOfficeListSchema, pathOf(code, `/${id}`), send('PUT', change));

/** @throws as above */
export const closeListedOffice = (code: string, id: string, version: number, isClosed: boolean) =>
  requestJson(
    relayOfficeListSchema,
    pathOf(code, `/${id}/closed`),
    send('PUT', { version, isClosed }),
  );

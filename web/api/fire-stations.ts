import type { z } from 'zod';
import { fireStationListSchema, type newFireStationSchema } from '#contract/fire-station';
import { requestJson, send } from './client.ts';

export type NewFireStation = z.output<typeof newFireStationSchema>;

const pathOf = (code: string, rest = '') => `/municipalities/${code}/fire-stations${rest}`;

/** Each answers all stations that there are now. */
export const createFireStation = (code: string, station: NewFireStation) =>
  requestJson(fireStationListSchema, pathOf(code), send('POST', station));

/** @throws ApiError 409 `fire-station.stale` where somebody else changed it since `version` */
export const changeFireStation = (
  code: string,
  id: string,
  change: NewFireStation & { readonly version: number },
) => requestJson(fireStationListSchema, pathOf(code, `/${id}`), send('PUT', change));

/** @throws as above */
export const closeFireStation = (code: string, id: string, version: number, isClosed: boolean) =>
  requestJson(
    fireStationListSchema,
    pathOf(code, `/${id}/closed`),
    send('PUT', { version, isClosed }),
  );

import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { type orderPrintsSchema, printsSchema } from '#contract/plan-paper';
import { requestJson, send } from './client.ts';

const LOOK_AGAIN_MILLIS = 1000;

const printsPath = (code: string, id = '') => `/municipalities/${code}/plans/prints${id}`;
export const printsZipUrl = (code: string, id: string) =>
  `/api${printsPath(code, `/${id}`)}/plans.zip`;

export const orderPrints = (code: string, order: z.input<typeof orderPrintsSchema>) =>
  requestJson(printsSchema, printsPath(code), send('POST', order));

/** Ends the order where it runs, and removes what was printed. */
export const removePrints = (code: string, id: string) =>
  requestJson(printsSchema, printsPath(code, `/${id}`), send('DELETE', {}));

/** How far an order is, looked at again until it has come to its end. */
export const printsQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [code, 'prints', id],
    queryFn: ({ signal }) => requestJson(printsSchema, printsPath(code, `/${id}`), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN_MILLIS : false),
    retry: false,
  });

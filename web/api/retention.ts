import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { retentionSchema, type saveRetentionSchema } from '#contract/retention';
import { requestJson, send } from './client.ts';

const REFRESH_MILLIS = 30_000;

const pathOf = (code: string) => `/municipalities/${code}/retention`;

/** Asked for again while the screen is open: a run that is ordered is done meanwhile. */
export const retentionQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'retention'],
    queryFn: ({ signal }) => requestJson(retentionSchema, pathOf(code), { signal }),
    refetchInterval: REFRESH_MILLIS,
  });

/** ApiError of 409 where somebody else said it since. */
export const saveRetention = (code: string, rule: z.input<typeof saveRetentionSchema>) =>
  requestJson(retentionSchema, pathOf(code), send('PUT', rule));

export const orderPrune = (code: string) =>
  requestJson(retentionSchema, `${pathOf(code)}/runs`, send('POST'));

export const callOffPrune = (code: string) =>
  requestJson(retentionSchema, `${pathOf(code)}/runs/called-off`, send('POST'));

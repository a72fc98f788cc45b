import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  accountListSchema,
  accountSchema,
  type changeAccountSchema,
  type createAccountSchema,
  oneTimePasswordSchema,
} from '#contract/account';
import { requestJson, send } from './client.ts';

export type NewAccount = z.input<typeof createAccountSchema>;
export type AccountChange = z.input<typeof changeAccountSchema>;

export const accountsQuery = () =>
  queryOptions({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => requestJson(accountListSchema, '/accounts', { signal }),
    staleTime: 0,
  });

/** Answers the one-time password, which is never answered again. */
export const addAccount = (account: NewAccount) =>
  requestJson(oneTimePasswordSchema, '/accounts', send('POST', account));

/** ApiError of 409 where somebody else changed it since `version`. */
export const changeAccount = (id: string, change: AccountChange) =>
  requestJson(accountSchema, `/accounts/${encodeURIComponent(id)}`, send('PATCH', change));

/** Ends the sessions of whose it is. ApiError of 409 where somebody else changed it since `version`. */
export const resetAccount = (id: string, version: number) =>
  requestJson(
    oneTimePasswordSchema,
    `/accounts/${encodeURIComponent(id)}/reset`,
    send('POST', { version }),
  );

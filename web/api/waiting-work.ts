import { queryOptions } from '@tanstack/react-query';
import { waitingWorkSchema } from '#contract/waiting-work';
import { requestJson } from './client.ts';

/** Looked at anew with every opening of the start page: others write sheets and change plans meanwhile. */
export const waitingWorkQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'waiting-work'],
    queryFn: ({ signal }) =>
      requestJson(waitingWorkSchema, `/municipalities/${code}/waiting-work`, { signal }),
    staleTime: 0,
  });

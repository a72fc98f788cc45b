import { queryOptions } from '@tanstack/react-query';
import { requestJson } from './client.ts';

const REFRESH_MILLIS = 30_000;

/**
 * The responses of a municipality, asked for on every screen. What checks the answer comes with it: the first view
 * needs none of it.
 */
export const responsesQuery = (code: string) =>
  queryOptions({
    queryKey: [code, 'responses'],
    queryFn: async ({ signal }) => {
      const { responseListSchema } = await import('#contract/response');
      return requestJson(responseListSchema, `/municipalities/${code}/responses`, { signal });
    },
    refetchInterval: REFRESH_MILLIS,
  });

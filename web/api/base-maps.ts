import { queryOptions } from '@tanstack/react-query';
import { baseMapListSchema } from '#contract/base-map';
import { requestJson } from './client.ts';

/** Base maps that the server offers; asked anew each time the choice is opened. */
export const baseMapsQuery = () =>
  queryOptions({
    queryKey: ['base-maps'],
    queryFn: ({ signal }) => requestJson(baseMapListSchema, '/base-maps', { signal }),
  });

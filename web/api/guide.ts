import { queryOptions } from '@tanstack/react-query';
import { guideReadingSchema } from '#contract/guide';
import { requestJson, send } from './client.ts';

export const guideReadingQuery = () =>
  queryOptions({
    queryKey: ['guide'],
    queryFn: ({ signal }) => requestJson(guideReadingSchema, '/account/guide', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const recordGuideReading = (version: number) =>
  requestJson(guideReadingSchema, '/account/guide', send('PUT', { version }));

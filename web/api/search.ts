import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { changesSchema } from '#contract/changes';
import { hazardJudgementSchema } from '#contract/resident';
import { type PlaceToJudge, searchResultsSchema } from '#contract/search';
import { requestJson, send } from './client.ts';

/** Looks for a text by POST: it stands in no address. Forgotten as soon as it is not shown. */
export const searchQuery = (code: string, text: string) =>
  queryOptions({
    queryKey: [code, 'search', text],
    queryFn: ({ signal }) =>
      requestJson(searchResultsSchema, `/municipalities/${code}/search`, {
        ...send('POST', { text }),
        signal,
      }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });

export const judgePlaceQuery = (code: string, place: PlaceToJudge) =>
  queryOptions({
    queryKey: [code, 'judge-place', place],
    queryFn: ({ signal }) =>
      requestJson(hazardJudgementSchema, `/municipalities/${code}/judge-place`, {
        ...send('POST', place),
        signal,
      }),
  });

export const changesQuery = (code: string, since: string) =>
  queryOptions({
    queryKey: [code, 'changes', since],
    queryFn: ({ signal }) =>
      requestJson(
        changesSchema,
        `/municipalities/${code}/changes?since=${encodeURIComponent(since)}`,
        { signal },
      ),
  });

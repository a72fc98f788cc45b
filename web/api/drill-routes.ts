import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { jobSchema } from '#contract/dataset';
import {
  type DrillRoutesQuestion,
  drillRoutesSchema,
  drillTourListSchema,
  drillTourSchema,
  type PlanTours,
} from '#contract/drill-routes';
import { ask, requestJson, send } from './client.ts';
import { drillPath, drillsKey } from './drills.ts';

/** By POST, as ways of people stand in no address; while another minute is asked the former ways stay. */
export const drillRoutesQuery = (
  code: string,
  id: string,
  version: number,
  question: DrillRoutesQuestion,
) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'routes', id, version, question],
    queryFn: ({ signal }) =>
      requestJson(drillRoutesSchema, drillPath(code, id, '/routes'), {
        ...send('POST', question),
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Plans joint pick-ups as a job. @throws ApiError of 409 while another one is under way */
export const startTours = (code: string, id: string, conditions: PlanTours) =>
  requestJson(
    z.object({ id: z.string() }),
    drillPath(code, id, '/tours'),
    send('POST', conditions),
  );

export const drillToursQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'tours', id],
    queryFn: ({ signal }) =>
      requestJson(drillTourListSchema, drillPath(code, id, '/tours'), { signal }),
  });

const JOB_MILLIS = 700;
const tourJobPath = (code: string, id: string, jobId: string) =>
  drillPath(code, id, `/tours/jobs/${jobId}`);

/** How far the planning is, asked by the drill's own door: the stream of jobs is for those who keep the data. */
export const tourJobQuery = (code: string, id: string, jobId: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'tour-job', id, jobId],
    queryFn: ({ signal }) => requestJson(jobSchema, tourJobPath(code, id, jobId), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? JOB_MILLIS : false),
  });

export const cancelTourJob = (code: string, id: string, jobId: string) =>
  requestJson(jobSchema, tourJobPath(code, id, jobId), send('DELETE'));

/** As it is driven by the closures of a minute. */
export const drillTourQuery = (code: string, id: string, tourId: string, minute: number) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'tour', id, tourId, minute],
    queryFn: ({ signal }) =>
      requestJson(drillTourSchema, drillPath(code, id, `/tours/${tourId}?minute=${minute}`), {
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** A file of the drill in the language of the screen. @throws ApiError */
export async function fetchDrillFile(
  code: string,
  id: string,
  path: string,
  language: string,
): Promise<Blob> {
  const headers = { accept: '*/*', 'accept-language': language };
  return (await ask(drillPath(code, id, path), { headers })).blob();
}

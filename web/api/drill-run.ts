import { queryOptions } from '@tanstack/react-query';
import {
  type AppendEvents,
  drillEventsSchema,
  drillPhotoKeptSchema,
  drillRunSchema,
  eventsAppendedSchema,
} from '#contract/drill-run';
import { ask, requestJson, send } from './client.ts';
import { drillPath, drillsKey } from './drills.ts';

/** Often enough that what is kept for a tablet without a network is not old. */
const REFRESH_MILLIS = 60_000;

export const drillRunQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: [...drillsKey(code), 'run', id],
    queryFn: ({ signal }) => requestJson(drillRunSchema, drillPath(code, id, '/run'), { signal }),
    refetchInterval: REFRESH_MILLIS,
  });

/** @throws ApiError; 413 and the like are final, status 0 is not */
export const appendEvents = (code: string, id: string, body: AppendEvents) =>
  requestJson(eventsAppendedSchema, drillPath(code, id, '/events'), send('POST', body));

/** Of the server and never of what was kept, as its clock is read by it. */
export async function fetchEvents(code: string, id: string, after: number) {
  const answer = await ask(drillPath(code, id, `/events?after=${after}`));
  return drillEventsSchema.parse(await answer.json());
}

/** Where the browser follows what other devices write down. */
export const drillLiveAddress = (code: string, id: string) => `/api${drillPath(code, id, '/live')}`;

export const sendDrillPhoto = (code: string, id: string, photoId: string, photo: Blob) =>
  requestJson(drillPhotoKeptSchema, drillPath(code, id, `/photos/${photoId}`), {
    method: 'PUT',
    headers: { 'content-type': photo.type },
    body: photo,
  });

/** Each look is written down, so it is fetched when somebody wants to see it. */
export async function fetchDrillPhoto(code: string, id: string, photoId: string): Promise<Blob> {
  return (
    await ask(drillPath(code, id, `/photos/${photoId}`), { headers: { accept: 'image/*' } })
  ).blob();
}

import { z } from 'zod';
import {
  appendEventsSchema,
  DRILL_PHOTO_MEDIA_TYPES,
  drillEventsQuerySchema,
  drillEventsSchema,
  drillPhotoKeptSchema,
  drillRunSchema,
  eventsAppendedSchema,
  MOST_DRILL_PHOTO_BYTES,
} from '#contract/drill-run';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { keepDrillPhoto, readDrillPhoto } from '../../services/drills/drill-photos.ts';
import { appendEvents, readEvents, readRun } from '../../services/drills/run-drill.ts';
import { bodyOf } from '../body-of.ts';
import { answerWith } from '../edit-place.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { followLive } from '../live-stream.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { DRILLS, drillParams, drillSources } from './drills.ts';

const withPhoto = drillParams.extend({ photoId: z.uuid() });
const about = { tag: 'drills', personal: true, params: drillParams } as const;

export const drillRunEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${DRILLS}/:id/run`,
    access: 'drills.see',
    summary: {
      ja: '訓練の実施に要るもの一式(通信がなくても続けられるように)',
      en: 'All that running a drill needs, so that it goes on without a network',
    },
    response: drillRunSchema,
    audit: 'people.drill',
    problems: ['drill.unknown'],
    async handle(asked) {
      const read = await readRun(drillSources(asked), asked.params.id);
      return read.ok
        ? ok(read.value.run, read.value.residentIds)
        : fail(fromDomainProblem(read.problem));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${DRILLS}/:id/events`,
    access: 'drills.see',
    summary: { ja: '訓練の経過(届いた順)', en: 'What happened in a drill, as it came in' },
    query: drillEventsQuerySchema,
    response: drillEventsSchema,
    problems: ['drill.unknown'],
    async handle(asked) {
      return answerWith(await readEvents(drillSources(asked), asked.params.id, asked.query.after));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'post',
    path: `${DRILLS}/:id/events`,
    access: 'drills.run',
    summary: {
      ja: '訓練の経過を記録(端末と番号で一度だけ。通信が戻ったときは一括で)',
      en: 'Write down what happened (once by device and sequence; many at once after being offline)',
    },
    body: appendEventsSchema,
    response: eventsAppendedSchema,
    problems: ['drill.unknown'],
    changes: { action: 'drill.run', people: () => [] },
    async handle(asked) {
      const { id } = asked.params;
      const appended = await appendEvents(drillSources(asked), id, asked.body);
      if (appended.ok) asked.context.drills.changed(id);
      return answerWith(appended);
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${DRILLS}/:id/live`,
    access: 'drills.see',
    summary: {
      ja: '訓練の経過(サーバー送信イベント。event: events。Last-Event-IDかafterから続けられます)',
      en: 'What happens, as server-sent events named `events`; goes on from Last-Event-ID or `after`',
    },
    query: drillEventsQuerySchema,
    response: { mediaType: 'text/event-stream' },
    problems: ['drill.unknown'],
    handle({ context, actor, params: { code, id } }) {
      const { unknown } = DRILL_DESK_FAILURES;
      return ok(followLive(context, context.drills, actor, code, id, unknown));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'put',
    path: `${DRILLS}/:id/photos/:photoId`,
    params: withPhoto,
    access: 'drills.run',
    summary: {
      ja: '訓練の写真(PNG、JPEG。10メガバイトまで。番号は端末が付ける)',
      en: 'A photo of a drill (PNG, JPEG; up to 10 MB) under an id of the device',
    },
    accepts: DRILL_PHOTO_MEDIA_TYPES,
    response: drillPhotoKeptSchema,
    problems: [
      ...(['drill.unknown', 'drill-photo.unreadable', 'drill-photo.too-many'] as const),
      'request.too-large',
    ],
    changes: { action: 'drill.run', people: () => [] },
    async handle(asked) {
      const { id, photoId } = asked.params;
      const content = await bodyOf(asked.request, MOST_DRILL_PHOTO_BYTES);
      if (content === null) return fail(httpProblem('request.too-large', { detail: TOO_LARGE }));
      return answerWith(await keepDrillPhoto(drillSources(asked), id, photoId, content));
    },
  }),
  municipalEndpoint({
    ...about,
    method: 'get',
    path: `${DRILLS}/:id/photos/:photoId`,
    params: withPhoto,
    access: 'drills.see',
    summary: { ja: '訓練の写真', en: 'A photo of a drill' },
    response: { mediaType: 'application/octet-stream' },
    // Whoever takes part may be on it.
    audit: { action: 'drill.photo', of: 'unnamed' },
    problems: ['drill-photo.unknown'],
    async handle(asked) {
      const { id, photoId } = asked.params;
      const photo = await readDrillPhoto(drillSources(asked), id, photoId);
      if (!photo.ok) return fail(fromDomainProblem(photo.problem));
      const { mediaType, content } = photo.value;
      const name = `drill.${mediaType.slice(mediaType.indexOf('/') + 1)}`;
      // A download, never a page of ours: what is in the file is not looked at.
      const write: BodyWriter = (_request, response) => {
        response.attachment(name).type(mediaType).send(content);
      };
      return ok(write);
    },
  }),
];

const TOO_LARGE = {
  ja: '写真は10メガバイトまでです。画質を下げて撮り直すか、縮小してください。ほかの記録は残っています',
  en: 'A photo has 10 MB at most: take it with a lower quality or make it smaller. Nothing else is lost',
};

import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  MOST_PHOTO_BYTES,
  PHOTO_MEDIA_TYPES,
  removePhotoSchema,
  siteOverrideDetailSchema,
} from '#contract/site-override';
import type { Result } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import { readSiteOverride } from '../../services/read/site-overrides.ts';
import { addSitePhoto, readSitePhoto, setSitePhotoRemoved } from '../../services/site-photos.ts';
import { bodyOf } from '../body-of.ts';
import type { AppContext } from '../context.ts';
import { answerWith, serviceContext } from '../edit-place.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/site-overrides/:id/photos';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const withPhoto = params.extend({ photoId: z.uuid() });
const changes = { action: 'site-override.change', people: () => [] } as const;

export const sitePhotoEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'site-overrides.change',
    tag: 'routes',
    summary: {
      ja: '現地の写真を添付(PNG、JPEG。10メガバイトまで)',
      en: 'Attach a photo of a road (PNG, JPEG; up to 10 MB)',
    },
    params,
    accepts: PHOTO_MEDIA_TYPES,
    status: 201,
    response: siteOverrideDetailSchema,
    problems: [
      'site-override.unknown',
      'site-photo.unreadable',
      'site-photo.too-many',
      'request.too-large',
    ],
    changes,
    async handle({ context, actor, request, params: { code, id } }) {
      const content = await bodyOf(request, MOST_PHOTO_BYTES);
      if (content === null) return fail(httpProblem('request.too-large'));
      const added = await addSitePhoto(serviceContext(context, actor), code, id, content);
      return detailOf(context, actor, code, id, added);
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:photoId`,
    access: 'site-overrides.see',
    tag: 'routes',
    summary: { ja: '現地の写真', en: 'A photo of a road' },
    params: withPhoto,
    response: { mediaType: 'application/octet-stream' },
    // Whoever stood in the way may be on it.
    personal: true,
    audit: { action: 'site-override.photo', of: 'unnamed' },
    problems: ['site-photo.unknown'],
    async handle({ context, actor, params: { code, id, photoId } }) {
      const key = { overrideId: id, id: photoId };
      const photo = await readSitePhoto(serviceContext(context, actor), code, key);
      if (!photo.ok) return fail(fromDomainProblem(photo.problem));
      const { mediaType, content } = photo.value;
      const name = `photo.${mediaType.slice(mediaType.indexOf('/') + 1)}`;
      // A download, never a page of ours: what is in the file is not looked at.
      const write: BodyWriter = (_request, response) => {
        response.attachment(name).type(mediaType).send(content);
      };
      return ok(write);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:photoId/removed`,
    access: 'site-overrides.change',
    tag: 'routes',
    summary: {
      ja: '現地の写真の取り外し、またはその取り消し',
      en: 'Take a photo of a road away, or that back',
    },
    params: withPhoto,
    body: removePhotoSchema,
    response: siteOverrideDetailSchema,
    problems: ['site-override.unknown', 'site-photo.unknown'],
    changes,
    async handle({ context, actor, params: { code, id, photoId }, body }) {
      const key = { overrideId: id, id: photoId };
      const service = serviceContext(context, actor);
      const done = await setSitePhotoRemoved(service, code, key, body.isRemoved);
      return detailOf(context, actor, code, id, done);
    },
  }),
];

async function detailOf(
  { database, clock }: AppContext,
  actor: Actor,
  code: string,
  id: string,
  done: Result<null>,
) {
  if (!done.ok) return fail(fromDomainProblem(done.problem));
  return answerWith(await readSiteOverride({ database, actor }, code, id, clock().getTime()));
}

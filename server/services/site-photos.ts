import { randomUUID } from 'node:crypto';
import { MOST_PHOTOS, PHOTO_MEDIA_TYPES } from '#contract/site-override';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { OVERRIDE_FAILURES } from '#domain/road/override-failures';
import { withActor } from '../db/actor.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { findSiteOverride } from '../db/queries/site-overrides.ts';
import { findPhoto, insertPhoto, listPhotos, markPhotoRemoved } from '../db/queries/site-photos.ts';
import type { ServiceContext } from './context.ts';
import { recogniseMediaType } from './recognise-media-type.ts';

interface PhotoKey {
  readonly overrideId: string;
  readonly id: string;
}

/** Attaches a photo of a road. */
export async function addSitePhoto(
  { database, actor }: ServiceContext,
  code: string,
  overrideId: string,
  content: Buffer,
): Promise<Result<null>> {
  const mediaType = recogniseMediaType(content, PHOTO_MEDIA_TYPES);
  if (mediaType === null) return failure(OVERRIDE_FAILURES.photoUnreadable());
  const problem = await withActor<Problem | null>(database, actor, code, async (tx) => {
    if ((await findSiteOverride(tx, code, overrideId)) === null) return OVERRIDE_FAILURES.unknown();
    const standing = await listPhotos(tx, code, overrideId);
    if (standing.length >= MOST_PHOTOS) return OVERRIDE_FAILURES.tooManyPhotos(MOST_PHOTOS);
    await insertPhoto(
      tx,
      code,
      { overrideId, id: randomUUID() },
      { mediaType, content, by: actor },
    );
    await raiseDataVersions(tx, code, ['site-overrides']);
    return null;
  });
  return problem === null ? success(null) : failure(problem);
}

export async function readSitePhoto(
  { database, actor }: ServiceContext,
  code: string,
  key: PhotoKey,
): Promise<Result<{ readonly mediaType: string; readonly content: Buffer }>> {
  const photo = await withActor(database, actor, code, (tx) => findPhoto(tx, code, key));
  return photo === null ? failure(OVERRIDE_FAILURES.photoUnknown()) : success(photo);
}

/** Takes a photo away, or that back. */
export function setSitePhotoRemoved(
  { database, actor }: ServiceContext,
  code: string,
  key: PhotoKey,
  isRemoved: boolean,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx): Promise<Result<null>> => {
    if (!(await markPhotoRemoved(tx, code, key, isRemoved)))
      return failure(OVERRIDE_FAILURES.photoUnknown());
    await raiseDataVersions(tx, code, ['site-overrides']);
    return success(null);
  });
}

import { DRILL_PHOTO_MEDIA_TYPES, MOST_DRILL_PHOTOS } from '#contract/drill-run';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import {
  countDrillPhotos,
  findDrillPhoto,
  insertDrillPhoto,
} from '../../db/queries/drills/drill-events.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { recogniseMediaType } from '../recognise-media-type.ts';
import type { DrillSources } from './read-drills.ts';

/** Keeps a photo under the id that the device gave it; sent twice, it is kept once. */
export async function keepDrillPhoto(
  { database, actor, municipality: { code }, now }: DrillSources,
  drillId: string,
  id: string,
  content: Buffer,
): Promise<Result<{ readonly id: string; readonly mediaType: string; readonly bytes: number }>> {
  const mediaType = recogniseMediaType(content, DRILL_PHOTO_MEDIA_TYPES);
  if (mediaType === null) return failure(DRILL_DESK_FAILURES.photoUnreadable());
  return withActor(database, actor, code, async (tx) => {
    const drill = await findDrill(tx, code, drillId);
    if (drill === null || drill.removedAt !== null) return failure(DRILL_DESK_FAILURES.unknown());
    const known = await findDrillPhoto(tx, code, drillId, id);
    if (known !== null)
      return success({ id, mediaType: known.mediaType, bytes: known.content.length });
    if ((await countDrillPhotos(tx, code, drillId)) >= MOST_DRILL_PHOTOS)
      return failure(DRILL_DESK_FAILURES.tooManyPhotos(MOST_DRILL_PHOTOS));
    const by = { at: now, by: actor.name, account: actor.accountId };
    await insertDrillPhoto(tx, code, drillId, { id, mediaType, content, ...by });
    return success({ id, mediaType, bytes: content.length });
  });
}

export async function readDrillPhoto(
  { database, actor, municipality: { code } }: DrillSources,
  drillId: string,
  id: string,
): Promise<Result<{ readonly mediaType: string; readonly content: Buffer }>> {
  const photo = await withActor(database, actor, code, (tx) =>
    findDrillPhoto(tx, code, drillId, id),
  );
  return photo === null ? failure(DRILL_DESK_FAILURES.photoUnknown()) : success(photo);
}

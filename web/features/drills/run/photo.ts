import { DRILL_PHOTO_MEDIA_TYPES, MOST_DRILL_PHOTO_BYTES } from '#contract/drill-run';

/** A picture as text, so that it can be sealed. */
export interface KeptPhoto {
  readonly mediaType: string;
  /** Base64 */
  readonly content: string;
}

export const MOST_PHOTO_MEGABYTES = MOST_DRILL_PHOTO_BYTES / 2 ** 20;

/** Why a picture cannot be kept, before anything of it is read; null where it can. */
export function photoProblem({
  size,
  type,
}: Pick<File, 'size' | 'type'>): 'too-large' | 'not-a-photo' | null {
  if (!DRILL_PHOTO_MEDIA_TYPES.some((one) => one === type)) return 'not-a-photo';
  return size > MOST_DRILL_PHOTO_BYTES ? 'too-large' : null;
}

const CHUNK_BYTES = 0x8000;

export async function toKeep(photo: Blob): Promise<KeptPhoto> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  return { mediaType: photo.type, content: btoa(binary) };
}

export function toBlob({ mediaType, content }: KeptPhoto): Blob {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: mediaType });
}

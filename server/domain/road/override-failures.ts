import type { Problem } from '../problem.ts';

/** What may stand in the way of recording what was found on site. */
export const OVERRIDE_FAILURES = {
  unknown: (): Problem => ({
    code: 'site-override.unknown',
    ja: '現地確認の記録が見つかりません',
    en: 'There is no such finding on site',
  }),
  stale: (): Problem => ({
    code: 'site-override.stale',
    ja: '現地確認の記録は他の人が先に変更しました。入力は保存していません。今の記録と見比べてください',
    en: 'Somebody else changed the finding first. Nothing was stored; compare with what stands now',
  }),
  profileUnknown: (id: string): Problem => ({
    code: 'site-override.profile-unknown',
    ja: `移動手段「${id}」は登録されていません`,
    en: `There is no profile of travel ${id}`,
  }),
  photoUnknown: (): Problem => ({
    code: 'site-photo.unknown',
    ja: '写真が見つかりません',
    en: 'There is no such photo',
  }),
  photoUnreadable: (): Problem => ({
    code: 'site-photo.unreadable',
    ja: '写真はPNG、JPEGのファイルで添付してください',
    en: 'Attach photos as PNG or JPEG',
  }),
  tooManyPhotos: (most: number): Problem => ({
    code: 'site-photo.too-many',
    ja: `写真は1件に${most}枚までです`,
    en: `At most ${most} photos are kept with one finding`,
  }),
} as const;

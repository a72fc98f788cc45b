import type { Problem } from '../problem.ts';
import type { Bilingual } from '../resident/labels.ts';

/** What may stand in the way of planning, running and publishing a drill. */
export const DRILL_DESK_FAILURES = {
  unknown: (): Problem => ({
    code: 'drill.unknown',
    ja: '訓練が見つかりません',
    en: 'There is no such drill',
  }),
  versionUnknown: (): Problem => ({
    code: 'drill-version.unknown',
    ja: '訓練のその版はありません',
    en: 'There is no such version of the drill',
  }),
  stale: (): Problem => ({
    code: 'drill.stale',
    ja: '訓練の計画は他の人が先に保存しました',
    en: 'The plan of the drill was saved by somebody else first',
  }),
  begun: (): Problem => ({
    code: 'drill.begun',
    ja: '訓練が始まっているため、計画は変えられません',
    en: 'The drill has begun: its plan cannot be changed any more',
  }),
  notBegun: (): Problem => ({
    code: 'drill.not-begun',
    ja: '訓練はまだ始まっていません',
    en: 'The drill has not begun yet',
  }),
  isPublished: (): Problem => ({
    code: 'drill.is-published',
    ja: '結果を公開している訓練は片付けられません。先に公開を取り下げてください',
    en: 'Its results are published: withdraw them first',
  }),
  shelterUnknown: (ids: readonly string[]): Problem => ({
    code: 'drill.shelter-unknown',
    ja: `登録されていない避難所です: ${ids.join('、')}`,
    en: `There is no such shelter: ${ids.join(', ')}`,
  }),
  personUnknown: (): Problem => ({
    code: 'drill-person.unknown',
    ja: '訓練の参加者が見つかりません。名簿の人は、見える人だけを加えられます',
    en: 'There is no such person in the drill; of the roster only those can be added whom you see',
  }),
  standInNeedsNone: (): Problem => ({
    code: 'drill-person.stand-in',
    ja: '代わりの人に同意の記録は要りません',
    en: 'Somebody who stands in needs no agreement',
  }),
  agreementLate: (): Problem => ({
    code: 'drill-person.agreed-late',
    ja: '同意の日付が訓練の日より後です',
    en: 'The agreement is dated after the drill',
  }),
  templateUnknown: (): Problem => ({
    code: 'drill-template.unknown',
    ja: '手順のひな形が見つかりません',
    en: 'There is no such template',
  }),
  templateStale: (): Problem => ({
    code: 'drill-template.stale',
    ja: 'ひな形は他の人が先に変更しました',
    en: 'The template was changed by somebody else first',
  }),
  templateIsModel: (): Problem => ({
    code: 'drill-template.model',
    ja: 'モデル市のひな形は変えられません。市のひな形として保存してください',
    en: "The model city's template cannot be changed: save it as the city's own",
  }),
  notYourShelter: (): Problem => ({
    code: 'drill.not-your-shelter',
    ja: 'この避難所の受付は、この役割ではできません',
    en: 'You do not receive people at this shelter',
  }),
  photoUnknown: (): Problem => ({
    code: 'drill-photo.unknown',
    ja: '写真が見つかりません',
    en: 'There is no such photo',
  }),
  photoUnreadable: (): Problem => ({
    code: 'drill-photo.unreadable',
    ja: '写真として読めません(PNG か JPEG にしてください)',
    en: 'This is no PNG or JPEG',
  }),
  tooManyPhotos: (most: number): Problem => ({
    code: 'drill-photo.too-many',
    ja: `写真は1回の訓練に${most}枚までです`,
    en: `A drill has ${most} photos at most`,
  }),
  tourUnknown: (): Problem => ({
    code: 'drill-tour.unknown',
    ja: '送迎の計画が見つかりません。先に作成してください',
    en: 'There are no such tours: have them planned first',
  }),
  noStart: (): Problem => ({
    code: 'drill-route.no-start',
    ja: '出発する場所が分からないか、この役割には見えません',
    en: 'Where this person sets out is not known, or not shown to your role',
  }),
  noEnd: (): Problem => ({
    code: 'drill-route.no-end',
    ja: '避難所の位置が分かりません',
    en: 'It is not known where the shelter is',
  }),
  noVehicles: (): Problem => ({
    code: 'drill-tour.no-vehicles',
    ja: '車両が登録されていません',
    en: 'There is no vehicle',
  }),
  nobodyToPickUp: (): Problem => ({
    code: 'drill-tour.nobody',
    ja: '送迎する人がいません',
    en: 'Nobody is to be picked up',
  }),
  noTimeline: ({ ja, en }: Problem): Problem => ({
    code: 'drill.no-timeline',
    ja: `予定の時間割を作れません。${ja}`,
    en: `No time line can be made. ${en}`,
  }),
  findingUnknown: (): Problem => ({
    code: 'finding.unknown',
    ja: '課題が見つかりません',
    en: 'There is no such finding',
  }),
  findingStale: (): Problem => ({
    code: 'finding.stale',
    ja: '課題は他の人が先に変更しました',
    en: 'The finding was changed by somebody else first',
  }),
  findingCarriedOut: (): Problem => ({
    code: 'finding.carried-out',
    ja: '反映済みの課題です。先に反映を取り消してください',
    en: 'It was carried out: take that back first',
  }),
  findingNotForYou: ({ ja, en }: Bilingual): Problem => ({ code: 'finding.not-yours', ja, en }),
  nothingCarriedOut: (): Problem => ({
    code: 'finding.nothing-done',
    ja: '反映できたものがありません。変えるものを確かめてください',
    en: 'Nothing could be carried out: look at what it is to change',
  }),
  formUnknown: (): Problem => ({
    code: 'drill-form.unknown',
    ja: '様式が見つかりません',
    en: 'There is no such form',
  }),
} as const;

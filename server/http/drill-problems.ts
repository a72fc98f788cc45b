import type { Bilingual } from '#domain/resident/labels';

const problem = (status: number, ja: string, en: string) => ({
  status,
  title: { ja, en } satisfies Bilingual,
});

/** Kinds of problems around drills, of the one catalogue (problems.ts). */
export const DRILL_PROBLEMS = {
  'drill.unknown': problem(404, '訓練が見つかりません', 'There is no such drill'),
  'drill-version.unknown': problem(404, '訓練のその版はありません', 'There is no such version'),
  'drill.stale': problem(
    409,
    '訓練の計画は他の人が先に保存しました',
    'The plan of the drill was saved by somebody else first',
  ),
  'drill.begun': problem(409, '訓練が始まっています', 'The drill has begun'),
  'drill.not-begun': problem(409, '訓練はまだ始まっていません', 'The drill has not begun yet'),
  'drill.is-published': problem(409, '結果を公開しています', 'Its results are published'),
  'drill.shelter-unknown': problem(422, '登録されていない避難所です', 'There is no such shelter'),
  'drill-person.unknown': problem(404, '訓練の参加者が見つかりません', 'There is no such person'),
  'drill-person.stand-in': problem(422, '代わりの人です', 'Somebody who stands in'),
  'drill-person.agreed-late': problem(
    422,
    '同意の日付が訓練の日より後です',
    'The agreement is dated after the drill',
  ),
  'drill-template.unknown': problem(
    404,
    '手順のひな形が見つかりません',
    'There is no such template',
  ),
  'drill-template.stale': problem(
    409,
    'ひな形は他の人が先に変更しました',
    'The template was changed by somebody else first',
  ),
  'drill-template.model': problem(
    409,
    'モデル市のひな形は変えられません',
    "The model city's template cannot be changed",
  ),
  'drill.no-timeline': problem(422, '時間割を作れません', 'No time line can be made'),
  'drill-photo.unknown': problem(404, '写真が見つかりません', 'There is no such photo'),
  'drill-photo.unreadable': problem(422, '写真として読めません', 'This is no PNG or JPEG'),
  'drill-photo.too-many': problem(409, '写真が多すぎます', 'There are too many photos'),
  'drill-tour.unknown': problem(404, '送迎の計画が見つかりません', 'There are no such tours'),
  'drill-tour.no-vehicles': problem(422, '車両が登録されていません', 'There is no vehicle'),
  'drill-tour.nobody': problem(422, '送迎する人がいません', 'Nobody is to be picked up'),
  'finding.unknown': problem(404, '課題が見つかりません', 'There is no such finding'),
  'finding.stale': problem(
    409,
    '課題は他の人が先に変更しました',
    'The finding was changed by somebody else first',
  ),
  'finding.carried-out': problem(409, '反映済みの課題です', 'It was carried out'),
  'finding.not-yours': problem(403, 'この役割では反映できません', 'Not for your role'),
  'finding.nothing-done': problem(
    422,
    '反映できたものがありません',
    'Nothing could be carried out',
  ),
  'finding.incomplete': problem(422, '課題に足りないものがあります', 'The finding lacks something'),
  'publication.stale': problem(
    409,
    '公開の手続きは他の人が先に進めました',
    'Somebody else moved the publication on first',
  ),
  'publication.not-ready': problem(409, 'まだ公開できません', 'It cannot be published yet'),
  'publish.name-in-text': problem(
    422,
    '文章の中に名簿の氏名があります',
    'A name of the roster stands in the texts',
  ),
  'publication.not-asked': problem(409, '公開の依頼がありません', 'Nobody has asked for it'),
  'publication.own-request': problem(
    409,
    '自分が依頼した公開は承認できません',
    'Whoever asked cannot approve',
  ),
  'publication.not-published': problem(409, '公開されていません', 'It is not published'),
  'public-drill.unknown': problem(
    404,
    'このアドレスの訓練結果は公開されていません',
    'No results of a drill are published at this address',
  ),
  'public-drill.withdrawn': problem(
    410,
    'この訓練結果の公開は取り下げられました',
    'These results were withdrawn',
  ),
  'drill-form.unknown': problem(404, '様式が見つかりません', 'There is no such form'),
} as const;

// Over 300 lines because it is the one catalogue of what can stand in the way of a request, code by code.

import type { Problem } from '#domain/problem';
import type { Bilingual } from '#domain/resident/labels';
import { DRILL_PROBLEMS } from './drill-problems.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: Bilingual;
}

/** Every kind of problem that the HTTP side itself finds. */
export const HTTP_PROBLEMS = {
  'request.invalid': {
    status: 400,
    title: { ja: '入力に誤りがあります', en: 'The request is not valid' },
  },
  'request.not-json': {
    status: 400,
    title: { ja: 'JSONとして読めません', en: 'The body is not JSON' },
  },
  'request.too-large': {
    status: 413,
    title: { ja: '送られたデータが大きすぎます', en: 'The request is too large' },
  },
  'request.too-many': {
    status: 429,
    title: { ja: '操作が多すぎます。少しお待ちください', en: 'Too many requests: wait a moment' },
  },
  'request.foreign-origin': {
    status: 403,
    title: {
      ja: '他のサイトからの要求は受け付けません',
      en: 'Requests of other sites are refused',
    },
  },
  'request.unsupported-media-type': {
    status: 415,
    title: { ja: 'この形式のデータは受け付けません', en: 'This kind of data is not accepted' },
  },
  'session.none': {
    status: 401,
    title: {
      ja: 'サインインしていないか、セッションの期限が切れました',
      en: 'Nobody is signed in, or the session has ended',
    },
  },
  'session.wrong': {
    status: 401,
    title: {
      ja: 'アカウント名またはパスワードが違います',
      en: 'The account name or the password is wrong',
    },
  },
  'session.code-wrong': {
    status: 401,
    title: { ja: '確認コードが違います', en: 'The code is wrong' },
  },
  'session.delayed': {
    status: 429,
    title: { ja: 'しばらく待ってからお試しください', en: 'Wait before the next attempt' },
  },
  'session.password-change': {
    status: 403,
    title: {
      ja: '先にパスワードを変えてください',
      en: 'Change the password first',
    },
  },
  'session.unknown': {
    status: 404,
    title: { ja: 'セッションが見つかりません', en: 'There is no such session' },
  },
  'account.password-wrong': {
    status: 422,
    title: { ja: '今のパスワードが違います', en: 'The password of now is wrong' },
  },
  'account.unknown': {
    status: 404,
    title: { ja: 'アカウントが見つかりません', en: 'There is no such account' },
  },
  'account.stale': {
    status: 409,
    title: {
      ja: 'アカウントは他の人が先に変更しました',
      en: 'The account was changed by somebody else first',
    },
  },
  'account.name-taken': {
    status: 409,
    title: { ja: 'このアカウント名は使われています', en: 'This account name is taken' },
  },
  'account.last-administrator': {
    status: 409,
    title: { ja: '最後の管理者です', en: 'This is the last administrator' },
  },
  'access.denied': {
    status: 403,
    title: {
      ja: 'この役割では使えません',
      en: 'Your role may not do this',
    },
  },
  'route.unknown': {
    status: 404,
    title: { ja: 'このアドレスには何もありません', en: 'There is nothing at this address' },
  },
  'route.method': {
    status: 405,
    title: { ja: 'この操作はできません', en: 'This method is not allowed here' },
  },
  'municipality.unknown': {
    status: 404,
    title: { ja: '自治体が登録されていません', en: 'There is no such municipality' },
  },
  'municipality.exists': {
    status: 409,
    title: {
      ja: 'この自治体コードはすでに登録されています',
      en: 'A municipality of this code is there already',
    },
  },
  'municipality.stale': {
    status: 409,
    title: {
      ja: '設定は他の人が先に変更しました。読み直してください',
      en: 'The settings were changed by somebody else; read them again',
    },
  },
  'warning.stale': {
    status: 409,
    title: {
      ja: '警戒レベルは他の人が先に変更しました',
      en: 'The warning level was changed by somebody else first',
    },
  },
  'saved-filter.unknown': {
    status: 404,
    title: { ja: '保存した条件が見つかりません', en: 'There is no such saved filter' },
  },
  'saved-filter.stale': {
    status: 409,
    title: {
      ja: '保存した条件は他の人が先に変更しました',
      en: 'The saved filter was changed by somebody else first',
    },
  },
  'audit-entry.unknown': {
    status: 404,
    title: { ja: '監査の記録が見つかりません', en: 'There is no such line in the audit log' },
  },
  'retention.stale': {
    status: 409,
    title: {
      ja: '残す期間は他の人が先に変更しました',
      en: 'How long it is kept was changed by somebody else',
    },
  },
  'retention.pending': {
    status: 409,
    title: { ja: '消す予定がすでにあります', en: 'A run is ordered already' },
  },
  'retention.gone': {
    status: 409,
    title: { ja: '取り消せる予定がありません', en: 'There is no run to call off' },
  },
  'resident.unknown': {
    status: 404,
    title: { ja: '対象者が見つかりません', en: 'There is no such resident' },
  },
  'resident.stale': {
    status: 409,
    title: {
      ja: '対象者は他の人が先に変更しました。読み直してください',
      en: 'The resident was changed by somebody else; read it again',
    },
  },
  'plan.stale': {
    status: 409,
    title: {
      ja: '計画は他の人が先に変更しました',
      en: 'The plan was changed by somebody else first',
    },
  },
  'plan.not-yours': {
    status: 403,
    title: {
      ja: 'この手続きは、市の設定で別の役割が行います',
      en: "By the city's setting another role does this",
    },
  },
  'plan.not-now': {
    status: 422,
    title: { ja: '計画の今の段階では行えません', en: 'Not at the stage where the plan stands' },
  },
  'plan.incomplete': {
    status: 422,
    title: { ja: '先に必要なことがあります', en: 'Something has to be there first' },
  },
  'plan.not-writable': {
    status: 422,
    title: { ja: '計画の今の段階では書けません', en: 'Nothing is written at this stage' },
  },
  'plan.reason-missing': {
    status: 422,
    title: { ja: '理由を書いてください', en: 'Say why' },
  },
  'plan.review-reason-missing': {
    status: 422,
    title: { ja: '見直しの理由を選んでください', en: 'Say why it has to be reviewed' },
  },
  'plan.end-reason-missing': {
    status: 422,
    title: { ja: '終了の理由を選んでください', en: 'Say why it ends' },
  },
  'duplicate.plan-would-be-lost': {
    status: 422,
    title: { ja: '計画のある記録を残してください', en: 'Keep the entry that has the plan' },
  },
  'plan.not-shown': {
    status: 404,
    title: {
      ja: 'この番号の計画は、このアカウントには表示できません',
      en: 'A plan of this number is not shown to this account',
    },
  },
  'plan.nothing-to-print': {
    status: 422,
    title: { ja: '印刷するものがまだありません', en: 'There is nothing to print yet' },
  },
  'prints.unknown': {
    status: 404,
    title: { ja: '印刷の注文が見つかりません', en: 'There is no such order of prints' },
  },
  'plan-version.unknown': {
    status: 404,
    title: { ja: '計画のその版はありません', en: 'There is no such version of the plan' },
  },
  'plan-setting.stale': {
    status: 409,
    title: {
      ja: '計画の手続きの設定は他の人が先に変更しました',
      en: 'The setting of steps was changed by somebody else first',
    },
  },
  'plan-setting.misgiven': {
    status: 422,
    title: { ja: 'その役割には任せられません', en: 'Not for that role' },
  },
  ...DRILL_PROBLEMS,
  'response.unknown': {
    status: 404,
    title: { ja: '災害対応・訓練が見つかりません', en: 'There is no such response' },
  },
  'response.stale': {
    status: 409,
    title: {
      ja: '他の人が先に終了または再開しました',
      en: 'Somebody else ended it or took it up again first',
    },
  },
  'response.ended': {
    status: 409,
    title: { ja: 'この災害対応・訓練は終了しています', en: 'It has ended' },
  },
  'response.nobody': {
    status: 422,
    title: { ja: '対象者がいません', en: 'There is nobody to move' },
  },
  'response.district-unknown': {
    status: 422,
    title: { ja: '登録されていない地区です', en: 'There is no such district' },
  },
  'response.no-place-for-way': {
    status: 422,
    title: { ja: '場所が分からないため探せません', en: 'A place is not known' },
  },
  'response.not-your-shelter': {
    status: 403,
    title: { ja: '受け持ちの避難所ではありません', en: 'You do not receive people there' },
  },
  'relay.unknown': {
    status: 404,
    title: { ja: 'つなぐシートが見つかりません', en: 'There is no such relay sheet' },
  },
  'relay.stale': {
    status: 409,
    title: { ja: '他の人が先にこのシートを進めました', en: 'Somebody else moved this sheet first' },
  },
  'relay.not-yours': {
    status: 403,
    title: { ja: '担当か書いた人だけができます', en: 'This is for the office or the writer' },
  },
  'relay.not-now': {
    status: 422,
    title: { ja: 'シートの今の状態では行えません', en: 'Not in the state in which the sheet is' },
  },
  'relay.text-missing': {
    status: 422,
    title: { ja: '内容を書いてください', en: 'Write what there is to say' },
  },
  'relay.person-not-seen': {
    status: 422,
    title: {
      ja: 'この人を名指しで書くことはできません',
      en: 'You may not write about this person',
    },
  },
  'relay.office-may-not-see': {
    status: 422,
    title: { ja: 'この送り先には渡せません', en: 'It may not be given to this office' },
  },
  'relay.office-unlisted': {
    status: 422,
    title: { ja: 'この送り先は登録されていません', en: 'There is no such office' },
  },
  'relay.subject-missing': {
    status: 422,
    title: { ja: '人か場所を選んでください', en: 'Choose a person or say where' },
  },
  'relay.link-unlisted': {
    status: 422,
    title: { ja: 'つなげる先が見つかりません', en: 'What it should lead to is not there' },
  },
  'relay-attachment.unknown': {
    status: 404,
    title: { ja: '添付が見つかりません', en: 'There is no such attachment' },
  },
  'relay-attachment.unreadable': {
    status: 422,
    title: { ja: '添付できない形式のファイルです', en: 'Files of this kind are not taken' },
  },
  'relay-attachment.too-many': {
    status: 422,
    title: { ja: '添付が多すぎます', en: 'There are too many attachments' },
  },
  'resource.unknown': {
    status: 404,
    title: { ja: '地域の資源が見つかりません', en: 'There is no such resource' },
  },
  'resource.stale': {
    status: 409,
    title: { ja: '他の人が先に変更しました', en: 'Somebody else changed it first' },
  },
  'resource.hours-unreadable': {
    status: 422,
    title: { ja: '開いている時間を読めません', en: 'The opening hours cannot be read' },
  },
  'resource.file-unreadable': {
    status: 422,
    title: { ja: 'CSVとして読めないファイルです', en: 'The file is no CSV' },
  },
  'resource.person-unplaced': {
    status: 422,
    title: { ja: '家の位置が分かりません', en: 'The position of the home is not known' },
  },
  'consent.stale': {
    status: 409,
    title: {
      ja: '同意の記録は他の人が先に変更しました',
      en: 'The record of consent was changed by somebody else first',
    },
  },
  'consent-scan.unknown': {
    status: 404,
    title: { ja: '書面の画像が見つかりません', en: 'There is no such scan' },
  },
  'consent-rule.stale': {
    status: 409,
    title: {
      ja: '条例による提供の設定は他の人が先に変更しました',
      en: 'Whether an ordinance holds was changed by somebody else first',
    },
  },
  'disaster-mode.unknown': {
    status: 404,
    title: { ja: '災害時の情報提供の記録が見つかりません', en: 'There is no such disaster mode' },
  },
  'disaster-mode.ended': {
    status: 409,
    title: { ja: 'この災害時の情報提供はもう終わっています', en: 'This disaster mode has ended' },
  },
  'shelter.unknown': {
    status: 404,
    title: { ja: '避難所が見つかりません', en: 'There is no such shelter' },
  },
  'shelter.stale': {
    status: 409,
    title: {
      ja: '避難所は他の人が先に変更しました',
      en: 'The shelter was changed by somebody else first',
    },
  },
  'scenario.unknown': {
    status: 404,
    title: { ja: '想定区域が見つかりません', en: 'There is no such hypothetical zone' },
  },
  'scenario.stale': {
    status: 409,
    title: {
      ja: '想定区域は他の人が先に変更しました',
      en: 'The hypothetical zone was changed by somebody else first',
    },
  },
  'route.no-roads': {
    status: 422,
    title: { ja: '道路のデータがありません', en: 'There are no roads' },
  },
  'route.far-from-roads': {
    status: 422,
    title: { ja: '近くに通れる道がありません', en: 'No road that can be gone is near' },
  },
  'route.unreachable': {
    status: 422,
    title: { ja: '通れる道がつながっていません', en: 'No way that can be gone leads there' },
  },
  'route.too-many-via': {
    status: 422,
    title: { ja: '経由地が多すぎます', en: 'Too many places to go by' },
  },
  'route.stopped': {
    status: 503,
    title: {
      ja: '経路の検索を途中でやめました。もう一度お試しください',
      en: 'The search for a route was stopped; try again',
    },
  },
  'route.profile-unknown': {
    status: 422,
    title: { ja: 'この移動手段は登録されていません', en: 'There is no such profile of travel' },
  },
  'route.policy-unknown': {
    status: 422,
    title: { ja: 'この経路の選び方は登録されていません', en: 'There is no such policy of routes' },
  },
  'travel-profile.stale': {
    status: 409,
    title: {
      ja: '移動手段の数値は他の人が先に変更しました',
      en: 'The figures were changed by somebody else first',
    },
  },
  'relay-office.unknown': {
    status: 404,
    title: { ja: '関係機関が見つかりません', en: 'There is no such office' },
  },
  'relay-office.stale': {
    status: 409,
    title: {
      ja: '関係機関は他の人が先に変更しました',
      en: 'The office was changed by somebody else first',
    },
  },
  'relay-office.name-taken': {
    status: 409,
    title: { ja: 'この名前の関係機関はすでにあります', en: 'There is an office of this name' },
  },
  'fire-station.unknown': {
    status: 404,
    title: { ja: '消防署所が見つかりません', en: 'There is no such fire station' },
  },
  'fire-station.stale': {
    status: 409,
    title: {
      ja: '消防署所は他の人が先に変更しました',
      en: 'The fire station was changed by somebody else first',
    },
  },
  'fire-station.vehicle-unknown': {
    status: 422,
    title: { ja: 'この車両は登録されていません', en: 'There is no such vehicle' },
  },
  'chain.profile-needed': {
    status: 422,
    title: { ja: '移動のしかたを選んでください', en: 'Choose how the person moves' },
  },
  'chain.destination-not-placed': {
    status: 422,
    title: { ja: '避難先の位置が分かりません', en: 'The position of the destination is not known' },
  },
  'plan-proposal.unknown': {
    status: 404,
    title: { ja: 'この提案は見つかりません', en: 'There is no such proposal' },
  },
  'plan-proposal.nobody': {
    status: 422,
    title: { ja: 'この条件に当たる人がいません', en: 'Nobody meets these conditions' },
  },
  'plan-proposal.no-destinations': {
    status: 422,
    title: { ja: '提案できる避難先がありません', en: 'There is no destination to propose' },
  },
  'plan-proposal.not-solved': {
    status: 422,
    title: { ja: '割り当てを計算できませんでした', en: 'The assignment could not be solved' },
  },
  'closure-scenario.unknown': {
    status: 404,
    title: { ja: '通行止めの想定が見つかりません', en: 'There is no such set of closures' },
  },
  'closure-scenario.stale': {
    status: 409,
    title: {
      ja: '通行止めの想定は他の人が先に変更しました',
      en: 'The set of closures was changed by somebody else first',
    },
  },
  'closure-scenario.empty': {
    status: 422,
    title: { ja: '通れないとする道がありません', en: 'Nothing is taken as closed' },
  },
  'site-override.unknown': {
    status: 404,
    title: { ja: '現地確認の記録が見つかりません', en: 'There is no such finding on site' },
  },
  'site-override.stale': {
    status: 409,
    title: {
      ja: '現地確認の記録は他の人が先に変更しました',
      en: 'The finding on site was changed by somebody else first',
    },
  },
  'site-override.profile-unknown': {
    status: 422,
    title: { ja: 'この移動手段は登録されていません', en: 'There is no such profile of travel' },
  },
  'site-photo.unknown': {
    status: 404,
    title: { ja: '写真が見つかりません', en: 'There is no such photo' },
  },
  'site-photo.unreadable': {
    status: 422,
    title: {
      ja: '写真はPNG、JPEGのファイルで添付してください',
      en: 'Attach photos as PNG or JPEG',
    },
  },
  'site-photo.too-many': {
    status: 422,
    title: { ja: '写真が多すぎます', en: 'There are too many photos' },
  },
  'zone.unknown': {
    status: 404,
    title: { ja: '区域が見つかりません', en: 'There is no such zone' },
  },
  'dataset.unknown': {
    status: 404,
    title: { ja: 'データが見つかりません', en: 'There is no such dataset' },
  },
  'dataset.stale': {
    status: 409,
    title: {
      ja: 'このデータの説明は、他の人が先に変えました。読み直してください',
      en: 'What is said of this dataset was changed by somebody else; read it again',
    },
  },
  'facility-position.stale': {
    status: 409,
    title: {
      ja: 'この施設の位置は、他の人が先に選びました。読み直してください',
      en: 'The position of this facility was chosen by somebody else; read it again',
    },
  },
  'upload.unknown': {
    status: 404,
    title: {
      ja: '送ったファイルはもう残っていません。もう一度送ってください',
      en: 'The files that were sent are no longer kept; send them again',
    },
  },
  'upload.no-table': {
    status: 422,
    title: {
      ja: '表として読めないファイルです。CSVかExcel(.xlsx)のファイルを選んでください',
      en: 'The file is no table; choose a CSV or Excel (.xlsx) file',
    },
  },
  'criteria.unknown': {
    status: 404,
    title: { ja: '優先順位の基準が見つかりません', en: 'There are no such criteria' },
  },
  'criteria-draft.unknown': {
    status: 404,
    title: { ja: '基準の下書きが見つかりません', en: 'There is no such draft of criteria' },
  },
  'criteria-draft.stale': {
    status: 409,
    title: {
      ja: '下書きは他の人が先に変更しました。両方を見くらべて選んでください',
      en: 'The draft was changed by somebody else; look at both and choose',
    },
  },
  'tile.unknown': {
    status: 404,
    title: { ja: '地図の範囲外です', en: 'There is no such tile' },
  },
  'basemap.unknown': {
    status: 404,
    title: { ja: '背景地図がありません', en: 'There is no such base map' },
  },
  'job.unknown': {
    status: 404,
    title: { ja: '処理が見つかりません', en: 'There is no such job' },
  },
  'job.ended': {
    status: 409,
    title: { ja: '処理はすでに終わっています', en: 'The job has ended already' },
  },
  'job.conflict': {
    status: 409,
    title: {
      ja: '同じ自治体の別の処理が終わるまでお待ちください',
      en: 'Another job of this municipality has not ended yet',
    },
  },
  'sso.unknown': {
    status: 404,
    title: {
      ja: 'シングルサインオンは設定されていません',
      en: 'Single sign-on is not set up here',
    },
  },
  'sso.unreachable': {
    status: 503,
    title: {
      ja: 'シングルサインオンのサーバーとやり取りできません',
      en: 'The single sign-on server does not answer as it should',
    },
  },
  'sso.attempt-lost': {
    status: 400,
    title: { ja: 'サインインを最初からやり直してください', en: 'Begin the sign-in anew' },
  },
  'sso.refused': {
    status: 403,
    title: { ja: 'サインインが取り消されました', en: 'The sign-in was refused' },
  },
  'sso.answer-invalid': {
    status: 502,
    title: {
      ja: 'シングルサインオンの応答が正しくありません',
      en: 'The answer of the single sign-on does not hold',
    },
  },
  'sso.no-role': {
    status: 403,
    title: { ja: '役割が割り当てられていません', en: 'No role is assigned to you' },
  },
  'sso.municipality-missing': {
    status: 403,
    title: {
      ja: '割り当てられた自治体が登録されていません',
      en: 'The municipality assigned to you is not entered here',
    },
  },
  'sso.stays-signed-in': {
    status: 502,
    title: {
      ja: 'このシステムからだけサインアウトしました',
      en: 'You are signed out of this system alone',
    },
  },
  'sso.disabled': {
    status: 403,
    title: { ja: 'アカウントは使用を止められています', en: 'The account is disabled' },
  },
  'server.stopping': {
    status: 503,
    title: { ja: 'サーバーを停止しています', en: 'The server is stopping' },
  },
  'server.database': {
    status: 503,
    title: { ja: 'データベースにつながりません', en: 'The database cannot be reached' },
  },
  'server.bug': {
    status: 500,
    title: {
      ja: 'プログラムの誤りで処理できませんでした。データは変更していません',
      en: 'An error of the program stopped the request; nothing was changed',
    },
  },
} as const satisfies Record<string, ProblemKind>;
export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;

/** What answers in place of a body: a kind, and what is to be said of this case. */
export interface HttpProblem {
  readonly code: string;
  readonly status: number;
  readonly title: Bilingual;
  readonly detail?: Bilingual;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly seconds?: number;
  /** What is told beside: the shape is the endpoint's `conflict`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export function httpProblem(
  code: HttpProblemCode,
  more: Pick<HttpProblem, 'detail' | 'errors' | 'more'> = {},
): HttpProblem {
  return { code, ...HTTP_PROBLEMS[code], ...more };
}

const isHttpCode = (code: string): code is HttpProblemCode => Object.hasOwn(HTTP_PROBLEMS, code);

/** Problems of the write side that are not about the input; all others are 422. */
const STATUS_OF_ENDING: Readonly<Record<string, number>> = {
  unknown: 404,
  stale: 409,
  cancelled: 409,
  unreachable: 503,
};

/** A problem of the write side, by the ending of its code. */
export function fromDomainProblem({ code, ja, en, seconds }: Problem): HttpProblem {
  const wait = seconds === undefined ? {} : { seconds };
  if (isHttpCode(code)) return { code, ...HTTP_PROBLEMS[code], detail: { ja, en }, ...wait };
  const ending = code.slice(code.lastIndexOf('.') + 1);
  return { code, status: STATUS_OF_ENDING[ending] ?? 422, title: { ja, en } };
}

/** Carries a problem out of middleware, which can only throw. */
export class HttpProblemError extends Error {
  readonly problem: HttpProblem;
  constructor(problem: HttpProblem) {
    super(problem.title.en);
    this.name = 'HttpProblemError';
    this.problem = problem;
  }
}

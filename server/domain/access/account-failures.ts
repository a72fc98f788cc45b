import type { Problem } from '../problem.ts';

/** What may stand in the way of signing in, and of looking after accounts. */
export const ACCOUNT_FAILURES = {
  wrong: (): Problem => ({
    code: 'session.wrong',
    ja: 'アカウント名またはパスワードが違います',
    en: 'The account name or the password is wrong',
  }),
  codeWrong: (): Problem => ({
    code: 'session.code-wrong',
    ja: '確認コードが違うか、すでに使われています',
    en: 'The code is wrong, or it was used already',
  }),
  delayed: (seconds: number): Problem => ({
    code: 'session.delayed',
    ja: `続けて間違えたため、${seconds} 秒後にもう一度お試しください`,
    en: `After several wrong attempts: try again in ${seconds} seconds`,
    seconds,
  }),
  busy: (): Problem => ({
    code: 'session.delayed',
    ja: 'サインインが混み合っています。5 秒後にもう一度お試しください',
    en: 'Many people are signing in: try again in 5 seconds',
    seconds: 5,
  }),
  officeUnfit: (): Problem => ({
    code: 'account.office-unfit',
    ja: 'この役割のアカウントは、その関係機関に入れません(地区の支援組織・福祉避難所・避難支援等実施者が、廃止されていない関係機関に入れます)',
    en: 'An account of this role cannot be of that office (district organisations, welfare shelters and supporters can, of one that is not closed)',
  }),
  passwordWrong: (): Problem => ({
    code: 'account.password-wrong',
    ja: '今のパスワードが違います',
    en: 'The password of now is wrong',
  }),
  passwordTooShort: (least: number): Problem => ({
    code: 'password.too-short',
    ja: `パスワードは ${least} 文字以上にしてください(文字の種類は問いません)`,
    en: `A password has ${least} characters or more; of what kind does not matter`,
  }),
  passwordKnown: (): Problem => ({
    code: 'password.known',
    ja: 'よく使われる、または漏えいしたことのあるパスワードです。別のものにしてください',
    en: 'This password is common or was found in leaks: choose another one',
  }),
  passwordGuessable: (): Problem => ({
    code: 'password.guessable',
    ja: 'アカウント名・氏名・このシステムの名前や、同じ文字・並びの繰り返しだけのパスワードは使えません',
    en: 'A password that is made of your name, the name of this program, or repeated characters can be guessed',
  }),
  passwordSame: (): Problem => ({
    code: 'password.same',
    ja: '今と同じパスワードです。別のものにしてください',
    en: 'This is the password of now: choose another one',
  }),
  notLocal: (): Problem => ({
    code: 'account.not-local',
    ja: 'シングルサインオンのアカウントです。パスワードと二段階認証は、そのサーバーで管理されています',
    en: 'The account comes by single sign-on: its password and second factor are looked after there',
  }),
  grantedElsewhere: (): Problem => ({
    code: 'account.granted-elsewhere',
    ja: 'シングルサインオンのアカウントです。役割・自治体・地区はサインインのたびにそのサーバーの設定で決まるため、ここでは変えられません',
    en: 'The account comes by single sign-on, which says its role, municipality and districts at each sign-in: they cannot be changed here',
  }),
  secondFactorHolds: (): Problem => ({
    code: 'account.second-factor-on',
    ja: '二段階認証はすでに設定されています。変えるには、いったん解除してください',
    en: 'A second factor is set up already; remove it first',
  }),
  secondFactorNotBegun: (): Problem => ({
    code: 'account.second-factor-not-begun',
    ja: '二段階認証の設定を最初からやり直してください',
    en: 'Begin to set up the second factor anew',
  }),
  unknown: (): Problem => ({
    code: 'account.unknown',
    ja: 'アカウントが見つかりません',
    en: 'There is no such account',
  }),
  nameTaken: (): Problem => ({
    code: 'account.name-taken',
    ja: 'このアカウント名は使われています',
    en: 'There is an account of this name already',
  }),
  nameInvalid: (): Problem => ({
    code: 'account.name-invalid',
    ja: 'アカウント名は、文字・数字と . _ @ - で 64 文字までにしてください',
    en: 'An account name has letters, digits and . _ @ -, up to 64 of them',
  }),
  contentInvalid: (what: string): Problem => ({
    code: 'account.content-invalid',
    ja: `アカウントの値が正しくありません: ${what}`,
    en: `This of an account is not valid: ${what}`,
  }),
  stale: (): Problem => ({
    code: 'account.stale',
    ja: 'アカウントは他の人が先に変更しました。読み直してください',
    en: 'The account was changed by somebody else first; read it again',
  }),
  needsMunicipality: (): Problem => ({
    code: 'account.needs-municipality',
    ja: '管理者のほかは、自治体を決めてください',
    en: 'Only administrators are of no municipality',
  }),
  municipalityForeign: (): Problem => ({
    code: 'account.municipality-foreign',
    ja: '自分の自治体のアカウントだけを扱えます',
    en: 'You look after the accounts of your own municipality',
  }),
  municipalityMissing: (): Problem => ({
    code: 'account.municipality-missing',
    ja: 'その自治体は登録されていません',
    en: 'There is no such municipality',
  }),
  needsDistricts: (): Problem => ({
    code: 'account.needs-districts',
    ja: '地区の支援組織には、担当する地区を決めてください',
    en: 'Say which districts a district organisation is for',
  }),
  lastAdministrator: (): Problem => ({
    code: 'account.last-administrator',
    ja: '最後の管理者です。止めたり役割を変えたりする前に、別の管理者を作ってください',
    en: 'This is the last administrator: make another one first',
  }),
} as const;

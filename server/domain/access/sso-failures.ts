import type { Problem } from '../problem.ts';

/** What may stand in the way of signing in by the city's single sign-on. */
export const SSO_FAILURES = {
  notSetUp: (): Problem => ({
    code: 'sso.unknown',
    ja: 'シングルサインオンは設定されていません。アカウント名とパスワードでサインインしてください',
    en: 'Single sign-on is not set up here. Sign in by account and password',
  }),
  unreachable: (): Problem => ({
    code: 'sso.unreachable',
    ja: 'シングルサインオンのサーバーとやり取りできません。しばらくしてからもう一度お試しください。この間も、このシステムのアカウント名とパスワードがある人はサインインできます',
    en: 'The single sign-on server does not answer as it should. Try again in a while; whoever has an account and password of this system can sign in meanwhile',
  }),
  attemptLost: (): Problem => ({
    code: 'sso.attempt-lost',
    ja: 'このサインインは、このブラウザーで始められたものではないか、時間が過ぎています。最初からやり直してください',
    en: 'This sign-in was not begun in this browser, or it took too long. Begin it anew',
  }),
  refused: (): Problem => ({
    code: 'sso.refused',
    ja: 'シングルサインオンの画面でサインインが取り消されたか、断られました',
    en: 'The sign-in was cancelled or refused on the page of the single sign-on',
  }),
  answerInvalid: (): Problem => ({
    code: 'sso.answer-invalid',
    ja: 'シングルサインオンの応答が正しくないため、サインインできません。やり直しても同じときは、管理者に知らせてください(サーバー同士の時計のずれも確かめてください)',
    en: 'The answer of the single sign-on does not hold, so nobody was signed in. If it happens again, tell the administrator (and compare the clocks of the two servers)',
  }),
  noRole: (): Problem => ({
    code: 'sso.no-role',
    ja: '本人であることは確かめましたが、このシステムでの役割が割り当てられていません。所属の管理者に役割の割り当てを依頼してください',
    en: 'Who you are is clear, but no role of this system is assigned to you. Ask your administrator for one',
  }),
  municipalityMissing: (code: string): Problem => ({
    code: 'sso.municipality-missing',
    ja: `割り当てられている自治体(${code})は、このシステムにまだ登録されていません。管理者に知らせてください`,
    en: `The municipality assigned to you (${code}) is not entered in this system yet. Tell the administrator`,
  }),
  staysSignedIn: (): Problem => ({
    code: 'sso.stays-signed-in',
    ja: 'このシステムからはサインアウトしました。シングルサインオンのサーバーからはサインアウトできませんでした。そちらのサインインは続いているかもしれません。ほかの人も使う端末では、ブラウザーを閉じてください',
    en: 'You are signed out of this system. The single sign-on server could not be told: its own session may go on. On a computer that others use too, close the browser',
  }),
  disabled: (): Problem => ({
    code: 'sso.disabled',
    ja: 'このアカウントは使用を止められています。管理者に確かめてください',
    en: 'This account is disabled. Ask the administrator',
  }),
} as const;

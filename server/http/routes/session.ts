import type { Request } from 'express';
import { z } from 'zod';
import {
  changePasswordSchema,
  recoveryCodesSchema,
  removeSecondFactorSchema,
  type SessionView,
  secondFactorCodeSchema,
  secondFactorStartSchema,
  sessionListSchema,
  sessionViewSchema,
  signedOutSchema,
  signInSchema,
} from '#contract/account';
import type { Result } from '#domain/problem';
import { signOut } from '../../services/accounts/end-session.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endOwnSession,
  type Owner,
  readOwnSessions,
  removeSecondFactor,
} from '../../services/accounts/own-account.ts';
import { sessionFinder, sessionOfToken } from '../../services/accounts/session-actor.ts';
import { proveSecondFactor, signIn } from '../../services/accounts/sign-in.ts';
import type { AppContext } from '../context.ts';
import { dropCookie, setCookie } from '../cookies.ts';
import { type Endpoint, endpoint, fail, type Outcome, ok } from '../endpoint.ts';
import { fromDomainProblem, HttpProblemError, httpProblem } from '../problems.ts';
import { placeOf, SESSION_COOKIE, sessionOf } from '../session.ts';
import { SIGN_OUT } from './sso.ts';

const nothing = z.object({});

export const sessionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/session',
    access: 'public',
    tag: 'account',
    summary: { ja: '今サインインしている人', en: 'Who is signed in' },
    response: sessionViewSchema,
    personal: true,
    handle: ({ context, request }) => ok(viewOf(context, sessionOf(request))),
  }),
  endpoint({
    method: 'post',
    path: '/api/session',
    access: 'public',
    tag: 'account',
    summary: {
      ja: 'サインイン(続けて間違えると 429 と秒数)',
      en: 'Sign in (429 with seconds after several wrong attempts)',
    },
    body: signInSchema,
    response: sessionViewSchema,
    personal: true,
    problems: ['session.wrong', 'session.delayed'],
    async handle({ context, request, body }) {
      return entered(context, request, await signIn(context.database, body, placeOf(request)));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/session/second-factor',
    access: 'public',
    tag: 'account',
    summary: {
      ja: '二段階認証のコード、または回復コード',
      en: 'The code of the authenticator, or a recovery code',
    },
    body: secondFactorCodeSchema,
    response: sessionViewSchema,
    personal: true,
    problems: ['session.none', 'session.code-wrong', 'session.delayed'],
    async handle({ context, request, body: { code } }) {
      const { database, clock, settings } = context;
      const session = sessionOf(request);
      if (session === null || session.secondFactor) return fail(httpProblem('session.none'));
      const { accountId } = session;
      const place = placeOf(request);
      const proved = await proveSecondFactor(
        database,
        settings.sealer,
        accountId,
        code,
        clock(),
        place,
      );
      return entered(context, request, proved);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/session',
    access: 'public',
    tag: 'account',
    summary: { ja: 'サインアウト', en: 'Sign out' },
    response: signedOutSchema,
    personal: true,
    async handle({ context, request }) {
      const session = sessionOf(request);
      if (session !== null) await signOut(context.database, session, placeOf(request).origin);
      if (request.res !== undefined) dropCookie(request.res, SESSION_COOKIE);
      const isVouched = session?.isLocal === false && context.sso?.signsOutThere === true;
      return ok({ ...viewOf(context, null), signOutAt: isVouched ? SIGN_OUT : null });
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/sessions',
    access: 'own-account',
    tag: 'account',
    summary: { ja: '自分のセッションの一覧', en: "One's own sessions" },
    response: sessionListSchema,
    personal: true,
    async handle({ context: { database, settings }, ...input }) {
      const sessions = await readOwnSessions(database, ownerOf(input), settings.sessionLimits);
      return ok({ sessions });
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/sessions/:id',
    access: 'own-account',
    tag: 'account',
    summary: { ja: '自分のセッションを終える', en: "End one of one's own sessions" },
    params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: nothing,
    problems: ['session.unknown'],
    async handle({ context, params: { id }, ...input }) {
      const isEnded = await endOwnSession(context.database, ownerOf(input), id);
      return isEnded ? ok({}) : fail(httpProblem('session.unknown'));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/account/password',
    access: 'own-account',
    tag: 'account',
    summary: {
      ja: 'パスワードを変える(ほかのセッションは終わります)',
      en: 'Change the password; other sessions end',
    },
    body: changePasswordSchema,
    response: nothing,
    problems: ['account.password-wrong', 'session.delayed'],
    async handle({ context, body, request, ...input }) {
      const owner = ownerOf({ ...input, request });
      const changed = await changePassword(context.database, owner, body);
      if (!changed.ok) return fail(fromDomainProblem(changed.problem));
      keepToken(request, changed.value.token);
      return ok({});
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/account/second-factor/begin',
    access: 'own-account',
    tag: 'account',
    summary: { ja: '二段階認証の設定を始める', en: 'Begin to set up a second factor' },
    response: secondFactorStartSchema,
    personal: true,
    async handle({ context, ...input }) {
      const begun = await beginSecondFactor(
        context.database,
        context.settings.sealer,
        ownerOf(input),
      );
      return begun.ok ? ok(begun.value) : fail(fromDomainProblem(begun.problem));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/account/second-factor/confirm',
    access: 'own-account',
    tag: 'account',
    summary: {
      ja: '二段階認証を有効にする(回復コードはここでだけ示します)',
      en: 'Take the second factor into use; the recovery codes are told once',
    },
    body: secondFactorCodeSchema,
    response: recoveryCodesSchema,
    personal: true,
    problems: ['session.code-wrong'],
    async handle({ context: { database, clock, settings }, body: { code }, request, ...input }) {
      const owner = ownerOf({ ...input, request });
      const confirmed = await confirmSecondFactor(database, settings.sealer, owner, code, clock());
      if (!confirmed.ok) return fail(fromDomainProblem(confirmed.problem));
      const { token, recoveryCodes } = confirmed.value;
      keepToken(request, token);
      return ok({ recoveryCodes });
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/account/second-factor',
    access: 'own-account',
    tag: 'account',
    summary: { ja: '二段階認証を解除する', en: 'Remove the second factor' },
    body: removeSecondFactorSchema,
    response: nothing,
    problems: ['account.password-wrong', 'session.delayed'],
    async handle({ context, body: { password }, ...input }) {
      const removed = await removeSecondFactor(context.database, ownerOf(input), password);
      return removed.ok ? ok({}) : fail(fromDomainProblem(removed.problem));
    },
  }),
];

/** The new session's cookie and what the page shows of it. */
async function entered(
  context: AppContext,
  request: Request,
  opened: Result<{ readonly token: string }>,
): Promise<Outcome<SessionView>> {
  if (!opened.ok) return fail(fromDomainProblem(opened.problem));
  const { token } = opened.value;
  keepToken(request, token);
  const { userAgent, origin } = placeOf(request);
  const { database, settings } = context;
  const findOpen = sessionFinder(database, settings.sessionLimits);
  const session = await sessionOfToken(database, findOpen, token, userAgent, origin);
  return ok(viewOf(context, session));
}

/** Without an age: it goes with the browser, and the server ends it before. */
function keepToken({ res: response }: Request, token: string): void {
  if (response !== undefined) setCookie(response, SESSION_COOKIE, token);
}

function viewOf({ settings, sso }: AppContext, session: ReturnType<typeof sessionOf>): SessionView {
  const isIn = session?.secondFactor === true;
  return {
    account: isIn
      ? {
          id: session.accountId,
          loginName: session.loginName,
          displayName: session.displayName,
          role: session.role,
          municipalityCode: session.municipalityCode,
          districts: session.districts,
          shelterIds: [...session.shelterIds],
          mustChangePassword: session.mustChangePassword,
          hasSecondFactor: session.hasSecondFactor,
          isLocal: session.isLocal,
        }
      : null,
    needsSecondFactor: session !== null && !isIn,
    demoAccounts: [...settings.demoAccounts],
    sso: sso === null ? null : { label: sso.label },
    idleMinutes: settings.sessionLimits.idleMinutes,
  };
}

/** @throws HttpProblemError 401 where the actor of the request has no session */
function ownerOf({ actor, request }: Pick<Owner, 'actor'> & { request: Request }): Owner {
  const session = sessionOf(request);
  if (session === null) throw new HttpProblemError(httpProblem('session.none'));
  return { actor, session, place: placeOf(request) };
}

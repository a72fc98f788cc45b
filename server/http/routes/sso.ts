import type { Request } from 'express';
import { z } from 'zod';
import { SSO_FAILURES } from '#domain/access/sso-failures';
import type { Problem } from '#domain/problem';
import type { Bilingual } from '#domain/resident/labels';
import { ATTEMPT_SECONDS } from '../../services/accounts/sealed-attempt.ts';
import { noteRefusal, signInVouched } from '../../services/accounts/sign-in-vouched.ts';
import type { AppContext } from '../context.ts';
import { cookieOf, dropCookie, setCookie } from '../cookies.ts';
import { type BodyWriter, type Endpoint, endpoint, fail, type Outcome, ok } from '../endpoint.ts';
import { isPageVisit, problemPage } from '../problem-page.ts';
import { fromDomainProblem, HTTP_PROBLEMS, type HttpProblemCode } from '../problems.ts';
import { placeOf, SESSION_COOKIE } from '../session.ts';

const START = '/api/sso/start';
const CALLBACK = '/api/sso/callback';
export const SIGN_OUT = '/api/sso/sign-out';
const ATTEMPT_COOKIE = 'michishirube_sso';
const REDIRECT = { status: 302, response: { mediaType: 'text/html' } } as const;

/** A path of this application: neither another host (`//host`, `/\host`) nor anything of the API. */
const goToSchema = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])(?!api\/)[^\s\\]*$/);

const PROBLEMS = [
  'sso.unknown',
  'sso.unreachable',
  'sso.attempt-lost',
  'sso.refused',
  'sso.answer-invalid',
  'sso.no-role',
  'sso.municipality-missing',
  'sso.disabled',
] as const satisfies readonly HttpProblemCode[];

export const ssoEndpoints: readonly Endpoint[] = [
  endpoint({
    ...REDIRECT,
    method: 'get',
    path: START,
    access: 'public',
    tag: 'account',
    summary: {
      ja: 'シングルサインオンを始める(認証サーバーへ移動)',
      en: 'Begin the single sign-on: on to its provider',
    },
    query: z.object({ to: goToSchema.default('/') }),
    problems: ['sso.unknown', 'sso.unreachable'],
    async handle({ context, request, query: { to } }) {
      if (context.sso === null) return refuse(request, SSO_FAILURES.notSetUp());
      const begun = await context.sso.begin(redirectUriOf(context, request), to, context.clock());
      if (!begun.ok) return refuse(request, begun.problem);
      return ok<BodyWriter>((_request, response) => {
        setCookie(response, ATTEMPT_COOKIE, begun.value.attempt, ATTEMPT_SECONDS);
        response.set('Cache-Control', 'no-store').redirect(begun.value.url);
      });
    },
  }),
  endpoint({
    ...REDIRECT,
    method: 'get',
    path: CALLBACK,
    access: 'public',
    tag: 'account',
    summary: {
      ja: 'シングルサインオンから戻る(セッションを開いて画面へ)',
      en: 'Back from the single sign-on: opens the session, on to the page',
    },
    problems: PROBLEMS,
    async handle({ context, request }) {
      const { database, sso } = context;
      if (sso === null) return refuse(request, SSO_FAILURES.notSetUp());
      const place = placeOf(request);
      const attempt = cookieOf(request, ATTEMPT_COOKIE);
      const search = new URL(request.originalUrl, 'http://localhost').search;
      const vouched = await sso.finish(attempt, search, context.clock());
      const opened = vouched.ok ? await signInVouched(database, vouched.value, place) : vouched;
      if (!opened.ok) {
        await noteRefusal(database, place.origin, opened.problem);
        return refuse(request, opened.problem);
      }
      const goTo = vouched.ok ? vouched.value.goTo : '/';
      return ok<BodyWriter>((_request, response) => {
        dropCookie(response, ATTEMPT_COOKIE);
        setCookie(response, SESSION_COOKIE, opened.value.token);
        response.set('Cache-Control', 'no-store').redirect(goTo);
      });
    },
  }),
  endpoint({
    ...REDIRECT,
    method: 'get',
    path: SIGN_OUT,
    access: 'public',
    tag: 'account',
    summary: {
      ja: 'ここでサインアウトした後、認証サーバーでもサインアウトする',
      en: 'After signing out here: on to where the provider ends its own session',
    },
    problems: ['sso.unknown', 'sso.stays-signed-in'],
    async handle({ context, request }) {
      const { sso } = context;
      if (sso === null || !sso.signsOutThere) return refuse(request, SSO_FAILURES.notSetUp());
      const found = await sso.signOutUrl(`${originOf(context, request)}/`);
      if (!found.ok)
        return refuse(request, found.problem, HTTP_PROBLEMS['sso.stays-signed-in'].title);
      return ok<BodyWriter>((_request, response) => {
        response.set('Cache-Control', 'no-store').redirect(found.value);
      });
    },
  }),
];

/** As the provider has it registered; the host was found to be one of ours before this. */
const redirectUriOf = (context: AppContext, request: Request): string =>
  `${originOf(context, request)}${CALLBACK}`;

const originOf = ({ settings }: AppContext, request: Request): string =>
  settings.publicOrigin ?? `${request.protocol}://${request.get('Host') ?? ''}`;

/** A program is told the problem, a person is shown it: nobody else draws a page here. */
function refuse(request: Request, problem: Problem, title?: Bilingual): Outcome<BodyWriter> {
  const found = fromDomainProblem(problem);
  return isPageVisit(request) ? ok(problemPage(found, title)) : fail(found);
}

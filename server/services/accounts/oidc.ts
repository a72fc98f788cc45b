import * as oidc from 'openid-client';
import { claimValues, type Grant, grantOf } from '#domain/access/claim-grant';
import { SSO_FAILURES } from '#domain/access/sso-failures';
import { failure, type Problem, type Result, success } from '#domain/problem';
import type { OidcSettings } from '../../config-oidc.ts';
import { providerFinder } from './oidc-provider.ts';
import { createSealer } from './sealed-attempt.ts';

/** Whom the provider vouches for, and as what that one is let in. */
export interface VouchedPerson {
  readonly issuer: string;
  /** Unchanging name of the person at the issuer. */
  readonly subject: string;
  readonly userName: string;
  readonly displayName: string;
  readonly grant: Grant;
  /** Where in the application the person wanted to go. */
  readonly goTo: string;
}

/** Signing in by the city's OpenID Connect provider: code flow with PKCE, state and nonce. */
export interface SingleSignOn {
  readonly label: string;
  /** Whether whoever signs out here is to be signed out at the provider as well. */
  readonly signsOutThere: boolean;
  /** Where to send the browser, and what it has to bring back (to keep in a cookie). */
  begin(
    redirectUri: string,
    goTo: string,
    now: Date,
  ): Promise<Result<{ readonly url: string; readonly attempt: string }>>;
  /** @param search what the provider sent the browser back with, e.g. `?code=…&state=…` */
  finish(attempt: string | null, search: string, now: Date): Promise<Result<VouchedPerson>>;
  /**
   * Where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0). Without the token of
   * the sign-in, which would put a name into the address: the provider asks once more.
   */
  signOutUrl(backTo: string): Promise<Result<string>>;
}

/** @param report is told of errors that an operator has to look at; the person sees plain words */
export function createSingleSignOn(
  settings: OidcSettings,
  report: (error: unknown) => void,
): SingleSignOn {
  const findProvider = providerFinder(settings);
  const sealer = createSealer();

  const guarded = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      if (problem.code !== 'sso.refused') report(error);
      return failure(problem);
    }
  };

  return {
    label: settings.label,
    signsOutThere: settings.signOut === 'provider',

    async signOutUrl(backTo) {
      const found = await guarded(async () => {
        const provider = await findProvider();
        if (provider.serverMetadata().end_session_endpoint === undefined)
          return failure(SSO_FAILURES.staysSignedIn());
        const parameters = { post_logout_redirect_uri: backTo };
        return success(oidc.buildEndSessionUrl(provider, parameters).href);
      });
      return found.ok ? found : failure(SSO_FAILURES.staysSignedIn());
    },

    begin: (redirectUri, goTo, now) =>
      guarded(async () => {
        const provider = await findProvider();
        const state = oidc.randomState();
        const nonce = oidc.randomNonce();
        const codeVerifier = oidc.randomPKCECodeVerifier();
        const url = oidc.buildAuthorizationUrl(provider, {
          redirect_uri: redirectUri,
          scope: settings.scope,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(settings.prompt === null ? {} : { prompt: settings.prompt }),
        });
        const begunAt = now.getTime();
        const attempt = { state, nonce, codeVerifier, redirectUri, goTo, begunAt };
        return success({ url: url.href, attempt: sealer.seal(attempt) });
      }),

    finish: (sealed, search, now) =>
      guarded(async () => {
        const attempt = sealed === null ? null : sealer.open(sealed, now);
        const answered = new URLSearchParams(search);
        // Begun elsewhere, by somebody else, or not at all.
        if (attempt === null || answered.get('state') !== attempt.state)
          return failure(SSO_FAILURES.attemptLost());
        const provider = await findProvider();
        const callback = new URL(attempt.redirectUri);
        callback.search = search;
        const tokens = await oidc.authorizationCodeGrant(provider, callback, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const vouched = tokens.claims();
        if (vouched === undefined) return failure(SSO_FAILURES.answerInvalid());
        const claims = await withUserInfo(provider, settings, tokens.access_token, vouched);
        const grant = grantOf(claimValues(claims, settings.roleClaim), settings.roles);
        if (grant === null) return failure(SSO_FAILURES.noRole());
        const userName = textIn(claims, 'preferred_username') ?? textIn(claims, 'email');
        return success({
          issuer: vouched.iss,
          subject: vouched.sub,
          userName: userName ?? vouched.sub,
          displayName: textIn(claims, 'name') ?? userName ?? vouched.sub,
          grant,
          goTo: attempt.goTo,
        });
      }),
  };
}

type Claims = Readonly<Record<string, unknown>>;

/** Some providers put what somebody is into the token, others tell it when they are asked. */
async function withUserInfo(
  provider: oidc.Configuration,
  { roleClaim }: OidcSettings,
  accessToken: string,
  vouched: Claims & { readonly sub: string },
): Promise<Claims> {
  const isComplete = claimValues(vouched, roleClaim).length > 0 && 'name' in vouched;
  if (isComplete || provider.serverMetadata().userinfo_endpoint === undefined) return vouched;
  const told = await oidc.fetchUserInfo(provider, accessToken, vouched.sub);
  return { ...told, ...vouched };
}

const MOST_LETTERS = 100;

function textIn(claims: Claims, name: string): string | null {
  const value = claims[name];
  const text = typeof value === 'string' ? value.trim().slice(0, MOST_LETTERS) : '';
  return text === '' ? null : text;
}

/** What the provider says when it cannot work now. */
const NOT_NOW = new Set(['server_error', 'temporarily_unavailable']);
/** The answer arrived whole and does not hold. */
const DOES_NOT_HOLD = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
]);

/** null for errors of this program. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof oidc.AuthorizationResponseError)
    return NOT_NOW.has(error.error) ? SSO_FAILURES.unreachable() : SSO_FAILURES.refused();
  if (error instanceof oidc.ResponseBodyError)
    return error.error === 'invalid_grant'
      ? SSO_FAILURES.attemptLost()
      : SSO_FAILURES.unreachable();
  if (error instanceof oidc.ClientError)
    return DOES_NOT_HOLD.has(error.code ?? '')
      ? SSO_FAILURES.answerInvalid()
      : SSO_FAILURES.unreachable();
  if (error instanceof oidc.WWWAuthenticateChallengeError) return SSO_FAILURES.unreachable();
  // fetch says so of a connection that fails; a file of the secret that is gone has a code as well.
  const isOutside = error instanceof TypeError && error.message === 'fetch failed';
  const isFile = error instanceof Error && 'syscall' in error;
  return isOutside || isFile ? SSO_FAILURES.unreachable() : null;
}

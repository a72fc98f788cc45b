import { readFile } from 'node:fs/promises';
import * as oidc from 'openid-client';
import type { OidcSettings } from '../../config-oidc.ts';

/** Long enough for a directory that has to wake up, short enough for somebody who waits. */
const TIMEOUT_SECONDS = 8;
/** So short that somebody who signs in is told here that the provider is down, and not by the browser. */
const KEPT_MILLIS = 15_000;
/** A provider that is down is not asked by everybody who tries. */
const PAUSE_MILLIS = 3000;

/** Answers how to talk to the provider. Rejects where it does not answer. */
export type FindProvider = () => Promise<oidc.Configuration>;

/** Asks the provider for its description when somebody first signs in, not at the start: it may be down. */
export function providerFinder(settings: OidcSettings): FindProvider {
  let kept: { readonly configuration: Promise<oidc.Configuration>; until: number } | null = null;
  return () => {
    if (kept !== null && Date.now() < kept.until) return kept.configuration;
    const found = { configuration: discover(settings), until: Date.now() + KEPT_MILLIS };
    kept = found;
    found.configuration.catch(() => {
      found.until = Date.now() + PAUSE_MILLIS;
    });
    return found.configuration;
  };
}

async function discover(settings: OidcSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientAuthentication, clockToleranceSeconds } = settings;
  const secret = (await readFile(settings.clientSecretFile, 'utf8')).trim();
  const authenticate =
    clientAuthentication === 'basic'
      ? oidc.ClientSecretBasic(secret)
      : oidc.ClientSecretPost(secret);
  const extensions = [oidc.enableNonRepudiationChecks];
  // The settings allow it on this machine alone.
  if (issuer.startsWith('http:')) extensions.push(oidc.allowInsecureRequests);
  const metadata = { [oidc.clockTolerance]: clockToleranceSeconds };
  return oidc.discovery(new URL(issuer), clientId, metadata, authenticate, {
    execute: extensions,
    timeout: TIMEOUT_SECONDS,
  });
}

import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { OidcSettings } from '../../server/config-oidc.ts';
import { CookieJar } from './cookie-jar.ts';

export interface ProviderOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Sign-in name → claims. */
  readonly people: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** How far its clock is ahead of ours; negative = behind. */
  readonly clockSkewSeconds?: number;
  readonly idTokenSeconds?: number;
  /** Puts what somebody is into the token; else it has to be asked for. */
  readonly claimsInToken?: boolean;
  /** Whether it has an end of sessions (RP-initiated logout); it has. */
  readonly signsOut?: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  /** Settings of an application that trusts it, with the secret in a file of that directory. */
  settings(directory: string, more: Pick<OidcSettings, 'roles'>): OidcSettings;
  /** Signs somebody in on the pages of the provider; the address that it sends the browser back to. */
  signIn(authorizationUrl: string, login: string): Promise<URL>;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'michishirube', clientSecret: 'a secret / of tests: only' } as const;

export async function startProvider(
  options: Omit<ProviderOptions, 'clientId' | 'clientSecret'>,
): Promise<TestProvider> {
  const main = join(import.meta.dirname, 'oidc-provider-main.ts');
  const order = JSON.stringify({ ...CLIENT, ...options });
  const child = fork(main, [order, String(await freePort())], {
    execArgv: ['--conditions=source', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const issuer = await new Promise<string>((ready, failed) => {
    child.once('message', (message: { issuer: string }) => ready(message.issuer));
    child.once('exit', () => failed(new Error(`the provider did not start:\n${said}`)));
  });
  return {
    issuer,
    settings(directory, more) {
      const clientSecretFile = join(directory, 'oidc-secret');
      writeFileSync(clientSecretFile, `${CLIENT.clientSecret}\n`, { mode: 0o600 });
      return {
        issuer,
        clientId: CLIENT.clientId,
        clientSecretFile,
        clientAuthentication: 'basic',
        scope: 'openid profile',
        prompt: null,
        roleClaim: 'roles',
        signOut: 'here',
        clockToleranceSeconds: 60,
        label: '架空市の職員',
        ...more,
      };
    },
    signIn: (url, login) => walkThrough(issuer, url, login),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** What a browser does: follows, gives a name, agrees, and stops where it is sent away from the provider. */
async function walkThrough(issuer: string, start: string, login: string): Promise<URL> {
  const jar = new CookieJar();
  let url = new URL(start);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step++) {
    if (url.origin !== issuer) return url;
    const response = await jar.fetch(url.href, {
      method: form === null ? 'GET' : 'POST',
      body: form,
    });
    const location = response.headers.get('Location');
    if (location !== null) {
      url = new URL(location, url);
      form = null;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`the provider answered ${response.status}:\n${page}`);
    url = new URL(action, url);
    form = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('the provider sends round in circles');
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((found) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}

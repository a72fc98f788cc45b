import Provider, { type Configuration } from 'oidc-provider';
import type { ProviderOptions } from './oidc-provider.ts';

/*
 * A real OpenID Connect provider in a process of its own, so that its clock can be another one. Whoever
 * is in the list signs in by the page that the provider itself has for development, with any password.
 */
const options = JSON.parse(process.argv[2] ?? '{}') as ProviderOptions;
const {
  people,
  clockSkewSeconds = 0,
  idTokenSeconds = 600,
  claimsInToken = false,
  signsOut = true,
} = options;

const realNow = Date.now.bind(Date);
Date.now = () => realNow() + clockSkewSeconds * 1000;

const configuration: Configuration = {
  clients: [
    {
      client_id: options.clientId,
      client_secret: options.clientSecret,
      // A native client may come back to any port of this machine.
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/api/sso/callback'],
      post_logout_redirect_uris: ['http://127.0.0.1/'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'] },
  conformIdTokenClaims: !claimsInToken,
  features: { rpInitiatedLogout: { enabled: signsOut } },
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  ttl: { IdToken: idTokenSeconds },
  findAccount: (_context, login) => {
    const person = people[login];
    if (person === undefined) return undefined;
    return { accountId: login, claims: () => ({ sub: login, ...person }) };
  },
};

// The issuer is in everything that a provider signs, so its port has to be known first.
const port = Number(process.argv[3]);
const issuer = `http://127.0.0.1:${port}`;
const server = new Provider(issuer, configuration).listen(port, '127.0.0.1', () =>
  process.send?.({ issuer }),
);
process.once('disconnect', () => {
  server.closeAllConnections();
  process.exit(0);
});

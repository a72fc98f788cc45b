import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '#domain/access/claim-grant';
import type { OidcSettings } from '../../../server/config-oidc.ts';
import { createSingleSignOn, type SingleSignOn } from '../../../server/services/accounts/oidc.ts';
import { startProvider, type TestProvider } from '../../support/oidc-provider.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const OFFICER: Grant = {
  role: 'disaster-officer',
  municipalityCode: '99903',
  districts: null,
  shelterIds: null,
};
const ROLES = { roles: new Map([['bousai', OFFICER]]) };
const PEOPLE = {
  hanako: { name: '架空 花子', preferred_username: 'k.hanako', roles: ['all-staff', 'bousai'] },
  taro: { name: '見本 太郎', preferred_username: 'taro', roles: ['all-staff'] },
};
const CALLBACK = 'http://127.0.0.1:4000/api/sso/callback';
const now = () => new Date();
const faults: unknown[] = [];
const directory = temporaryDirectory();

async function begin(sso: SingleSignOn) {
  const begun = await sso.begin(CALLBACK, '/people', now());
  if (!begun.ok) throw new Error(begun.problem.en);
  return begun.value;
}

async function signIn(provider: TestProvider, settings: OidcSettings, login: string) {
  const sso = createSingleSignOn(settings, (error) => faults.push(error));
  const { url, attempt } = await begin(sso);
  const back = await provider.signIn(url, login);
  return sso.finish(attempt, back.search, now());
}

describe('a provider that works', () => {
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider({ people: PEOPLE });
  });
  afterAll(() => provider.stop());

  test('vouches for somebody, with what was asked for besides the token', async () => {
    expect(await signIn(provider, provider.settings(directory, ROLES), 'hanako')).toEqual({
      ok: true,
      value: {
        issuer: provider.issuer,
        subject: 'hanako',
        userName: 'k.hanako',
        displayName: '架空 花子',
        grant: OFFICER,
        goTo: '/people',
      },
    });
  });

  test('asks by PKCE, with a state and a nonce of their own each time', async () => {
    const sso = createSingleSignOn(provider.settings(directory, ROLES), () => {});
    const [one, other] = [new URL((await begin(sso)).url), new URL((await begin(sso)).url)];
    expect(one.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    expect(one.href).not.toContain('secret');
  });

  test('lets nobody in whose values are not in the table', async () => {
    const result = await signIn(provider, provider.settings(directory, ROLES), 'taro');
    expect(result).toMatchObject({ ok: false, problem: { code: 'sso.no-role' } });
  });

  test('an answer counts once, in the browser that asked, and for its own question', async () => {
    const sso = createSingleSignOn(provider.settings(directory, ROLES), () => {});
    const mine = await begin(sso);
    const others = await begin(sso);
    const back = await provider.signIn(mine.url, 'hanako');
    const lost = { ok: false, problem: { code: 'sso.attempt-lost' } };
    expect(await sso.finish(null, back.search, now())).toMatchObject(lost);
    expect(await sso.finish('garbage', back.search, now())).toMatchObject(lost);
    expect(await sso.finish(others.attempt, back.search, now())).toMatchObject(lost);
    const late = new Date(Date.now() + 601_000);
    expect(await sso.finish(mine.attempt, back.search, late)).toMatchObject(lost);
    const changed = `${mine.attempt.slice(0, -2)}AA`;
    expect(await sso.finish(changed, back.search, now())).toMatchObject(lost);
    // The code of one question under the state of another: PKCE holds it.
    const swapped = new URLSearchParams(back.search);
    swapped.set('state', new URL(others.url).searchParams.get('state') ?? '');
    expect(await sso.finish(others.attempt, `?${swapped}`, now())).toMatchObject(lost);
  });

  test('a code that was used is not taken again', async () => {
    const sso = createSingleSignOn(provider.settings(directory, ROLES), () => {});
    const { url, attempt } = await begin(sso);
    const back = await provider.signIn(url, 'hanako');
    expect(await sso.finish(attempt, back.search, now())).toMatchObject({ ok: true });
    expect(await sso.finish(attempt, back.search, now())).toMatchObject({
      ok: false,
      problem: { code: 'sso.attempt-lost' },
    });
  });

  test('somebody who turns back at the provider is told so', async () => {
    const sso = createSingleSignOn(provider.settings(directory, ROLES), () => {});
    const { url, attempt } = await begin(sso);
    const state = new URL(url).searchParams.get('state');
    const iss = encodeURIComponent(provider.issuer);
    const result = await sso.finish(
      attempt,
      `?error=access_denied&state=${state}&iss=${iss}`,
      now(),
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'sso.refused' } });
  });

  test('an answer in the name of another issuer does not hold', async () => {
    const sso = createSingleSignOn(provider.settings(directory, ROLES), () => {});
    const { url, attempt } = await begin(sso);
    const back = await provider.signIn(url, 'hanako');
    back.searchParams.set('iss', 'https://elsewhere.example');
    expect(await sso.finish(attempt, back.search, now())).toMatchObject({
      ok: false,
      problem: { code: 'sso.answer-invalid' },
    });
  });

  test('a wrong secret is the fault of the installation, and is reported', async () => {
    const settings = provider.settings(directory, ROLES);
    writeFileSync(settings.clientSecretFile, 'another');
    faults.length = 0;
    const result = await signIn(provider, settings, 'hanako');
    expect(result).toMatchObject({ ok: false, problem: { code: 'sso.unreachable' } });
    expect(faults).toHaveLength(1);
  });
});

describe('clocks that differ', () => {
  for (const { name, skew, outcome } of [
    { name: '50 s behind', skew: -50, outcome: { ok: true } },
    { name: '50 s ahead', skew: 50, outcome: { ok: true } },
    {
      name: '5 min behind',
      skew: -300,
      outcome: { ok: false, problem: { code: 'sso.answer-invalid' } },
    },
  ])
    test(`the provider's is ${name}`, async () => {
      const provider = await startProvider({
        people: PEOPLE,
        clockSkewSeconds: skew,
        idTokenSeconds: 5,
        claimsInToken: true,
      });
      try {
        const settings = provider.settings(directory, ROLES);
        expect(await signIn(provider, settings, 'hanako')).toMatchObject(outcome);
      } finally {
        await provider.stop();
      }
    });
});

test('a provider that goes down, at the beginning and in between', async () => {
  const provider = await startProvider({ people: PEOPLE });
  const settings = provider.settings(directory, ROLES);
  const known = createSingleSignOn(settings, (error) => faults.push(error));
  const { url, attempt } = await begin(known);
  const back = await provider.signIn(url, 'hanako');
  await provider.stop();
  const down = { ok: false, problem: { code: 'sso.unreachable' } };
  expect(await known.finish(attempt, back.search, now())).toMatchObject(down);
  const fresh = createSingleSignOn(settings, (error) => faults.push(error));
  expect(await fresh.begin(CALLBACK, '/', now())).toMatchObject(down);
});

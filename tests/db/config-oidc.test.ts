import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
const secretFile = join(directory, 'secret');
writeFileSync(secretFile, 'secret\n');

const OFFICER = { role: 'disaster-officer', municipality: '34213' };
const WHOLE = {
  OIDC_ISSUER: 'https://login.city.example/realms/staff',
  OIDC_CLIENT_ID: 'michishirube',
  OIDC_CLIENT_SECRET_FILE: secretFile,
  OIDC_ROLES: JSON.stringify({ bousai: OFFICER, joho: { role: 'administrator' } }),
};

const wrongIn = (environment: Record<string, string>): string => {
  const config = readConfig({ ...WHOLE, ...environment });
  return config.ok ? '' : config.problem.en;
};

test('without an issuer there is no single sign-on, whatever else is set', () => {
  const config = readConfig({ ...WHOLE, OIDC_ISSUER: '' });
  expect(config).toMatchObject({ ok: true, value: { oidc: null } });
});

test('what is not set is what most providers do; the secret itself is not kept', () => {
  const config = readConfig(WHOLE);
  expect(config).toMatchObject({
    ok: true,
    value: {
      oidc: {
        clientSecretFile: secretFile,
        clientAuthentication: 'basic',
        scope: 'openid profile',
        roleClaim: 'roles',
        clockToleranceSeconds: 60,
        prompt: null,
      },
    },
  });
  const roles = config.ok ? config.value.oidc?.roles : undefined;
  expect([...(roles ?? [])]).toEqual([
    [
      'bousai',
      { role: 'disaster-officer', municipalityCode: '34213', districts: null, shelterIds: null },
    ],
    ['joho', { role: 'administrator', municipalityCode: null, districts: null, shelterIds: null }],
  ]);
});

test('the table can lie in a file', () => {
  const file = join(directory, 'roles.json');
  writeFileSync(file, WHOLE.OIDC_ROLES);
  const config = readConfig({ ...WHOLE, OIDC_ROLES: '', OIDC_ROLES_FILE: file });
  expect(config.ok && config.value.oidc?.roles.size).toBe(2);
});

test('a table that would show too much is refused, and so is one that is none', () => {
  for (const table of [
    { bousai: { role: 'disaster-officer' } },
    { yamate: { role: 'district-organisation', municipality: '34213' } },
    { yamate: { role: 'district-organisation', municipality: '34213', districts: [] } },
    { bousai: { ...OFFICER, role: 'everything' } },
    { bousai: { ...OFFICER, district: ['山手'] } },
    {},
    [],
  ])
    expect(wrongIn({ OIDC_ROLES: JSON.stringify(table) }), JSON.stringify(table)).toContain(
      'OIDC_ROLES',
    );
  expect(wrongIn({ OIDC_ROLES: '{bousai' })).toContain('OIDC_ROLES');
  expect(wrongIn({ OIDC_ROLES: '', OIDC_ROLES_FILE: '/nowhere' })).toContain('OIDC_ROLES');
});

test('secrets do not travel in the clear, and a secret has to be there', () => {
  expect(wrongIn({ OIDC_ISSUER: 'http://login.city.example' })).toContain('OIDC_ISSUER');
  expect(wrongIn({ OIDC_ISSUER: 'http://127.0.0.1.city.example' })).toContain('OIDC_ISSUER');
  expect(wrongIn({ OIDC_ISSUER: 'http://127.0.0.1:4000' })).toBe('');
  expect(wrongIn({ OIDC_CLIENT_SECRET_FILE: '/nowhere' })).toContain('OIDC_CLIENT_SECRET_FILE');
  const empty = join(directory, 'empty');
  writeFileSync(empty, '\n');
  expect(wrongIn({ OIDC_CLIENT_SECRET_FILE: empty })).toContain('OIDC_CLIENT_SECRET_FILE');
  expect(wrongIn({ OIDC_SCOPE: 'profile' })).toContain('OIDC_SCOPE');
});

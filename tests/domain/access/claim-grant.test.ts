import { expect, test } from 'vitest';
import { claimValues, type Grant, grantOf } from '#domain/access/claim-grant';

const inCity = (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({
  role,
  municipalityCode: '34213',
  districts: null,
  shelterIds: null,
  ...more,
});
const TABLE = new Map<string, Grant>([
  ['bousai', inCity('disaster-officer')],
  ['yamate', inCity('district-organisation', { districts: ['山手'] })],
  ['hamate', inCity('district-organisation', { districts: ['浜手', '山手'] })],
  [
    'neighbour',
    { ...inCity('district-organisation', { districts: ['隣'] }), municipalityCode: '34100' },
  ],
  ['shelter', inCity('welfare-shelter', { shelterIds: ['S1'] })],
]);

test('a claim is found by its own name before its path, as one value or several', () => {
  expect(claimValues({ roles: ['a', 'b'] }, 'roles')).toEqual(['a', 'b']);
  expect(claimValues({ role: 'a' }, 'role')).toEqual(['a']);
  expect(claimValues({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  expect(claimValues({ 'https://city.example/r': ['a'] }, 'https://city.example/r')).toEqual(['a']);
  expect(claimValues({ 'a.b': ['own'], a: { b: ['path'] } }, 'a.b')).toEqual(['own']);
});

test('what is no word grants nothing, and neither does what every object has', () => {
  for (const roles of [undefined, null, 5, true, {}, [['bousai']], [{ role: 'bousai' }], ''])
    expect(claimValues({ roles }, 'roles')).toEqual([]);
  expect(claimValues({}, 'constructor.name')).toEqual([]);
  expect(grantOf([], TABLE)).toBeNull();
  expect(grantOf(['Bousai', 'bousai ', 'constructor'], TABLE)).toBeNull();
});

test('the first entry of the table decides, whatever the order of the claim', () => {
  expect(grantOf(['yamate', 'bousai'], TABLE)).toEqual(inCity('disaster-officer'));
});

test('several districts of one role add up, of this municipality alone', () => {
  expect(grantOf(['neighbour', 'hamate', 'yamate'], TABLE)?.districts).toEqual(['山手', '浜手']);
  expect(grantOf(['neighbour'], TABLE)?.municipalityCode).toBe('34100');
  expect(grantOf(['shelter', 'unknown'], TABLE)?.shelterIds).toEqual(['S1']);
  expect(grantOf(['yamate'], TABLE)?.shelterIds).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { CONSENT_STATES, isGiven } from '#domain/access/consent';
import { DISASTER_ARTICLES, purposesOpenedBy } from '#domain/access/disaster-mode';
import { levelOf, PERSONAL_KINDS, sameConsents } from '#domain/access/policy';
import { ROLES, type Role } from '#domain/access/roles';
import { ACCESS_LABELS } from '#domain/access/rule-labels';
import { ACCESS_NAMES, mayUse } from '#domain/access/rules';

const standing = {
  isWithinReach: true,
  consents: sameConsents('not-asked'),
  isByOrdinance: false,
  isDisaster: purposesOpenedBy([]),
};
const OPEN = purposesOpenedBy(DISASTER_ARTICLES);
const OUTSIDE_CITY_HALL: readonly Role[] = [
  'fire-department',
  'drill-coordinator',
  'district-organisation',
  'welfare-shelter',
  'supporter',
];

describe('consent', () => {
  test.each([
    ['not-asked', false, true],
    ['asked', false, true],
    ['agreed', true, true],
    ['refused', false, false],
    ['withdrawn', false, false],
  ] as const)('%s: given %s, by an ordinance %s', (state, isWithout, isWith) => {
    expect(isGiven(state, false)).toBe(isWithout);
    expect(isGiven(state, true)).toBe(isWith);
  });
});

describe('who sees what of a person', () => {
  test('inside the city hall everything is seen without consent', () => {
    for (const role of ['disaster-officer', 'welfare-officer'] as const)
      for (const kind of PERSONAL_KINDS)
        for (const state of CONSENT_STATES)
          expect(levelOf(role, kind, { ...standing, consents: sameConsents(state) })).toBe('full');
  });

  test('administrator and auditor see nobody, in a disaster neither', () => {
    for (const role of ['administrator', 'auditor'] as const)
      for (const kind of PERSONAL_KINDS)
        for (const isDisaster of [standing.isDisaster, OPEN])
          expect(
            levelOf(role, kind, { ...standing, consents: sameConsents('agreed'), isDisaster }),
          ).toBe('none');
  });

  test('outside of it nobody who did not agree is seen, in peacetime', () => {
    for (const role of OUTSIDE_CITY_HALL)
      for (const kind of PERSONAL_KINDS)
        for (const state of CONSENT_STATES.filter((one) => one !== 'agreed'))
          expect(['none', 'counted']).toContain(
            levelOf(role, kind, { ...standing, consents: sameConsents(state) }),
          );
  });

  test('whoever agreed is seen in full, by a drill coordinator in initials', () => {
    const agreed = { ...standing, consents: sameConsents('agreed') };
    const levels = OUTSIDE_CITY_HALL.map((role) => levelOf(role, 'identity', agreed));
    expect(levels).toEqual(['full', 'masked', 'full', 'full', 'full']);
  });

  test('one consent is not the other', () => {
    const roster = { ...standing, consents: { roster: 'agreed', plan: 'refused' } } as const;
    expect(levelOf('fire-department', 'identity', roster)).toBe('full');
    expect(levelOf('fire-department', 'support', roster)).toBe('none');
    expect(levelOf('supporter', 'identity', roster)).toBe('none');
    const plan = { ...standing, consents: { roster: 'refused', plan: 'agreed' } } as const;
    expect(levelOf('fire-department', 'identity', plan)).toBe('counted');
    expect(levelOf('fire-department', 'support', plan)).toBe('none');
    expect(levelOf('supporter', 'identity', plan)).toBe('full');
  });

  test('a disaster opens what the law opens, to those who help and within their reach', () => {
    const refused = { ...standing, consents: sameConsents('refused'), isDisaster: OPEN };
    const levels = OUTSIDE_CITY_HALL.map((role) => levelOf(role, 'identity', refused));
    expect(levels).toEqual(['full', 'counted', 'full', 'full', 'full']);
    for (const role of ROLES)
      for (const kind of PERSONAL_KINDS)
        expect(levelOf(role, kind, { ...refused, isWithinReach: false })).toBe('none');
  });

  test('each article opens its own: the roster alone says nothing of who helps', () => {
    const levels = (
      kind: 'identity' | 'support',
      ...articles: readonly (typeof DISASTER_ARTICLES)[number][]
    ) =>
      OUTSIDE_CITY_HALL.map((role) =>
        levelOf(role, kind, {
          ...{ ...standing, consents: sameConsents('refused') },
          isDisaster: purposesOpenedBy(articles),
        }),
      );
    expect(levels('identity', '49-11-3')).toEqual(['full', 'counted', 'full', 'none', 'none']);
    expect(levels('support', '49-11-3')).toEqual(['none', 'none', 'none', 'none', 'none']);
    expect(levels('identity', '49-15-3')).toEqual([
      'counted',
      'counted',
      'counted',
      'full',
      'full',
    ]);
    expect(levels('support', '49-15-3')).toEqual(['none', 'none', 'none', 'full', 'full']);
    expect(levels('support', ...DISASTER_ARTICLES)).toEqual([
      'full',
      'none',
      'full',
      'full',
      'full',
    ]);
  });

  test('what became of a person stays in the city hall, in a disaster too', () => {
    const open = { ...standing, consents: sameConsents('agreed'), isDisaster: OPEN };
    for (const role of OUTSIDE_CITY_HALL) expect(levelOf(role, 'history', open)).toBe('none');
  });
});

describe('who may do what', () => {
  test('nobody signed in may use what is public and nothing else', () => {
    expect(ACCESS_NAMES.filter((name) => mayUse(null, name))).toEqual(['public']);
  });

  test('every rule admits some role, and the program itself everything', () => {
    for (const name of ACCESS_NAMES) {
      expect(ROLES.some((role) => mayUse(role, name))).toBe(true);
      expect(mayUse('system', name)).toBe(true);
      expect(Object.values(ACCESS_LABELS[name]).every((text) => text !== '')).toBe(true);
    }
  });

  test('who sees nobody has no way to people', () => {
    const ways = ACCESS_NAMES.filter((name) => /^(people|consent|data|scenarios)/.test(name));
    for (const role of ['administrator', 'auditor'] as const)
      expect(ways.filter((name) => mayUse(role, name))).toEqual([]);
  });

  test('only a disaster-prevention officer opens disaster mode', () => {
    expect(ROLES.filter((role) => mayUse(role, 'disaster-mode.open'))).toEqual([
      'disaster-officer',
    ]);
  });
});

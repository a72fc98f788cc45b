import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import { type ProposedPart, takeOver } from '#domain/plan/take-over';

const shelter = (shelterId: string): NonNullable<ProposedPart['destination']> => ({
  ...{ shelterId, kind: 'welfare-shelter', name: shelterId, address: null, phone: null },
  position: [132.3, 34.3],
});
const helper = { name: '見本 一', phone: '090', address: null, position: [132.3, 34.3] } as const;
const part = (given: Partial<ProposedPart>): ProposedPart => ({
  ...{ destination: null, supporter: null, profileId: null, ...given },
});
const ROUTE = {
  ...{ profile: 'car', origin: 'by-hand', isNight: false, line: [], via: [], lengthMeters: 1 },
  ...{ durationSeconds: 1, redMeters: 0, anyMeters: 0, unknownMeters: 0, roads: [] },
  ...{ roadsAsOf: null, zonesAsOf: null },
} as const satisfies PlanContent['route'];

describe('what was proposed, taken over into a plan', () => {
  it('becomes the destination; the former one is the second choice and its route goes', () => {
    const first = takeOver(EMPTY_PLAN, part({ destination: shelter('a'), profileId: 'stretcher' }));
    expect(first).toMatchObject({
      ...{ means: 'stretcher', destination: { shelterId: 'a', kind: 'welfare-shelter' } },
      secondDestination: null,
    });
    const second = takeOver({ ...first, route: ROUTE }, part({ destination: shelter('b') }));
    expect(second).toMatchObject({ destination: { shelterId: 'b' }, route: null });
    expect(second.secondDestination?.shelterId).toBe('a');
    const third = takeOver(second, part({ destination: shelter('c') }));
    expect(third.secondDestination?.shelterId).toBe('a');
  });

  it('changes nothing where the plan says so already, and means that were chosen stay', () => {
    const plan = { ...takeOver(EMPTY_PLAN, part({ destination: shelter('a') })), route: ROUTE };
    const own = { ...plan, means: 'car' as const };
    expect(takeOver(own, part({ destination: shelter('a'), profileId: 'stretcher' }))).toEqual(own);
  });

  it('adds the supporter once, with an id of its own', () => {
    const once = takeOver(EMPTY_PLAN, part({ supporter: helper }));
    expect(once.supporters.map(({ id, name }) => [id, name])).toEqual([['proposed-1', '見本 一']]);
    expect(takeOver(once, part({ supporter: helper }))).toEqual(once);
    const two = takeOver(once, part({ supporter: { ...helper, name: '例 二' } }));
    expect(two.supporters.map(({ id }) => id)).toEqual(['proposed-1', 'proposed-2']);
  });
});

import { expect, test } from 'vitest';
import type { Duplicates } from '#contract/people-desk';
import { PEOPLE_FAILURES } from '#domain/resident/people-failures';
import { ApiError } from '../../web/api/client.ts';
import { judgeProblemOf, mergeBarOf } from '../../web/features/duplicates/merge-bar.ts';

type Person = Duplicates['pairs'][number]['a'];

const person: Person = {
  ...{ id: 'a', version: 1, rosterNumber: '1', name: '架空 花子', nameKana: null, birthDate: null },
  ...{ sex: null, address: null, phone: null, district: null, careLevel: null, tier: null },
  ...{ supporterCount: null, archivedAt: null, planStage: null, planVersion: 0, plan: null },
  consents: { roster: 'not-asked', plan: 'not-asked' },
};
const pairOf = (a: Partial<Person>, b: Partial<Person>) => ({
  ...{ a: { ...person, ...a }, b: { ...person, id: 'b', ...b } },
  ...{ score: 85, reasons: [] },
});

test('what stands in the way of one person is known before anybody presses', () => {
  const free = { consentsApart: [], onlyPlan: null, hasTwoPlans: false };
  expect(mergeBarOf(pairOf({}, {}))).toEqual(free);
  expect(mergeBarOf(pairOf({ consents: { roster: 'asked', plan: 'not-asked' } }, {}))).toEqual(
    free,
  );
  expect(mergeBarOf(pairOf({ consents: { roster: 'agreed', plan: 'refused' } }, {}))).toEqual({
    ...free,
    consentsApart: ['roster', 'plan'],
  });
  expect(mergeBarOf(pairOf({}, { planStage: 'drafting' })).onlyPlan).toBe('B');
  expect(mergeBarOf(pairOf({ planStage: 'ended' }, {})).onlyPlan).toBeNull();
  expect(mergeBarOf(pairOf({ planStage: 'shared' }, { planStage: 'agreed' }))).toEqual({
    ...free,
    hasTwoPlans: true,
  });
});

test('only where somebody else was first is that said, else the words of the server', () => {
  const { code, ja, en } = PEOPLE_FAILURES.consentsDiffer();
  const problem = (status: number) =>
    new ApiError(status, { type: code, title: en, status, code, messages: { ja, en } } as never);
  expect(judgeProblemOf(problem(422))).toEqual({ ja, en });
  expect(judgeProblemOf(problem(409))).toBe('stale');
  for (const error of [problem(500), new ApiError(0, null), new ApiError(400, null), new Error()])
    expect(judgeProblemOf(error)).toBe('failed');
});

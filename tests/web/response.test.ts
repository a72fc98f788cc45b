import { describe, expect, test } from 'vitest';
import { type ResponseDetail, type ResponseEvent, toMoveSchema } from '#contract/response';
import { countResponse } from '#domain/plan/response-counts';
import { onWire } from '../../server/services/responses/read-response.ts';
import { needsReading, withEvent, withLater } from '../../web/features/response/merge-live.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { warningText } from '../../web/ui/warning-text.ts';

const person = (id: string, latestStart: string) =>
  toMoveSchema.parse({
    ...{ id, name: id, nameKana: null, address: null, district: '山手', position: null },
    ...{ tier: 1, rank: 1, redRelation: 'outside', hasPlan: true },
    ...{ careLevel: null, powerDependent: null, devices: null },
    ...{ group: 'timed', latestStart, isUpperBound: false, destination: null },
    ...{ expectedShelterId: null, isMine: false, status: 'no-report', at: null },
    ...{ shelterId: null, reportedBy: null, reportedRole: null },
  });
const people = [person('a', '2026-11-24T01:00:00Z'), person('b', '2026-11-24T02:00:00Z')];
const counts = onWire(countResponse(people));
const DETAIL: ResponseDetail = {
  ...{ id: 'r', kind: 'rehearsal', districts: null, levels: [], openedBy: '', openedAt: '' },
  ...{ closedBy: null, closedAt: null, moment: 5, now: '', people, counts, unexpected: [] },
  ...{ shelters: [], ownShelterIds: [], mayOpen: true },
};
const said = (id: string, at: string) => ({
  ...{ id, status: 'moving' as const, at, shelterId: null },
  ...{ reportedBy: '架空 支援', reportedRole: 'supporter' as const },
});
const EVENT: ResponseEvent = {
  ...{ moment: 6, isClosed: false, levels: 0, unexpected: [], counts },
  people: [said('a', '2026-11-24T00:30:00Z')],
};

describe('a response that is looked at', () => {
  test('follows an event: who is under way goes behind, with who said so', () => {
    const after = withEvent(DETAIL, EVENT);
    expect(after.people.map(({ id, status }) => [id, status])).toEqual([
      ['b', 'no-report'],
      ['a', 'moving'],
    ]);
    expect(after.people[1]?.reportedBy).toBe('架空 支援');
    expect(after.moment).toBe(6);
    // One that is older than the list itself says nothing new.
    expect(withEvent(DETAIL, { ...EVENT, moment: 4 })).toBe(DETAIL);
    expect(needsReading(DETAIL, EVENT)).toBe(false);
  });

  test('is read anew where others are seen, levels were raised, or it has ended', () => {
    const fewer = { ...counts, all: { ...counts.all, 'no-report': 1 } };
    for (const more of [
      ...[{ isClosed: true }, { levels: 1 }, { counts: fewer }],
      { people: [said('c', '2026-11-24T00:30:00Z')] },
    ])
      expect(needsReading(DETAIL, { ...EVENT, ...more })).toBe(true);
  });

  test('shows what this device has not sent yet, but not over what was said later', () => {
    const after = withEvent(DETAIL, EVENT);
    const own = { ...said('a', '2026-11-24T00:20:00Z'), status: 'refuses' as const };
    expect(withLater(after, [own])).toBe(after);
    const later = withLater(after, [{ ...own, at: '2026-11-24T00:40:00Z' }]);
    expect(later.people.find(({ id }) => id === 'a')?.status).toBe('refuses');
  });
});

test('what warning level is in force is said in one line, also that there is none', () => {
  const words = wordsOf('ja');
  expect(warningText([], words)).toBe('警戒レベル:発表なし');
  const levels = [
    { level: 3 as const, districts: ['汐根地区', '若滝地区'] },
    { level: 4 as const, districts: null },
  ];
  expect(warningText(levels, words)).toBe(
    '警戒レベル4 避難指示、市内全域 ・ 警戒レベル3 高齢者等避難、汐根地区・若滝地区',
  );
});

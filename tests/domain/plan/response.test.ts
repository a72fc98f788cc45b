import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareToMove,
  groupOf,
  isLate,
  latestStartOf,
  RESPONSE_STATUSES,
  type ResponsePerson,
  type ToMove,
} from '#domain/plan/response';
import { countResponse } from '#domain/plan/response-counts';
import { reachedSince, readLevels } from '#domain/plan/response-levels';
import {
  type ResponseReport,
  standingReports,
  standsOver,
  timeOfReport,
} from '#domain/plan/response-reports';

const LEVEL_SINCE = '2026-11-24T01:00:00.000Z';
const PERSON: ResponsePerson = {
  ...{ id: 'a', rank: 3, redRelation: 'outside', hasPlan: true, startAt: 3 },
  ...{ latestStartMinutes: 40, levelSince: LEVEL_SINCE },
};
const status = fc.constantFrom(...RESPONSE_STATUSES);
const moment = fc.integer({ min: 0, max: 20 }).map((minute) => new Date(minute * 60_000));
const report = fc.record<ResponseReport>({
  id: fc.uuid(),
  personId: fc.constantFrom('a', 'b', 'c'),
  status,
  at: moment.map((at) => at.toISOString()),
  shelterId: fc.constantFrom(null, 'S1'),
});
const reports = fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 30 });

describe('reports that come in late and twice', () => {
  it('end alike in every order of arrival, and the latest by its own time stands', () => {
    fc.assert(
      fc.property(
        reports.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
        ),
        ([made, arrived]) => {
          const standing = standingReports([...arrived, ...arrived]);
          expect(standing).toEqual(standingReports(made));
          for (const [person, stands] of standing)
            for (const other of made.filter(({ personId }) => personId === person))
              expect(Date.parse(other.at)).toBeLessThanOrEqual(Date.parse(stands.at));
        },
      ),
    );
  });

  it('stand one over the other in one direction alone', () => {
    fc.assert(
      fc.property(report, report, (a, b) => {
        fc.pre(a.id !== b.id);
        expect(standsOver(a, b)).toBe(!standsOver(b, a));
      }),
    );
  });

  it('have their time by the clock of the server, and never one to come', () => {
    const received = new Date('2026-11-24T03:00:00Z');
    // The phone's clock is ten minutes fast, and it was offline for an hour.
    expect(timeOfReport('2026-11-24T02:10:00Z', '2026-11-24T03:10:00Z', received)).toBe(
      '2026-11-24T02:00:00.000Z',
    );
    expect(timeOfReport('2026-11-24T05:00:00Z', '2026-11-24T03:00:00Z', received)).toBe(
      received.toISOString(),
    );
  });
});

describe('whom to move', () => {
  const place = (more: Partial<ToMove>): ToMove => ({
    ...{ id: 'x', rank: 1, group: 'timed', latestStart: LEVEL_SINCE, status: 'no-report' },
    ...{ isMine: false },
    ...more,
  });
  const order = (...people: ToMove[]) => people.sort(compareToMove).map(({ id }) => id);

  it('is first who is in a red zone without a plan, by rank; then by latest start', () => {
    expect(groupOf({ ...PERSON, hasPlan: false, redRelation: 'inside' })).toBe('red-without-plan');
    // Not known to be inside is not known to be outside either: told where it is, but not as inside.
    expect(groupOf({ ...PERSON, hasPlan: false, redRelation: 'undetermined' })).toBe('untimed');
    const [group, latestStart] = ['red-without-plan', null] as const;
    expect(
      order(
        place({ id: 'later', latestStart: '2026-11-24T02:00:00Z', rank: 1 }),
        place({ id: 'untimed', group: 'untimed', latestStart: null, rank: 1 }),
        place({ id: 'sooner', rank: 9 }),
        place({ id: 'red 5', group, latestStart, rank: 5 }),
        place({ id: 'red unranked', group, latestStart, rank: 0 }),
        place({ id: 'red 2', group, latestStart, rank: 2 }),
      ),
    ).toEqual(['red 2', 'red 5', 'red unranked', 'sooner', 'later', 'untimed']);
  });

  it('puts own people first, those under way behind, and those who arrived last', () => {
    expect(
      order(
        place({ id: 'arrived', status: 'arrived', isMine: true }),
        place({ id: 'moving', status: 'moving', isMine: true }),
        place({ id: 'other', group: 'red-without-plan' }),
        place({ id: 'mine', group: 'later-level', latestStart: null, isMine: true }),
      ),
    ).toEqual(['mine', 'other', 'moving', 'arrived']);
  });

  it('has a time where the level of the plan is in force, and is late from then on', () => {
    const latest = latestStartOf(PERSON);
    expect(latest).toBe('2026-11-24T01:40:00.000Z');
    expect(latestStartOf({ ...PERSON, startAt: 4, levelSince: null })).toBeNull();
    expect(groupOf({ ...PERSON, startAt: 4, levelSince: null })).toBe('later-level');
    expect(groupOf({ ...PERSON, startAt: null, levelSince: null })).toBe('untimed');
    expect(latestStartOf({ ...PERSON, latestStartMinutes: null })).toBeNull();
    const after = Date.parse('2026-11-24T01:41:00Z');
    expect(RESPONSE_STATUSES.filter((one) => isLate(latest, one, after))).toEqual([
      ...['no-report', 'not-reached', 'not-at-home', 'refuses', 'preparing'],
    ]);
    expect(isLate(latest, 'no-report', Date.parse(LEVEL_SINCE))).toBe(false);
    expect(isLate(null, 'no-report', after)).toBe(false);
  });
});

describe('counts', () => {
  it('add up over districts, and those who arrived elsewhere are told where they are', () => {
    const place = fc.constantFrom(null, 'S1', 'S2');
    const person = fc.record({
      district: fc.constantFrom(null, '山手', '浜手'),
      ...{ expectedShelterId: place, status, shelterId: place },
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const { all, districts, shelters } = countResponse(people);
        for (const one of RESPONSE_STATUSES) {
          expect(all[one]).toBe(people.filter((each) => each.status === one).length);
          expect(districts.reduce((sum, { counts }) => sum + counts[one], 0)).toBe(all[one]);
        }
        const arrived = people.filter(
          (each) =>
            each.status === 'arrived' && (each.shelterId ?? each.expectedShelterId) !== null,
        );
        expect(shelters.reduce((sum, one) => sum + one.arrived, 0)).toBe(arrived.length);
        for (const one of shelters)
          expect(one.arrivedFromElsewhere).toBe(
            arrived.filter((p) => p.shelterId === one.id && p.expectedShelterId !== one.id).length,
          );
      }),
    );
  });
});

describe('levels by district', () => {
  it('hold from when they were first reached in a district, by that level or a graver one', () => {
    const levels = [
      { level: 3, districts: null, since: '2026-11-24T02:00:00Z' },
      { level: 4, districts: ['山手'], since: '2026-11-24T01:00:00Z' },
      { level: 4, districts: ['浜手'], since: '2026-11-24T03:00:00Z' },
    ] as const;
    expect(reachedSince(levels, '山手', 3)).toBe('2026-11-24T01:00:00Z');
    expect(reachedSince(levels, '浜手', 3)).toBe('2026-11-24T02:00:00Z');
    expect(reachedSince(levels, '浜手', 4)).toBe('2026-11-24T03:00:00Z');
    expect(reachedSince(levels, null, 4)).toBeNull();
  });

  it('are read as offices send them, and what cannot be read is told by line', () => {
    const names = ['山手', '浜手', '本町'];
    expect(
      readLevels('\uFEFF地区,警戒レベル\r\n山手,4\r\n浜手,レベル３\r\n本町,3\r\n', names),
    ).toEqual({
      ok: true,
      levels: [
        { level: 3, districts: ['浜手', '本町'] },
        { level: 4, districts: ['山手'] },
      ],
    });
    const refused = readLevels(
      '山手,4\n浜手,高い\n川手,3\n,3\n山手,3\n山手,警戒レベル4\n本町,13',
      names,
    );
    expect(refused.ok ? [] : refused.refused.map(({ line, why }) => [line, why])).toEqual([
      [2, 'no-level'],
      [3, 'unknown-district'],
      [4, 'no-district'],
      [5, 'twice'],
      [7, 'no-level'],
    ]);
    // A first line without a level is no heading where it names a district.
    expect(readLevels('山手,高い', names)).toMatchObject({
      refused: [{ line: 1, why: 'no-level' }],
    });
    expect(readLevels('', names)).toMatchObject({ ok: false, refused: [{ line: 1 }] });
  });
});

import { describe, expect, it } from 'vitest';
import type { DrillPlan } from '#domain/drill/drill';
import { drillProblems } from '#domain/drill/drill-problems';
import { CALM } from './drill-support.ts';
import { drill, standIn } from './run-support.ts';

const codes = (changes: Partial<DrillPlan>) =>
  drillProblems(drill(changes)).map(({ code }) => code);
const real = (consentDate: string | null) =>
  standIn('r', { kind: 'real', residentId: 'r1', consentDate });

describe('what keeps a drill from being run', () => {
  it('is nothing where all is there', () => {
    expect(codes({ people: [standIn('x'), real('2026-11-28')] })).toEqual([]);
  });

  it('is somebody of the roster who has not agreed, or agreed too late, or stands in for themselves', () => {
    expect(codes({ people: [real(null)] })).toEqual(['drill.no-consent']);
    expect(codes({ people: [real('2026-11-29')] })).toEqual(['drill.consent-after-drill']);
    const hidden = standIn('x', { residentId: 'r1' });
    expect(codes({ people: [hidden] })).toEqual(['drill.stand-in-from-roster']);
  });

  it('is a drill without shelter or day, or people of another shelter', () => {
    expect(codes({ shelterIds: [], people: [] })).toEqual(['drill.no-shelter']);
    for (const date of ['', '2026-02-30', '2026-2-3'])
      expect(codes({ date })).toEqual(['drill.date-wrong']);
    expect(codes({ people: [standIn('x', { shelterId: 'S9' })] })).toEqual([
      'drill.person-at-other-shelter',
    ]);
  });

  it('is somebody who stands in and is to be picked up nobody knows where', () => {
    const of = (more: object) =>
      drillProblems({ ...drill(), people: [{ ...standIn('x', { name: '代役 一郎' }), ...more }] });
    const [problem] = of({ travel: 'tour', pickUp: null });
    expect(problem?.code).toBe('drill.stand-in-without-pick-up');
    expect(problem?.ja).toContain('代役 一郎');
    expect(of({ travel: 'own', pickUp: null })).toEqual([]);
    expect(of({ travel: 'tour', pickUp: { label: null, position: [132, 34] } })).toEqual([]);
    // A real person is picked up at home.
    const home = { kind: 'real', residentId: 'r1', consentDate: '2026-11-28' };
    expect(of({ ...home, travel: 'tour', pickUp: null })).toEqual([]);
  });

  it('is a role that nobody takes, or that there is not', () => {
    expect(codes({ participants: [] })).toEqual(['drill.role-empty']);
    const scenario = { ...CALM, shortfalls: [{ roleId: 'x', missing: 1 }] };
    expect(codes({ scenario })).toEqual(['drill.role-unknown']);
  });
});

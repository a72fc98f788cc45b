import { describe, expect, test } from 'vitest';
import {
  isOfOffice,
  isWholeOffice,
  officeKey,
  officeWords,
  type RelayOffice,
} from '#domain/relay/office';
import { dueAt, isOverdue, RELAY_STATES } from '#domain/relay/sheet';
import {
  type LastStep,
  possibleSteps,
  type RELAY_STEPS,
  type SheetStands,
  takeRelayStep,
} from '#domain/relay/steps';

const WELFARE: RelayOffice = { role: 'welfare-officer', district: null, shelterId: null };
const HARBOUR: RelayOffice = { role: 'district-organisation', district: '浜手', shelterId: null };
const WRITTEN: LastStep = {
  ...{ step: 'write', fromState: 'received', fromOffice: WELFARE, isOwn: false },
};
const stands = (state: SheetStands['state'], last: Partial<LastStep> = {}): SheetStands => ({
  ...{ state, office: WELFARE, last: { ...WRITTEN, ...last } },
});
const OFFICE = { isOffice: true, isWriter: false };
const WRITER = { isOffice: false, isWriter: true };
const NOBODY = { isOffice: false, isWriter: false };
const ask = (step: (typeof RELAY_STEPS)[number], text = '', office: RelayOffice | null = null) => ({
  ...{ step, text, office },
});

describe('steps of a relay sheet', () => {
  test('each state offers its own steps, to the office and to the writer', () => {
    const offered = (standing: typeof OFFICE) =>
      RELAY_STATES.map((state) => possibleSteps(stands(state), standing).join(' '));
    expect(offered(OFFICE)).toEqual([
      'take-in-hand answer hand-over note',
      'answer hand-over note',
      'answer hand-over note close ask-again',
      'ask-again',
    ]);
    expect(offered(WRITER)).toEqual([
      'note withdraw',
      'note withdraw',
      'note close ask-again',
      'ask-again',
    ]);
    expect(offered(NOBODY)).toEqual(['', '', '', '']);
  });

  test('received, in hand, answered, closed, asked again', () => {
    const state = (from: SheetStands['state'], request: ReturnType<typeof ask>, by = OFFICE) => {
      const taken = takeRelayStep(stands(from), by, request);
      return taken.ok ? taken.value.state : taken.problem.code;
    };
    expect(state('received', ask('take-in-hand'))).toBe('in-hand');
    expect(state('in-hand', ask('answer', '訪ねた'))).toBe('answered');
    expect(state('answered', ask('close'), WRITER)).toBe('closed');
    expect(state('closed', ask('ask-again', 'また'), WRITER)).toBe('in-hand');
    expect(state('in-hand', ask('note', '足す'), WRITER)).toBe('in-hand');
    expect(state('in-hand', ask('answer', ' '))).toBe('relay.text-missing');
    expect(state('in-hand', ask('answer', 'x'), WRITER)).toBe('relay.not-yours');
    expect(state('closed', ask('answer', 'x'))).toBe('relay.not-now');
  });

  test('handed over it is received by another office, and taken back by who did it', () => {
    const handed = takeRelayStep(stands('in-hand'), OFFICE, ask('hand-over', '', HARBOUR));
    expect(handed).toEqual({ ok: true, value: { state: 'received', office: HARBOUR } });
    for (const [office, code] of [
      [null, 'relay.office-missing'],
      [WELFARE, 'relay.same-office'],
      [{ ...HARBOUR, district: null }, 'relay.office-missing'],
    ] as const)
      expect(takeRelayStep(stands('in-hand'), OFFICE, ask('hand-over', '', office))).toMatchObject({
        problem: { code },
      });
    const handedOver = (isOwn: boolean) => ({
      ...stands('received', { step: 'hand-over', fromState: 'in-hand', isOwn }),
      office: HARBOUR,
    });
    // Whoever handed it over is of its office no more.
    expect(takeRelayStep(handedOver(true), NOBODY, ask('take-back'))).toEqual({
      ...{ ok: true, value: { state: 'in-hand', office: WELFARE } },
    });
    expect(takeRelayStep(handedOver(false), OFFICE, ask('take-back'))).toMatchObject({
      problem: { code: 'relay.not-yours' },
    });
  });

  test('what was written, added or taken back is not taken back', () => {
    for (const step of ['write', 'note', 'take-back'] as const)
      expect(possibleSteps(stands('received', { step, isOwn: true }), WRITER)).not.toContain(
        'take-back',
      );
  });
});

describe('offices', () => {
  const BASE = { role: 'district-organisation', districts: ['浜手'], shelterIds: [] };

  test('are whole, have a key each, and people of them', () => {
    expect([WELFARE, HARBOUR].map(officeKey)).toEqual([
      ...['welfare-officer', 'district-organisation:浜手'],
    ]);
    expect(isWholeOffice({ ...WELFARE, district: '浜手' })).toBe(false);
    expect(isWholeOffice({ role: 'welfare-shelter', district: null, shelterId: null })).toBe(false);
    const member = {
      role: 'district-organisation',
      districts: ['浜手'],
      shelterIds: [],
      relayOfficeId: null,
    };
    expect(isOfOffice(member, HARBOUR)).toBe(true);
    expect(isOfOffice({ ...member, districts: ['山手'] }, HARBOUR)).toBe(false);
    expect(isOfOffice({ ...member, districts: null }, HARBOUR)).toBe(false);
    expect(isOfOffice(member, WELFARE)).toBe(false);
  });

  test('whoever is of one that the city lists is of no other, and each has its own', () => {
    const listed = (officeId: string): RelayOffice => ({
      ...{ role: 'listed', district: null, shelterId: null, officeId },
    });
    const ofCentre = { ...BASE, relayOfficeId: 'a' };
    expect(isOfOffice(ofCentre, listed('a'))).toBe(true);
    expect(isOfOffice(ofCentre, listed('b'))).toBe(false);
    expect(isOfOffice(ofCentre, HARBOUR)).toBe(false);
    expect(isOfOffice({ ...BASE, relayOfficeId: null }, listed('a'))).toBe(false);
    expect(officeKey(listed('a'))).toBe('listed:a');
    expect(isWholeOffice(listed('a'))).toBe(true);
    expect(isWholeOffice({ ...listed('a'), officeId: null })).toBe(false);
    expect(isWholeOffice({ ...HARBOUR, officeId: 'a' })).toBe(false);
    expect(officeWords(listed('a'), '北', 'civic-centre').ja).toBe('北(市民センター)');
  });
});

test('an answer is due by the urgency, and only open sheets are overdue', () => {
  const written = new Date('2026-11-24T00:00:00Z');
  expect(dueAt('today', written).toISOString()).toBe('2026-11-25T00:00:00.000Z');
  expect(dueAt('days', written).toISOString()).toBe('2026-11-27T00:00:00.000Z');
  expect(dueAt('weeks', written).toISOString()).toBe('2026-12-08T00:00:00.000Z');
  const now = new Date('2026-11-26T00:00:00Z');
  const overdue = RELAY_STATES.filter((state) =>
    isOverdue({ state, dueAt: dueAt('today', written) }, now),
  );
  expect(overdue).toEqual(['received', 'in-hand']);
  expect(isOverdue({ state: 'received', dueAt: dueAt('days', written) }, now)).toBe(false);
});

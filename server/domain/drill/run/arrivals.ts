import type { DrillParticipant, DrillPerson } from '../drill.ts';
import { firstOf, type TimedEvent } from './event-time.ts';
import { isOf } from './step-state.ts';

export interface PersonState {
  readonly personId: string;
  /** `overdue`: expected before now, and neither there nor said not to come. */
  readonly state: 'expected' | 'overdue' | 'arrived' | 'not-coming';
  readonly expectedMillis: number | null;
  readonly arrivedMillis: number | null;
  /** Where the person is; it may be another shelter than the planned one. */
  readonly shelterId: string | null;
  readonly isElsewhere: boolean;
}

/** Where each expected person is. An arrival stands before a word that the person does not come. */
export function personStates(
  people: readonly DrillPerson[],
  timed: readonly TimedEvent[],
  expectedMillis: ReadonlyMap<string, number>,
  nowMillis: number,
): PersonState[] {
  const allArrivals = timed.filter((one) => isOf(one, 'arrival'));
  return people.map(({ id, shelterId }) => {
    const arrivals = allArrivals.filter((one) => one.event.body.personId === id);
    const arrival = firstOf(arrivals);
    const expected = expectedMillis.get(id) ?? null;
    const isCalledOff = timed.some(
      (one) => isOf(one, 'not-coming') && one.event.body.personId === id,
    );
    const at = arrival === undefined ? null : arrival.event.body.shelterId;
    return {
      personId: id,
      state:
        arrival !== undefined
          ? 'arrived'
          : isCalledOff
            ? 'not-coming'
            : expected !== null && expected < nowMillis
              ? 'overdue'
              : 'expected',
      expectedMillis: expected,
      arrivedMillis: arrival?.atMillis ?? null,
      shelterId: at,
      isElsewhere: at !== null && at !== shelterId,
    };
  });
}

/** People who came and whom nobody expected, and those with a number that the drill does not know. */
export function unexpectedArrivals(people: readonly DrillPerson[], timed: readonly TimedEvent[]) {
  const known = new Set(people.map(({ id }) => id));
  return timed.flatMap((one) => {
    if (!isOf(one, 'arrival')) return [];
    const { personId, shelterId, companions } = one.event.body;
    return personId !== null && known.has(personId)
      ? []
      : [{ shelterId, companions, atMillis: one.atMillis }];
  });
}

/** Who of the participants is there; null = nobody said. The last word counts. */
export function attendance(
  participants: readonly DrillParticipant[],
  timed: readonly TimedEvent[],
) {
  return participants.map(({ id, roleId }) => {
    const said = timed.flatMap((one) =>
      isOf(one, 'attendance') && one.event.body.participantId === id
        ? [one.event.body.isThere]
        : [],
    );
    const places = timed.flatMap((one) =>
      isOf(one, 'position') && one.event.body.participantId === id
        ? [{ position: one.event.body.position, atMillis: one.atMillis }]
        : [],
    );
    return {
      participantId: id,
      roleId,
      isThere: said.at(-1) ?? null,
      lastPlace: places.at(-1) ?? null,
    };
  });
}

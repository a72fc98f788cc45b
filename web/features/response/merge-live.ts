import type { ResponseDetail, ResponseEvent, ToMoveOnWire } from '#contract/response';
import { compareToMove } from '#domain/plan/response';

type Standing = Pick<
  ToMoveOnWire,
  'id' | 'status' | 'at' | 'shelterId' | 'reportedBy' | 'reportedRole'
>;

/** The list as it stands after an event, in its order. */
export function withEvent(detail: ResponseDetail, event: ResponseEvent): ResponseDetail {
  if (event.moment < detail.moment) return detail;
  return {
    ...withStandings(detail, event.people),
    ...{ moment: event.moment, counts: event.counts, unexpected: event.unexpected },
  };
}

/** With what this device says, where nobody has said anything later. */
export function withLater(detail: ResponseDetail, standings: readonly Standing[]): ResponseDetail {
  const times = new Map(detail.people.map(({ id, at }) => [id, at]));
  const later = standings.filter(({ id, at }) => timeOf(at) > timeOf(times.get(id) ?? null));
  return withStandings(detail, later);
}
const timeOf = (at: string | null) => (at === null ? 0 : Date.parse(at));

function withStandings(detail: ResponseDetail, standings: readonly Standing[]): ResponseDetail {
  if (standings.length === 0) return detail;
  const changed = new Map(standings.map((one) => [one.id, one]));
  const people = detail.people.map((person) => {
    const one = changed.get(person.id);
    if (one === undefined || (one.at === person.at && one.status === person.status)) return person;
    return { ...person, ...one };
  });
  return { ...detail, people: people.sort(compareToMove) };
}

/** Whether the event tells of more than standings: other people are seen, or other levels are in force. */
export const needsReading = (detail: ResponseDetail, event: ResponseEvent): boolean => {
  const known = new Set(detail.people.map(({ id }) => id));
  const total = Object.values(event.counts.all).reduce((sum, count) => sum + count, 0);
  return (
    total !== detail.people.length ||
    event.levels !== detail.levels.length ||
    event.isClosed !== (detail.closedAt !== null) ||
    event.people.some(({ id }) => !known.has(id))
  );
};

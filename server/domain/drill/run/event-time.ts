import { groupBy } from '../group-by.ts';
import { nameOf, type RunEvent } from './event.ts';

/**
 * How the moment of an event is known: its device had measured its clock; it measured it later or earlier in
 * the drill, and that is taken; it never did, and its clock is taken as it stands.
 */
export type TimeBasis = 'measured' | 'taken-over' | 'uncertain';

export interface TimedEvent {
  readonly event: RunEvent;
  /** By the server's clock, as far as it is known: milliseconds since 1970. */
  readonly atMillis: number;
  readonly basis: TimeBasis;
}

/** Events with the moments at which they happened, taken back ones left out, in the order of time. */
export function timeEvents(events: readonly RunEvent[]): TimedEvent[] {
  const undone = new Set(
    events.flatMap(({ body }) => (body.kind === 'undo' ? [nameOf(body.event)] : [])),
  );
  const byDevice = groupBy(events, ({ deviceId }) => deviceId);
  return events
    .filter((event) => event.body.kind !== 'undo' && !undone.has(nameOf(event)))
    .map((event) => timeOf(event, byDevice.get(event.deviceId)!))
    .sort(
      (a, b) =>
        a.atMillis - b.atMillis ||
        (a.event.deviceId < b.event.deviceId ? -1 : a.event.deviceId > b.event.deviceId ? 1 : 0) ||
        a.event.sequence - b.event.sequence,
    );
}

function timeOf(event: RunEvent, ofDevice: readonly RunEvent[]): TimedEvent {
  const { deviceMillis, offsetMillis, sequence } = event;
  if (offsetMillis !== null)
    return { event, atMillis: deviceMillis + offsetMillis, basis: 'measured' };
  const nearest = ofDevice
    .filter((other) => other.offsetMillis !== null)
    .sort(
      (a, b) =>
        Math.abs(a.sequence - sequence) - Math.abs(b.sequence - sequence) ||
        a.sequence - b.sequence ||
        a.offsetMillis! - b.offsetMillis!,
    )
    .at(0);
  return nearest === undefined
    ? { event, atMillis: deviceMillis, basis: 'uncertain' }
    : { event, atMillis: deviceMillis + nearest.offsetMillis!, basis: 'taken-over' };
}

/** The one that stands of several that say the same: a known moment before an uncertain one, else the first. */
export function firstOf<Timed extends TimedEvent>(timed: readonly Timed[]): Timed | undefined {
  return timed.find(({ basis }) => basis !== 'uncertain') ?? timed[0];
}

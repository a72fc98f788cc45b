import type { DrillEvents } from '#contract/drill-run';
import { nameOf, type RunEvent } from '#domain/drill/run/event';

type Received = DrillEvents['events'][number];

/** What is known of a drill that is run: what the server has, by whom, up to which of its events. */
export interface RunLog {
  readonly received: readonly Received[];
  readonly cursor: number;
}

export const EMPTY_LOG: RunLog = { received: [], cursor: 0 };

/** The log with more events of the server, however often they come. */
export function withReceived(log: RunLog, events: DrillEvents): RunLog {
  const known = new Set(log.received.map(({ cursor }) => cursor));
  const more = events.events.filter(({ cursor }) => !known.has(cursor));
  if (more.length === 0 && events.cursor <= log.cursor) return log;
  return {
    received: more.length === 0 ? log.received : [...log.received, ...more],
    cursor: Math.max(log.cursor, events.cursor),
  };
}

/**
 * All events, with those of this device that the server has not told of yet. Once it tells of one, its word
 * stands: it knows how wrong the clock of this device was.
 */
export function allEvents(log: RunLog, own: readonly RunEvent[]): RunEvent[] {
  const received = log.received.map(({ event }) => event);
  const names = new Set(received.map(nameOf));
  return [...received, ...own.filter((event) => !names.has(nameOf(event)))];
}

import { groupBy } from '../group-by.ts';
import { nameOf, type RunEvent } from './event.ts';

/**
 * What several devices wrote down, together. Nothing is ever lost: of two events with one name that differ (a
 * device was copied, or its counter began anew) both are kept. How far its clock is off is no part of what an
 * event says: the server measures it too, and what is known stands before what is not. In whatever order and
 * however often lists come in, the result is the same list: commutative, associative, idempotent.
 */
export function mergeEvents(...lists: readonly (readonly RunEvent[])[]): RunEvent[] {
  const byContent = new Map<string, RunEvent>();
  for (const event of lists.flat()) {
    const content = saidBy(event);
    const other = byContent.get(content);
    if (other === undefined || isBetterMeasured(event, other)) byContent.set(content, event);
  }
  return [...byContent]
    .sort(
      ([contentA, a], [contentB, b]) =>
        compare(a.deviceId, b.deviceId) || a.sequence - b.sequence || compare(contentA, contentB),
    )
    .map(([, event]) => event);
}

/** All that an event says, as one text: the same for the same event however often it is sent. */
export function saidBy({ offsetMillis: _, ...said }: RunEvent): string {
  return contentOf(said);
}

function isBetterMeasured(one: RunEvent, other: RunEvent): boolean {
  if (one.offsetMillis === null || other.offsetMillis === null)
    return one.offsetMillis !== null && other.offsetMillis === null;
  return one.offsetMillis < other.offsetMillis;
}

/** Names under which there is more than one event. */
export function namesakes(events: readonly RunEvent[]): RunEvent[][] {
  const byName = groupBy(events, nameOf);
  return [...byName.values()].filter((same) => same.length > 1);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The same text for the same content, in whatever order its fields were written. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  );
}

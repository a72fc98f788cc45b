import { groupBy } from '../group-by.ts';
import { nameOf, type RunEvent } from './event.ts';

/**
 * What several devices wrote down, together. Nothing is ever lost: of two events with one name that differ (a
 * device was copied, or its counter began anew) both are kept. In whatever order and however often lists come
 * in, the result is the same list: commutative, associative, idempotent.
 */
export function mergeEvents(...lists: readonly (readonly RunEvent[])[]): RunEvent[] {
  const byContent = new Map(lists.flat().map((event) => [contentOf(event), event]));
  return [...byContent]
    .sort(
      ([contentA, a], [contentB, b]) =>
        compare(a.deviceId, b.deviceId) || a.sequence - b.sequence || compare(contentA, contentB),
    )
    .map(([, event]) => event);
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

/**
 * Each hash takes 19 MiB and a thread: so many at once, so many that wait, and no more. A flood of attempts
 * is turned away before it takes the memory or the time of those who work.
 */
const AT_ONCE = 3;
const MOST_WAITING = 300;

let running = 0;
const waiting: (() => void)[] = [];

/** Null where too many wait already. */
export async function inHashingQueue<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place goes to the next in the queue.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

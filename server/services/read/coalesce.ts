/**
 * Shares one read among callers who ask while another is under way. A read that has begun may have
 * missed a change that a caller already knows of, so callers wait for the *next* one: whoever changed
 * something and asks then sees the change, and a hundred readers cost two reads.
 */
export function coalesce<Value>(
  read: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const running = new Map<string, Promise<unknown>>();
  const queued = new Map<string, Promise<Value>>();

  const start = (key: string): Promise<Value> => {
    const value = read(key);
    const settled = value.then(
      () => {},
      () => {},
    );
    running.set(key, settled);
    settled.then(() => {
      if (running.get(key) === settled) running.delete(key);
    });
    return value;
  };

  return (key) => {
    const before = running.get(key);
    if (before === undefined) return start(key);
    const waiting = queued.get(key);
    if (waiting !== undefined) return waiting;
    const next = before.then(() => {
      queued.delete(key);
      return start(key);
    });
    queued.set(key, next);
    return next;
  };
}

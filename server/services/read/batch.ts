interface Waiting<Value> {
  readonly key: string;
  resolve(value: Value | null): void;
  reject(error: unknown): void;
}

/**
 * Finds by key, in one query for all who ask while another query is under way. None of them is answered
 * from a query that began before it asked: it would miss what had changed until then.
 */
export function batch<Value>(
  find: (keys: readonly string[]) => Promise<readonly (readonly [key: string, value: Value])[]>,
): (key: string) => Promise<Value | null> {
  let waiting: Waiting<Value>[] = [];
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const found = new Map(await find([...new Set(asked.map(({ key }) => key))]));
        for (const { key, resolve } of asked) resolve(found.get(key) ?? null);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isRunning = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (!isRunning) void run();
    });
}

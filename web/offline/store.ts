/** One table of values by key in the browser's database. What fails (private window, full disk) is null or nothing. */
export interface KeptRecord {
  readonly keptAt: number;
  /** Whether it is about persons. */
  readonly isPersonal: boolean;
  readonly content: unknown;
}

const NAME = 'michishirube';
const ANSWERS = 'answers';
const KEYS = 'keys';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ANSWERS);
      request.result.createObjectStore(KEYS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function run<T>(
  table: typeof ANSWERS | typeof KEYS,
  mode: 'readonly' | 'readwrite',
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const request = work(database.transaction(table, mode).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    return null;
  }
}

export const answers = {
  get: (key: string) => run<KeptRecord | undefined>(ANSWERS, 'readonly', (store) => store.get(key)),
  put: (key: string, record: KeptRecord) =>
    run(ANSWERS, 'readwrite', (store) => store.put(record, key)),
  delete: (key: string) => run(ANSWERS, 'readwrite', (store) => store.delete(key)),
  keys: () => run(ANSWERS, 'readonly', (store) => store.getAllKeys()),
};

export interface KeptKey {
  readonly key: CryptoKey;
  readonly madeAt: number;
}

export const deviceKey = {
  get: () => run<KeptKey | undefined>(KEYS, 'readonly', (store) => store.get('people')),
  put: (kept: KeptKey) => run(KEYS, 'readwrite', (store) => store.put(kept, 'people')),
  delete: () => run(KEYS, 'readwrite', (store) => store.delete('people')),
};

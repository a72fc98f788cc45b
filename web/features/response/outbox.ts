import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SendReports } from '#contract/response';
import { ApiError } from '../../api/client.ts';
import { sendReports } from '../../api/response.ts';
import { createStore } from '../../state/store.ts';

type Report = SendReports['reports'][number];

/** What was reported and has not reached the server: ids alone, no names. It outlives the window. */
export interface WaitingReport extends Report {
  readonly code: string;
  readonly responseId: string;
  /** Account that said it: nobody sends it in another's name. */
  readonly accountId: string;
}

interface Schema extends DBSchema {
  reports: { key: string; value: WaitingReport };
}

const AGAIN_MILLIS = 5_000;
const MOST_AT_ONCE = 200;
const SHOWN_MILLIS = 10_000;
let opening: Promise<IDBPDatabase<Schema>> | null = null;
const open = () => {
  opening ??= openDB<Schema>('michishirube-reports', 1, {
    upgrade: (database) => void database.createObjectStore('reports', { keyPath: 'id' }),
  });
  return opening;
};

/**
 * Those of the account that is signed in; those that were sent a moment ago, until the stream tells of them;
 * and how many the server has refused in this window.
 */
export const outbox = createStore<{
  readonly waiting: readonly WaitingReport[];
  readonly sent: readonly WaitingReport[];
  readonly refused: number;
}>({ waiting: [], sent: [], refused: 0 });

let account: string | null = null;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits for an account, now and whenever there is a network again. @returns ends that */
export function keepSending(accountId: string): () => void {
  account = accountId;
  const wake = () => void sendWaiting();
  addEventListener('online', wake);
  void showWaiting().then(wake);
  return () => {
    removeEventListener('online', wake);
    clearTimeout(again);
    if (account === accountId) account = null;
  };
}

/** Keeps a report first and sends it then: a window that closes in between loses nothing. */
export async function enqueue(report: WaitingReport): Promise<void> {
  const before = outbox.get();
  outbox.set({ ...before, waiting: [...before.waiting, report] });
  await open().then(
    (database) => database.put('reports', report),
    // A browser that keeps nothing for us sends what stands in this window.
    () => undefined,
  );
  await sendWaiting();
}

async function showWaiting(): Promise<void> {
  const kept = await open().then(
    (database) => database.getAll('reports'),
    () => [],
  );
  const own = kept.filter((report) => report.accountId === account);
  const known = new Set(own.map(({ id }) => id));
  const before = outbox.get();
  const more = before.waiting.filter(({ id }) => !known.has(id));
  outbox.set({ ...before, waiting: [...own, ...more] });
}

async function sendWaiting(): Promise<void> {
  if (isSending || account === null) return;
  isSending = true;
  clearTimeout(again);
  try {
    for (;;) {
      const [first] = outbox.get().waiting;
      if (first === undefined) break;
      const { code, responseId } = first;
      const batch = outbox
        .get()
        .waiting.filter((one) => one.code === code && one.responseId === responseId)
        .slice(0, MOST_AT_ONCE);
      await sendBatch(code, responseId, batch);
    }
  } catch {
    again = setTimeout(() => void sendWaiting(), AGAIN_MILLIS);
  } finally {
    isSending = false;
  }
}

/** @throws where the server did not answer, or is to be asked again later */
async function sendBatch(
  code: string,
  responseId: string,
  batch: readonly WaitingReport[],
): Promise<void> {
  const reports = batch.map(({ id, personId, status, at, shelterId }) => ({
    ...{ id, personId, status, at, shelterId: shelterId ?? null },
  }));
  let refused = 0;
  try {
    const sentAt = new Date().toISOString();
    refused = (await sendReports(code, responseId, { sentAt, reports })).refused.length;
  } catch (error) {
    const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
    if (!isFinal) throw error;
    // It has ended, or is not there any more: it never will be taken.
    refused = batch.length;
  }
  const sent = new Set(batch.map(({ id }) => id));
  await open().then(
    (database) => Promise.all([...sent].map((id) => database.delete('reports', id))),
    () => undefined,
  );
  const now = outbox.get();
  outbox.set({
    waiting: now.waiting.filter(({ id }) => !sent.has(id)),
    sent: refused > 0 ? now.sent : [...now.sent, ...batch],
    refused: now.refused + refused,
  });
  setTimeout(() => {
    const later = outbox.get();
    outbox.set({ ...later, sent: later.sent.filter(({ id }) => !sent.has(id)) });
  }, SHOWN_MILLIS);
}

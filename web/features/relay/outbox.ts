import type { WriteRelay } from '#contract/relay';
import { ApiError } from '../../api/client.ts';
import { addRelayAttachment, writeRelay } from '../../api/relay.ts';
import { createStore } from '../../state/store.ts';
import { fileOfText } from './file-text.ts';
import { dropSheet, keepSheet, keptSheets } from './kept-sheets.ts';

/** A sheet that has not reached the server. It outlives the window. */
export interface WaitingSheet {
  readonly code: string;
  /** Account that wrote it: nobody sends it in another's name. */
  readonly account: string;
  readonly body: Omit<WriteRelay, 'sentAt'>;
  readonly personName: string | null;
  /** As `textOfFile` makes them. */
  readonly files: readonly string[];
  /** Why the server did not take it: it stays until somebody has corrected it. */
  readonly refusal: { readonly ja: string; readonly en: string } | null;
}

export const relayOutbox = createStore<{
  readonly waiting: readonly WaitingSheet[];
  readonly sent: number;
}>({ waiting: [], sent: 0 });

const AGAIN_MILLIS = 10_000;
let account: string | null = null;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits for an account, now and whenever there is a network again. @returns ends that */
export function keepSending(accountId: string): () => void {
  account = accountId;
  const wake = () => void sendWaiting();
  addEventListener('online', wake);
  void keptSheets(accountId).then((kept) => {
    const known = new Set(kept.map(({ body }) => body.id));
    const { waiting, sent } = relayOutbox.get();
    relayOutbox.set({
      sent,
      waiting: [...kept, ...waiting.filter((one) => !known.has(one.body.id))],
    });
    wake();
  });
  return () => {
    removeEventListener('online', wake);
    clearTimeout(again);
    if (account === accountId) account = null;
  };
}

/** Keeps a sheet until it can be sent. @returns whether it outlives this window */
export async function enqueue(sheet: WaitingSheet): Promise<boolean> {
  const isKept = await keepSheet(sheet);
  put(sheet);
  clearTimeout(again);
  again = setTimeout(() => void sendWaiting(), AGAIN_MILLIS);
  return isKept;
}

/** Takes a sheet out again, to be corrected. */
export async function takeOut(id: string): Promise<void> {
  await dropSheet(id);
  remove(id);
}

function put(sheet: WaitingSheet) {
  const before = relayOutbox.get();
  const others = before.waiting.filter(({ body }) => body.id !== sheet.body.id);
  relayOutbox.set({ ...before, waiting: [...others, sheet] });
}

function remove(id: string) {
  const before = relayOutbox.get();
  relayOutbox.set({ ...before, waiting: before.waiting.filter(({ body }) => body.id !== id) });
}

async function sendWaiting(): Promise<void> {
  if (isSending || account === null) return;
  isSending = true;
  clearTimeout(again);
  try {
    for (const sheet of relayOutbox.get().waiting)
      if (sheet.account === account && sheet.refusal === null) await sendOne(sheet);
  } catch {
    again = setTimeout(() => void sendWaiting(), AGAIN_MILLIS);
  } finally {
    isSending = false;
  }
}

/** @throws where the server did not answer, or is to be asked again later */
async function sendOne(sheet: WaitingSheet): Promise<void> {
  const { code, body, files } = sheet;
  try {
    await writeRelay(code, { ...body, sentAt: new Date().toISOString() });
    for (const text of files) await addRelayAttachment(code, body.id, fileOfText(text));
  } catch (error) {
    const problem = error instanceof ApiError && error.status >= 400 && error.status < 500;
    if (!problem || error.problem === null) throw error;
    const refused = { ...sheet, refusal: error.problem.messages };
    await keepSheet(refused);
    put(refused);
    return;
  }
  await takeOut(body.id);
  const before = relayOutbox.get();
  relayOutbox.set({ ...before, sent: before.sent + 1 });
}

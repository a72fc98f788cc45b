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
  /** Of sheets that were sent. */
  readonly filesRefused: number;
}>({ waiting: [], sent: 0, filesRefused: 0 });

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
    const before = relayOutbox.get();
    const others = before.waiting.filter(({ body }) => !known.has(body.id));
    relayOutbox.set({ ...before, waiting: [...kept, ...others] });
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
  const { code, body } = sheet;
  try {
    await writeRelay(code, { ...body, sentAt: new Date().toISOString() });
  } catch (error) {
    const refused = { ...sheet, refusal: refusalIn(error) };
    await keepSheet(refused);
    put(refused);
    return;
  }
  await sendFiles(sheet);
  await takeOut(body.id);
  const before = relayOutbox.get();
  relayOutbox.set({ ...before, sent: before.sent + 1 });
}

/** One after another: what has arrived is not sent again, and one that is refused takes back no sheet. */
async function sendFiles({ files, ...sheet }: WaitingSheet): Promise<void> {
  for (const [at, text] of files.entries()) {
    try {
      await addRelayAttachment(sheet.code, sheet.body.id, fileOfText(text));
    } catch (error) {
      refusalIn(error);
      const before = relayOutbox.get();
      relayOutbox.set({ ...before, filesRefused: before.filesRefused + 1 });
    }
    const left = { ...sheet, files: files.slice(at + 1) };
    await keepSheet(left);
    put(left);
  }
}

/** Why the server does not take it. @throws what says no such thing */
function refusalIn(error: unknown): NonNullable<WaitingSheet['refusal']> {
  const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  if (!isFinal || error.problem === null) throw error;
  return error.problem.messages;
}

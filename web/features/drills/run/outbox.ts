import type { z } from 'zod';
import type { eventsAppendedSchema } from '#contract/drill-run';
import { type EventName, nameOf, type RunEvent, type RunEventBody } from '#domain/drill/run/event';
import { ApiError } from '../../../api/client.ts';
import { appendEvents, sendDrillPhoto } from '../../../api/drill-run.ts';
import { createStore } from '../../../state/store.ts';
import { drop, keep, keysOf, nextName, prepareNames, recall } from '../keep.ts';
import { type KeptPhoto, toBlob } from './photo.ts';

/** Something that was written down here, and of which drill. */
export interface OwnEvent {
  readonly account: string;
  readonly code: string;
  readonly drillId: string;
  readonly event: RunEvent;
}
type Refused = z.output<typeof eventsAppendedSchema>['refused'][number];

interface Outbox {
  readonly waiting: readonly OwnEvent[];
  /** Taken by the server; shown until it tells of them. */
  readonly sent: readonly OwnEvent[];
  readonly refused: readonly Refused[];
  /** Why the server took none; they wait on. */
  readonly error: Error | null;
  /** Server's clock less this device's; null = not measured yet. */
  readonly offsetMillis: number | null;
  /** Keys of photos that have not reached the server. */
  readonly photos: readonly string[];
  /** What this browser is called; null = not known yet. */
  readonly deviceId: string | null;
}

const AGAIN_MILLIS = 5_000;
const MOST_AT_ONCE = 500;
const MOST_SENT = 500;

export const outbox = createStore<Outbox>({
  ...{ waiting: [], sent: [], refused: [], error: null },
  ...{ offsetMillis: null, photos: [], deviceId: null },
});
const change = (part: Partial<Outbox>) => outbox.set({ ...outbox.get(), ...part });

let account: string | null = null;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

const drillOf = ({ code, drillId }: Pick<OwnEvent, 'code' | 'drillId'>) => `${code}/${drillId}`;
const keyOf = (own: OwnEvent) => `${drillOf(own)}/${own.event.deviceId}/${own.event.sequence}`;

/** Sends what waits for an account, now and whenever there is a network again. @returns ends that */
export function keepSending(accountId: string): () => void {
  account = accountId;
  void prepareNames().then((deviceId) => change({ deviceId }));
  const wake = () => void sendWaiting();
  addEventListener('online', wake);
  void showWaiting(accountId).then(wake);
  return () => {
    removeEventListener('online', wake);
    clearTimeout(again);
    if (account !== accountId) return;
    account = null;
    change({ photos: [] });
  };
}

/** Writes something down: it is on the screen at once, then kept, then sent. */
export async function write(
  of: Pick<OwnEvent, 'account' | 'code' | 'drillId'>,
  participantId: string | null,
  body: RunEventBody,
): Promise<EventName> {
  const deviceMillis = Date.now();
  const taken = nextName();
  // At once where it can be: whoever pressed sees it with the next drawing.
  const name = 'then' in taken ? await taken : taken;
  const event: RunEvent = {
    ...name,
    deviceMillis,
    offsetMillis: outbox.get().offsetMillis,
    participantId,
    body,
  };
  const own = { ...of, event };
  change({ waiting: [...outbox.get().waiting, own] });
  await keep('events', keyOf(own), of.account, own);
  // Sent before it was kept, along with others.
  if (!outbox.get().waiting.includes(own)) await drop('events', [keyOf(own)]);
  void sendWaiting();
  return name;
}

/** Keeps a photo to be sent after what tells of it. */
export async function keepPhoto(
  of: Pick<OwnEvent, 'account' | 'code' | 'drillId'>,
  photoId: string,
  photo: KeptPhoto,
): Promise<boolean> {
  const key = `${drillOf(of)}/${photoId}`;
  const isKept = await keep('photos', key, of.account, photo);
  if (isKept) change({ photos: [...outbox.get().photos, key] });
  return isKept;
}

/** What the clock of the server said when it was asked. */
export function measureClock(nowMillis: number, askedAt: number, answeredAt: number): void {
  change({ offsetMillis: Math.round(nowMillis - (askedAt + answeredAt) / 2) });
}

async function showWaiting(accountId: string): Promise<void> {
  const keys = await keysOf('events', accountId);
  const found = await Promise.all(keys.map((key) => recall<OwnEvent>('events', accountId, key)));
  const kept = found.filter((own) => own !== null);
  const photos = await keysOf('photos', accountId);
  const before = outbox.get().waiting.filter((own) => own.account === accountId);
  const known = new Set(before.map(keyOf));
  change({
    waiting: [...kept.filter((own) => !known.has(keyOf(own))), ...before],
    photos: [...new Set([...photos, ...outbox.get().photos])],
  });
}

const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

/** Sends all that waits; called again by hand where the server refused it. */
export async function sendWaiting(): Promise<void> {
  if (isSending || account === null) return;
  isSending = true;
  clearTimeout(again);
  // What the server takes not at all holds up nothing else, and is not thrown away: it is sent again when
  // somebody asks for it.
  const refused = new Map<string, ApiError>();
  const send = async (name: string, sending: Promise<void>) => {
    try {
      await sending;
    } catch (error) {
      if (!isFinal(error)) throw error;
      refused.set(name, error);
    }
  };
  try {
    for (;;) {
      const { waiting, photos } = outbox.get();
      const open = waiting.filter((own) => own.account === account && !refused.has(drillOf(own)));
      const photo = photos.find((key) => !refused.has(key));
      const [first] = open;
      if (first !== undefined) {
        const drill = drillOf(first);
        const batch = open.filter((own) => drillOf(own) === drill).slice(0, MOST_AT_ONCE);
        await send(drill, sendBatch(batch));
      } else if (photo !== undefined) await send(photo, sendPhoto(account, photo));
      else break;
    }
    change({ error: [...refused.values()].at(-1) ?? null });
  } catch {
    change({ error: null });
    again = setTimeout(() => void sendWaiting(), AGAIN_MILLIS);
  } finally {
    isSending = false;
  }
}

/** @throws ApiError where the server did not answer, or takes none of it */
async function sendBatch(batch: readonly OwnEvent[]): Promise<void> {
  const [{ code, drillId }] = batch as readonly [OwnEvent];
  const sentMillis = Date.now();
  const answer = await appendEvents(code, drillId, {
    sentMillis,
    events: batch.map(({ event }) => event) as never,
  });
  measureClock(answer.nowMillis, sentMillis, Date.now());
  const refused = new Set(answer.refused.map(nameOf));
  const done = new Set([...answer.kept.map(nameOf), ...refused]);
  const isDone = ({ event }: OwnEvent) => done.has(nameOf(event));
  const now = outbox.get();
  const taken = batch.filter((own) => isDone(own) && !refused.has(nameOf(own.event)));
  change({
    waiting: now.waiting.filter((own) => !(own.drillId === drillId && isDone(own))),
    sent: [...now.sent, ...taken].slice(-MOST_SENT),
    refused: [...now.refused, ...answer.refused],
  });
  await drop('events', batch.filter(isDone).map(keyOf));
  if (taken.length === 0 && refused.size === 0) throw new ApiError(0, null);
}

/** @throws ApiError where the server did not answer, or does not take it */
async function sendPhoto(accountId: string, key: string): Promise<void> {
  const [code = '', drillId = '', photoId = ''] = key.split('/');
  const photo = await recall<KeptPhoto>('photos', accountId, key);
  // Another window may have sent it.
  if (photo !== null) {
    await sendDrillPhoto(code, drillId, photoId, toBlob(photo));
    await drop('photos', [key]);
  }
  change({ photos: outbox.get().photos.filter((one) => one !== key) });
}

import type { z } from 'zod';
import type { eventsAppendedSchema } from '#contract/drill-run';
import { type EventName, nameOf, type RunEvent, type RunEventBody } from '#domain/drill/run/event';
import { ApiError } from '../../../api/client.ts';
import { appendEvents, sendDrillPhoto } from '../../../api/drill-run.ts';
import { createStore } from '../../../state/store.ts';
import { drop, keep, nextName, prepareNames, recall } from '../keep.ts';
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
  readonly photosWaiting: number;
}

const AGAIN_MILLIS = 5_000;
const MOST_AT_ONCE = 500;
const MOST_SENT = 500;

export const outbox = createStore<Outbox>({
  ...{ waiting: [], sent: [], refused: [], error: null },
  ...{ offsetMillis: null, photosWaiting: 0 },
});
const change = (part: Partial<Outbox>) => outbox.set({ ...outbox.get(), ...part });

let account: string | null = null;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

const keyOf = ({ code, drillId, event }: OwnEvent) =>
  `${code}/${drillId}/${event.deviceId}/${event.sequence}`;

/** Sends what waits for an account, now and whenever there is a network again. @returns ends that */
export function keepSending(accountId: string): () => void {
  account = accountId;
  void prepareNames();
  const wake = () => void sendWaiting();
  addEventListener('online', wake);
  void showWaiting(accountId).then(wake);
  return () => {
    removeEventListener('online', wake);
    clearTimeout(again);
    if (account === accountId) account = null;
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
  void sendWaiting();
  return name;
}

/** Keeps a photo to be sent after what tells of it. */
export async function keepPhoto(
  of: Pick<OwnEvent, 'account' | 'code' | 'drillId'>,
  photoId: string,
  photo: KeptPhoto,
): Promise<boolean> {
  const isKept = await keep('photos', `${of.code}/${of.drillId}/${photoId}`, of.account, photo);
  change({ photosWaiting: outbox.get().photosWaiting + 1 });
  return isKept;
}

/** What the clock of the server said when it was asked. */
export function measureClock(nowMillis: number, askedAt: number, answeredAt: number): void {
  change({ offsetMillis: Math.round(nowMillis - (askedAt + answeredAt) / 2) });
}

async function showWaiting(accountId: string): Promise<void> {
  const kept = (await recall<OwnEvent>('events', accountId, '')).map(([, own]) => own);
  const before = outbox.get().waiting.filter((own) => own.account === accountId);
  const known = new Set(before.map(keyOf));
  change({
    waiting: [...kept.filter((own) => !known.has(keyOf(own))), ...before],
    photosWaiting: (await recall('photos', accountId, '')).length,
  });
}

/** Sends all that waits; called again by hand where the server refused it. */
export async function sendWaiting(): Promise<void> {
  if (isSending || account === null) return;
  isSending = true;
  clearTimeout(again);
  try {
    for (;;) {
      const [first] = outbox.get().waiting;
      if (first === undefined) break;
      const batch = outbox
        .get()
        .waiting.filter((one) => one.code === first.code && one.drillId === first.drillId)
        .slice(0, MOST_AT_ONCE);
      await sendBatch(batch);
    }
    await sendPhotos(account);
    change({ error: null });
  } catch (error) {
    const isFinal = error instanceof ApiError && error.status >= 400 && error.status < 500;
    change({ error: isFinal ? error : null });
    // Refused or not, nothing is thrown away: it is sent again when somebody asks for it.
    if (!isFinal) again = setTimeout(() => void sendWaiting(), AGAIN_MILLIS);
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

/** @throws ApiError the last one; a photo that is refused holds up no other */
async function sendPhotos(accountId: string): Promise<void> {
  const photos = await recall<KeptPhoto>('photos', accountId, '');
  let failed: unknown = null;
  let left = photos.length;
  for (const [key, photo] of photos) {
    const [code = '', drillId = '', photoId = ''] = key.split('/');
    try {
      await sendDrillPhoto(code, drillId, photoId, toBlob(photo));
      await drop('photos', [key]);
      left -= 1;
    } catch (error) {
      failed = error;
    }
  }
  change({ photosWaiting: left });
  if (failed !== null) throw failed;
}

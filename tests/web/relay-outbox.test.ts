import { expect, test, vi } from 'vitest';
import { ApiError } from '../../web/api/client.ts';
import type { WaitingSheet } from '../../web/features/relay/outbox.ts';

const arrived: string[] = [];
const answers: (() => void)[] = [];
const kept = new Map<string, WaitingSheet>();

vi.mock('../../web/api/relay.ts', () => ({
  writeRelay: async () => arrived.push('sheet'),
  addRelayAttachment: async (_code: string, _id: string, file: Blob) => {
    answers.shift()?.();
    arrived.push(await file.text());
  },
}));
vi.mock('../../web/features/relay/kept-sheets.ts', () => ({
  keepSheet: async (sheet: WaitingSheet) => kept.set(sheet.body.id, sheet),
  dropSheet: async (id: string) => kept.delete(id),
  keptSheets: async () => [...kept.values()],
}));
const { keepSending, relayOutbox } = await import('../../web/features/relay/outbox.ts');

const messages = { ja: '読めません', en: 'Cannot be read' };
const refuse = () => {
  throw new ApiError(422, { messages } as never);
};
const loseNetwork = () => {
  throw new ApiError(0, null);
};
const fileOf = (text: string) => `data:;base64,${btoa(text)}`;

test('files that arrived are not sent again, and one that is refused leaves the sheet sent', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  const files = ['one', 'two', 'three'].map(fileOf);
  const body = { id: 'a', seen: '架空' } as never as WaitingSheet['body'];
  const sheet = { code: '99201', account: 'x', body, personName: null, files, refusal: null };
  kept.set('a', sheet);
  answers.push(() => {}, loseNetwork, refuse);
  const end = keepSending('x');
  await vi.waitFor(() => expect(kept.get('a')?.files).toEqual(files.slice(1)));
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(kept.size).toBe(0));
  end();
  expect(arrived).toEqual(['sheet', 'one', 'sheet', 'three']);
  expect(relayOutbox.get()).toEqual({ waiting: [], sent: 1, filesRefused: 1 });
});

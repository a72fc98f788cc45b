import { parentPort } from 'node:worker_threads';
import type { Sheet } from '../../output/paper/sheet.ts';
import { type TypesetSheet, Typesetter } from '../../output/paper/typesetter.ts';

export interface PrintRequest {
  readonly id: number;
  readonly sheet: Sheet;
}
export type PrintAnswer =
  | { readonly id: number; readonly printed: TypesetSheet }
  | { readonly id: number; readonly error: unknown };

const port = parentPort;
if (port === null) throw new Error('print-worker runs as a worker thread only');

const typesetter = new Typesetter();
port.on('message', ({ id, sheet }: PrintRequest) => {
  try {
    port.postMessage({ id, printed: typesetter.typeset(sheet) } satisfies PrintAnswer);
  } catch (error) {
    port.postMessage({ id, error } satisfies PrintAnswer);
  }
});

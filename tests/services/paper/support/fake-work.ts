import { setTimeout as sleep } from 'node:timers/promises';
import { personSheet } from '../../../../server/output/paper/sheets/person-sheet.ts';
import type { BatchWork } from '../../../../server/services/paper/print-batch.ts';
import { examplePlan } from '../../../output/paper/support/example-plan.ts';

/** A megabyte that begins and ends as a PDF does: writing it takes long enough to be killed in. */
export const FAKE_PDF: Uint8Array = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.alloc(2 ** 20, 'x'),
  Buffer.from('\n%%EOF'),
]);

/** Work that prints nothing: what a batch does around it is looked at. Nobody may print `hidden`. */
export function fakeWork(changes: Partial<BatchWork> = {}): BatchWork {
  return {
    sheetOf: async (id) => (id === 'hidden' ? null : personSheet(examplePlan())),
    async typeset() {
      await sleep(2);
      return { pdf: FAKE_PDF, pages: 2, findings: [] };
    },
    signal: new AbortController().signal,
    onProgress: () => {},
    ...changes,
  };
}

import type { Sheet } from '../../output/paper/sheet.ts';
import type { TypesetSheet } from '../../output/paper/typesetter.ts';
import type { BatchFolder, BatchOrder } from './batch-folder.ts';

export interface BatchWork {
  /** What stands on the sheet at a place of the order; null where there is nothing that the actor may print. */
  sheetOf(residentId: string, index: number): Promise<Sheet | null>;
  typeset(sheet: Sheet): Promise<TypesetSheet>;
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Sheets that are read while one is typeset, so that neither waits for the other. */
const AHEAD = 3;

/**
 * Prints what of a batch is not done yet, each plan into a file of its own: begun anew after a restart, it goes on
 * where it was. Returns whether it came to its end.
 */
export async function printBatch(
  folder: BatchFolder,
  { residentIds }: Pick<BatchOrder, 'residentIds'>,
  { sheetOf, typeset, signal, onProgress }: BatchWork,
): Promise<'done' | 'stopped'> {
  const done = await folder.done();
  const open = [...residentIds.keys()].filter((index) => !done.has(index));
  let finished = done.size;
  onProgress(finished, residentIds.length);
  const printNext = async () => {
    for (let index = open.shift(); index !== undefined; index = open.shift()) {
      if (signal.aborted) return;
      const residentId = residentIds[index]!;
      const sheet = await sheetOf(residentId, index);
      if (sheet === null) await folder.add(index, null, { residentId, pages: null, findings: [] });
      else {
        const { pdf, pages, findings } = await typeset(sheet);
        const told = findings.map(({ field, code, kind }) => ({ field, code, kind }));
        await folder.add(index, pdf, { residentId, pages, findings: told });
      }
      finished += 1;
      onProgress(finished, residentIds.length);
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, printNext));
  return signal.aborted && finished < residentIds.length ? 'stopped' : 'done';
}

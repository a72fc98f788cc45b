import { ProblemError } from '#domain/problem';
import type { ImportItem } from '#geodata/item';
import { withActor } from '../../db/actor.ts';
import { type DatasetKey, touchStagingDataset } from '../../db/queries/datasets.ts';
import { insertRejects, type Reject } from '../../db/queries/rejects.ts';
import { insertRepairs, type StoredRepair } from '../../db/queries/repairs.ts';
import { BATCH_SIZE } from '../../db/queries/unnest.ts';
import type { ServiceContext } from '../context.ts';
import type { DatasetHandler } from './dataset-handler.ts';
import { IMPORT_PROBLEMS } from './import-problems.ts';
import { IMPORT_REASONS } from './import-reasons.ts';
import type { RepairedRecord } from './import-request.ts';
import type { Tally } from './tally.ts';

type KeptItem<V> = Extract<ImportItem<V>, { outcome: 'accepted' | 'repaired' }>;

/** A batch of polygons of thousands of vertices must not grow into one statement of many megabytes. */
const MOST_WEIGHT = 100_000;

export interface StagingProgress {
  readonly signal: AbortSignal | undefined;
  readonly onReject?: ((reject: Reject) => void) | undefined;
  readonly onRepair?: ((record: RepairedRecord) => void) | undefined;
  /** Records met so far. */
  onRecords(records: number): void;
}

/** Reads the items into staging, a batch a transaction; at no time are more than two batches held. */
export async function stageItems<V>(
  context: ServiceContext,
  key: DatasetKey,
  items: AsyncIterable<ImportItem<V>>,
  handler: DatasetHandler<V>,
  tally: Tally,
  progress: StagingProgress,
): Promise<void> {
  const seen = new Set<string>();
  let batch: KeptItem<V>[] = [];
  let weight = 0;
  let rejects: Reject[] = [];
  let ordinal = 0;
  let records = 0;
  let repaired = 0;
  const reject = (recordNumber: number, reason: Reject['reason'], raw: string): Reject => {
    tally.reject(reason);
    return { ordinal: ++ordinal, recordNumber, reason, raw };
  };

  const store = async (kept: readonly KeptItem<V>[], rejectedByReader: readonly Reject[]) => {
    progress.signal?.throwIfAborted();
    const unstored: Reject[] = [];
    const mended: StoredRepair[] = [];
    await withActor(context.database, context.actor, key.municipalityCode, async (tx) => {
      if (!(await touchStagingDataset(tx, key)))
        throw new ProblemError(IMPORT_PROBLEMS.stagingGone);
      const verdicts = kept.length === 0 ? [] : await handler.stage(tx, kept);
      for (const [index, item] of kept.entries()) {
        const verdict = verdicts[index];
        if (verdict === undefined) throw new Error('a handler left an item without verdict');
        if (verdict.kept) {
          const repairs = item.outcome === 'repaired' ? item.repairs : [];
          const all = verdict.repair === null ? repairs : [...repairs, verdict.repair];
          tally.keep(all);
          if (all.length > 0) {
            const { recordNumber, value } = item;
            const subjectId = handler.keyOf(value);
            mended.push({ ordinal: ++repaired, recordNumber, subjectId, repairs: all });
            progress.onRepair?.({ recordNumber, repairs: all });
          }
        } else {
          const raw = verdict.raw ?? toText(item.value);
          unstored.push(reject(item.recordNumber, verdict.reason, raw));
        }
      }
      await insertRejects(tx, key, [...rejectedByReader, ...unstored]);
      await insertRepairs(tx, key, mended);
    });
    for (const one of [...rejectedByReader, ...unstored]) progress.onReject?.(one);
    progress.onRecords(records);
  };

  // One batch is stored while the next is read; two are held at most.
  let storing = Promise.resolve();
  const flush = async () => {
    const [kept, rejected] = [batch, rejects];
    batch = [];
    weight = 0;
    rejects = [];
    await storing;
    storing = store(kept, rejected);
    // Its failure is met at the next await; until then it must not count as nobody's.
    storing.catch(() => {});
  };

  try {
    for await (const item of items) {
      records += 1;
      if (item.outcome === 'skipped') tally.skip(item.reason);
      else if (item.outcome === 'rejected')
        rejects.push(reject(item.recordNumber, item.reason, item.raw));
      else {
        const id = handler.keyOf(item.value);
        if (id !== null && seen.has(id))
          rejects.push(reject(item.recordNumber, IMPORT_REASONS.duplicate, toText(item.value)));
        else {
          if (id !== null) seen.add(id);
          batch.push(item);
          weight += handler.weightOf(item.value);
        }
      }
      if (batch.length + rejects.length >= BATCH_SIZE || weight >= MOST_WEIGHT) await flush();
    }
    await flush();
  } finally {
    // Nothing may still be written when the caller clears up after a failure.
    await storing.catch(() => {});
  }
  await storing;
}

function toText(value: unknown): string {
  return JSON.stringify(value);
}

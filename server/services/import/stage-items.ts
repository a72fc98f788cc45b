import { PROBLEMS, ProblemError } from '#domain/problem';
import type { ImportItem } from '#geodata/item';
import { withActor } from '../../db/actor.ts';
import { type DatasetKey, touchStagingDataset } from '../../db/queries/datasets.ts';
import { insertRejects, type Reject } from '../../db/queries/rejects.ts';
import { BATCH_SIZE } from '../../db/queries/unnest.ts';
import type { ServiceContext } from '../context.ts';
import type { DatasetHandler } from './dataset-handler.ts';
import { IMPORT_REASONS } from './import-reasons.ts';
import type { Tally } from './tally.ts';

type KeptItem<V> = Extract<ImportItem<V>, { outcome: 'accepted' | 'repaired' }>;

/** A batch of polygons of thousands of vertices must not grow into one statement of many megabytes. */
const MOST_WEIGHT = 100_000;

export interface StagingProgress {
  readonly signal: AbortSignal | undefined;
  readonly onReject?: ((reject: Reject) => void) | undefined;
  /** Records met so far. */
  onRecords(records: number): void;
}

/** Reads the items into staging, a batch a transaction; at no time are more than a batch held. */
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
  const reject = (recordNumber: number, reason: Reject['reason'], raw: string) => {
    tally.reject(reason);
    rejects.push({ ordinal: ++ordinal, recordNumber, reason, raw });
  };

  const flush = async () => {
    progress.signal?.throwIfAborted();
    await withActor(context.database, context.actor, key.municipalityCode, async (tx) => {
      if (!(await touchStagingDataset(tx, key))) throw new ProblemError(PROBLEMS.datasetUnknown());
      const verdicts = batch.length === 0 ? [] : await handler.stage(tx, batch);
      for (const [index, item] of batch.entries()) {
        const verdict = verdicts[index];
        if (verdict === undefined) throw new Error('a handler left an item without verdict');
        if (!verdict.kept) reject(item.recordNumber, verdict.reason, JSON.stringify(item.value));
        else {
          const repairs = item.outcome === 'repaired' ? item.repairs : [];
          tally.keep(verdict.repair === null ? repairs : [...repairs, verdict.repair]);
        }
      }
      await insertRejects(tx, key, rejects);
    });
    for (const one of rejects) progress.onReject?.(one);
    batch = [];
    weight = 0;
    rejects = [];
    progress.onRecords(records);
  };

  for await (const item of items) {
    records += 1;
    if (item.outcome === 'skipped') tally.skip(item.reason);
    else if (item.outcome === 'rejected') reject(item.recordNumber, item.reason, item.raw);
    else {
      const id = handler.keyOf(item.value);
      if (id !== null && seen.has(id))
        reject(item.recordNumber, IMPORT_REASONS.duplicate, JSON.stringify(item.value));
      else {
        if (id !== null) seen.add(id);
        batch.push(item);
        weight += handler.weightOf(item.value);
      }
    }
    if (batch.length + rejects.length >= BATCH_SIZE || weight >= MOST_WEIGHT) await flush();
  }
  await flush();
}

import type { ImportCounts } from '#contract/dataset';
import type { Bilingual, ImportReason } from '#geodata/item';
import type { DatasetReasons } from '../../db/entities/dataset.ts';

/** Sorts of repairs that are told apart; words that carry a value could be endless. */
const MOST_REPAIRS = 100;
const OTHER_REPAIRS: Bilingual = { ja: 'その他の修正', en: 'Other repairs' };

/** Counts what became of the records. accepted + repaired + rejected = read, by construction. */
export class Tally {
  #accepted = 0;
  #repaired = 0;
  #rejected = 0;
  #skipped = 0;
  readonly #skippedReasons = new Map<string, { reason: ImportReason; count: number }>();
  readonly #rejectedReasons = new Map<string, { reason: ImportReason; count: number }>();
  readonly #repairs = new Map<string, { message: Bilingual; count: number }>();

  keep(repairs: readonly Bilingual[]): void {
    if (repairs.length === 0) this.#accepted += 1;
    else this.#repaired += 1;
    for (const message of repairs) {
      const isRoom = this.#repairs.has(message.ja) || this.#repairs.size < MOST_REPAIRS;
      const said = isRoom ? message : OTHER_REPAIRS;
      const known = this.#repairs.get(said.ja);
      if (known === undefined) this.#repairs.set(said.ja, { message: said, count: 1 });
      else known.count += 1;
    }
  }

  reject(reason: ImportReason): void {
    this.#rejected += 1;
    count(this.#rejectedReasons, reason);
  }

  skip(reason: ImportReason): void {
    this.#skipped += 1;
    count(this.#skippedReasons, reason);
  }

  /** How many records were skipped for a reason. */
  skippedFor(code: string): number {
    return this.#skippedReasons.get(code)?.count ?? 0;
  }

  counts(): ImportCounts {
    const [accepted, repaired, rejected] = [this.#accepted, this.#repaired, this.#rejected];
    const read = accepted + repaired + rejected;
    return { read, accepted, repaired, rejected, skipped: this.#skipped };
  }

  reasons(): DatasetReasons {
    return {
      skippedReasons: list(this.#skippedReasons),
      rejectedReasons: list(this.#rejectedReasons),
      repairs: [...this.#repairs.values()].sort((a, b) => b.count - a.count),
    };
  }
}

type Counted = Map<string, { reason: ImportReason; count: number }>;

/** By code: the words of one reason may name the row it was met at; the first ones are kept. */
function count(counted: Counted, reason: ImportReason): void {
  const known = counted.get(reason.code);
  if (known === undefined) counted.set(reason.code, { reason, count: 1 });
  else known.count += 1;
}

function list(counted: Counted): DatasetReasons['rejectedReasons'] {
  return [...counted.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ reason: { code, ja, en }, count }) => ({ code, count, message: { ja, en } }));
}

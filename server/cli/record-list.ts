import type { ImportSource } from '#contract/dataset';
import { SOURCES } from '#geodata/registry';
import type { Reject } from '../db/queries/rejects.ts';
import type { RepairedRecord } from '../services/import/import-request.ts';
import type { Say } from './language.ts';

/** More would bury what follows; all of them are in the file of `--rejects`. */
const MOST_LINES = 10;

/** The first rejected and the first repaired records of an import, each with its place and the reason. */
export class RecordList {
  readonly #say: Say;
  readonly #isByLine: boolean;
  readonly #rejected: string[] = [];
  readonly #repaired: string[] = [];
  #rejectedCount = 0;
  #repairedCount = 0;

  constructor(say: Say, source: ImportSource) {
    this.#say = say;
    const { kind } = SOURCES[source];
    this.#isByLine = kind !== 'zones' && kind !== 'districts';
  }

  reject({ recordNumber, reason }: Reject): void {
    this.#rejectedCount += 1;
    if (this.#rejected.length < MOST_LINES)
      this.#rejected.push(`${this.#place(recordNumber)}: ${this.#say(reason)}`);
  }

  repair({ recordNumber, repairs }: RepairedRecord): void {
    this.#repairedCount += 1;
    if (this.#repaired.length < MOST_LINES)
      this.#repaired.push(`${this.#place(recordNumber)}: ${repairs.map(this.#say).join(' / ')}`);
  }

  /** Empty where every record was taken as it was. */
  text(): string {
    const say = this.#say;
    return [
      ...this.#part(
        { ja: '取り込まなかった記録', en: 'rejected' },
        this.#rejected,
        this.#rejectedCount,
      ),
      ...this.#part({ ja: '修正した記録', en: 'repaired' }, this.#repaired, this.#repairedCount),
    ]
      .map((line) => `  ${line}\n`)
      .join('')
      .concat(
        Math.max(this.#rejectedCount, this.#repairedCount) > MOST_LINES
          ? `  ${say({ ja: 'すべての記録: --rejects <ファイル>', en: 'all of them: --rejects <file>' })}\n`
          : '',
      );
  }

  #part(title: Parameters<Say>[0], lines: readonly string[], count: number): string[] {
    if (count === 0) return [];
    const more = count - lines.length;
    return [
      `${this.#say(title)}:`,
      ...lines.map((line) => `  ${line}`),
      ...(more === 0 ? [] : [`  ${this.#say({ ja: `ほか ${more} 件`, en: `and ${more} more` })}`]),
    ];
  }

  #place(recordNumber: number): string {
    return this.#say(
      this.#isByLine
        ? { ja: `${recordNumber} 行目`, en: `line ${recordNumber}` }
        : { ja: `${recordNumber} 件目`, en: `record ${recordNumber}` },
    );
  }
}

import { stringify } from 'csv-stringify/sync';
import { withActor } from '../db/actor.ts';
import { listRejects, type Reject } from '../db/queries/rejects.ts';
import { plainCell } from '../output/plain-cell.ts';
import { writePrivateFile } from '../output/private-file.ts';
import type { ServiceContext } from '../services/context.ts';
import type { RepairedRecord } from '../services/import/import-request.ts';
import type { Say } from './language.ts';

const PAGE = 1000;

/** Rejected records as a CSV for Excel: where, why, and the record; then those that were mended, and how. */
export class RejectsFile {
  readonly #context: ServiceContext;
  readonly #municipalityCode: string;
  readonly #say: Say;
  readonly #rejects: Reject[] = [];
  readonly #repaired: RepairedRecord[] = [];

  constructor(context: ServiceContext, municipalityCode: string, say: Say) {
    this.#context = context;
    this.#municipalityCode = municipalityCode;
    this.#say = say;
  }

  /** As it is met: neither a dry run nor an import that fails stores any. */
  keep(reject: Reject): void {
    this.#rejects.push(reject);
  }

  keepRepaired(record: RepairedRecord): void {
    this.#repaired.push(record);
  }

  /** Those of a dataset that was stored before. */
  async add(datasetId: string | null): Promise<void> {
    if (datasetId === null) return;
    const municipalityCode = this.#municipalityCode;
    const { database, actor } = this.#context;
    for (let after = 0; ; ) {
      const page = await withActor(database, actor, municipalityCode, (tx) =>
        listRejects(tx, { municipalityCode, datasetId }, after, PAGE),
      );
      this.#rejects.push(...page);
      after = page.at(-1)?.ordinal ?? after;
      if (page.length < PAGE) return;
    }
  }

  async write(file: string): Promise<void> {
    const say = this.#say;
    const header = [
      say({ ja: '記録番号', en: 'Record' }),
      say({ ja: '結果', en: 'Result' }),
      say({ ja: '理由コード', en: 'Reason code' }),
      say({ ja: '理由', en: 'Reason' }),
      say({
        ja: '記録(ファイルの記載。なければ読み取った内容)',
        en: 'Record as in the file, else as it was read',
      }),
    ];
    const rows = this.#rejects.map(({ recordNumber, reason, raw }) => [
      recordNumber,
      say({ ja: '取り込まず', en: 'rejected' }),
      reason.code,
      say(reason),
      plainCell(raw),
    ]);
    const repaired = this.#repaired.map(({ recordNumber, repairs }) => [
      recordNumber,
      say({ ja: '修正', en: 'repaired' }),
      '',
      repairs.map(say).join(' / '),
      '',
    ]);
    const text = stringify([header, ...rows, ...repaired], {
      bom: true,
      record_delimiter: 'windows',
    });
    await writePrivateFile(file, text);
  }
}

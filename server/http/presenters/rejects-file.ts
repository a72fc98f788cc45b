import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listRejects } from '../../db/queries/rejects.ts';
import { plainCell } from '../../output/plain-cell.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

const ROWS_IN_BATCH = 1000;
const COLUMNS = {
  ja: ['記録番号', '理由コード', '理由', '記録(ファイルの記載。なければ読み取った内容)'],
  en: ['Record', 'Reason code', 'Reason', 'Record as in the file, else as it was read'],
} as const;

/** Rejected records in the order of the file; read in batches, each in a short transaction. */
export function rejectsFile(
  database: Database,
  actor: Actor,
  municipalityCode: string,
  datasetId: string,
  fileName: string,
): BodyWriter {
  return csvBody(fileName, async function* (language) {
    yield COLUMNS[language];
    let after = 0;
    while (true) {
      const batch = await withActor(database, actor, municipalityCode, (transaction) =>
        listRejects(transaction, { municipalityCode, datasetId }, after, ROWS_IN_BATCH),
      );
      for (const { recordNumber, reason, raw } of batch)
        yield [recordNumber, reason.code, reason[language], plainCell(raw)];
      const last = batch.at(-1);
      if (last === undefined) return;
      after = last.ordinal;
    }
  });
}

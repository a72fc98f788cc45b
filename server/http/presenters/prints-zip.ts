import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import { plainCell } from '../../output/plain-cell.ts';
import type { BatchFolder, BatchOrder, DonePlan } from '../../services/paper/batch-folder.ts';
import type { BodyWriter } from '../endpoint.ts';

interface Printed {
  readonly order: BatchOrder;
  readonly folder: BatchFolder;
  readonly done: ReadonlyMap<number, DonePlan>;
  /** Roster number and name of those who may be seen now. */
  readonly names: ReadonlyMap<string, { readonly rosterNumber: string; readonly name: string }>;
}

const HEADS = ['ファイル', '名簿番号', '氏名', 'ページ数', '印刷できない文字'];
const HELPER_HEADS = ['ファイル', '支援する人', '対象者', 'ページ数', '印刷できない文字'];

/**
 * The printed plans of a batch in one ZIP with a list of them. Whoever may not be seen any more is left out; the
 * names of the files say nothing of a person.
 */
export function printsZip({ order, folder, done, names }: Printed): BodyWriter {
  return async (_request, response) => {
    const zip = new ZipFile();
    const lines: (string | number | null)[][] = [];
    for (const [index, residentId] of order.residentIds.entries()) {
      const plan = done.get(index);
      const person = names.get(residentId);
      if (plan === undefined || person === undefined || plan.pages === null) continue;
      const file = `${String(index + 1).padStart(5, '0')}.pdf`;
      const findings = plan.findings.map(({ field, code }) => `${field} ${code}`).join('、');
      const helper = order.helpers?.[index];
      // All on a sheet have to be seen still, or it is left out.
      const others = helper?.parts.map(({ residentId: id }) => names.get(id)) ?? [];
      if (others.includes(undefined)) continue;
      const about =
        helper === undefined
          ? [person.rosterNumber, person.name]
          : [helper.name, others.map((one) => one?.name).join('、')];
      lines.push([file, ...about.map(plainCell), plan.pages, plainCell(findings)]);
      // A PDF is compressed already.
      zip.addFile(folder.pdf(index), file, { compress: false });
    }
    const heads = order.helpers === undefined ? HEADS : HELPER_HEADS;
    const list = stringify([heads, ...lines], { bom: true, record_delimiter: 'windows' });
    zip.addBuffer(Buffer.from(list), 'list.csv');
    zip.end();
    response.type('application/zip').attachment(`plans-${order.municipalityCode}.zip`);
    await pipeline(zip.outputStream, response);
  };
}

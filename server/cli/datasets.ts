import { Argument, type Command } from 'commander';
import { DATASET_KINDS, type DatasetKind } from '#contract/dataset';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { listDatasetsInForce } from '../db/queries/datasets.ts';
import { recordAccess } from '../services/audit/record-access.ts';
import type { ServiceContext } from '../services/context.ts';
import { listDatasets } from '../services/read/datasets.ts';
import { rollBackDataset } from '../services/roll-back-dataset.ts';
import { assessmentText } from './assessment-text.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { print, printJson, printTable } from './print.ts';
import { withContext } from './session.ts';

interface Flags {
  readonly municipality?: string;
  readonly json?: true;
}

export function registerDatasets(program: Command, say: Say): void {
  program
    .command('datasets')
    .summary(say({ ja: '取り込んだデータの一覧', en: 'list what was imported' }))
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action((flags: Flags) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const datasets = await listDatasets(context.database, code);
        if (flags.json) printJson(datasets);
        else
          printTable(
            ['id', 'kind', 'scope', 'status', 'asOf', 'files'],
            datasets.map((one) => [
              one.id,
              one.kind,
              one.scope,
              one.status,
              one.asOf,
              one.fileNames.join(', '),
            ]),
          );
      }),
    );
  program
    .command('rollback')
    .summary(say({ ja: '前のデータに戻す', en: 'put the former data in force again' }))
    .description(
      say({
        ja: '使用中のデータを、その前に使っていたものに戻します。前のものがなければ取り下げます(名簿を除く)。ID は datasets で分かります。種類を書けば、使用中の一つを戻します。',
        en: 'Puts what was in force before back; where there was nothing, withdraws (but for a roster). Ids are listed by `datasets`; a kind stands for its dataset in force.',
      }),
    )
    .addArgument(new Argument('<dataset>', `id | ${DATASET_KINDS.join(' | ')}`))
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action((dataset: string, flags: Flags) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const id = await datasetId(context, code, dataset);
        const note = { action: 'data.change', people: [], details: { datasetId: id } } as const;
        await recordAccess(context.database, context.actor, code, note);
        const report = unwrap(await rollBackDataset(context, code, id));
        if (flags.json) printJson(report);
        else {
          print(
            say(
              report.datasetId === null
                ? {
                    ja: `取り下げました: ${id}(前のデータはないため、この種類のデータはなくなりました)`,
                    en: `withdrawn: ${id} (there was none before it, so none is in force now)`,
                  }
                : {
                    ja: `戻しました: ${report.datasetId}`,
                    en: `in force again: ${report.datasetId}`,
                  },
            ),
          );
          if (report.assessment !== null) print(assessmentText(report.assessment, say));
        }
      }),
    );
}

async function datasetId(
  { database }: ServiceContext,
  code: string,
  named: string,
): Promise<string> {
  const kind = DATASET_KINDS.find((one): one is DatasetKind => one === named);
  if (kind === undefined) {
    if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(named)) return named;
    throw new ProblemError(PROBLEMS.datasetUnknown());
  }
  const inForce = await listDatasetsInForce(database, code, kind);
  const [only] = inForce;
  if (only === undefined || inForce.length > 1) throw new ProblemError(PROBLEMS.datasetUnknown());
  return only.id;
}

import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { writePrivateFile } from '../output/private-file.ts';
import { columnCells, columnHeads } from '../output/resident-columns.ts';
import { asOfWords } from '../services/read/date-words.ts';
import type { Language, Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { rosterRows } from './roster-rows.ts';
import { withContext } from './session.ts';

export function registerExport(program: Command, say: Say, language: Language): void {
  program
    .command('export')
    .summary(say({ ja: '対象者の一覧を CSV に出力する', en: 'export people as CSV' }))
    .description(
      say({
        ja: '順位と区域判定の付いた一覧を、順位の順に CSV(UTF-8、Excel で開けます)で出力します。個人情報を含みます。\nプログラムで読むときは rank --json が記号のまま出力します。',
        en: 'People with rank and relation to the zones, by rank, as CSV (UTF-8 with BOM). Personal data.\nFor programs: rank --json gives the codes.',
      }),
    )
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option(
      '--out <file>',
      say({ ja: '書き込むファイル(既定は標準出力)', en: 'file (default: standard output)' }),
    )
    .action((flags: { municipality?: string; out?: string }) =>
      withContext(async (context) => {
        const code = await existingMunicipality(context, flags.municipality);
        const { rows, zoneDataAsOf } = await rosterRows(context, code);
        const noZones = say({ ja: '区域データがありません', en: 'there is no zone data' });
        const asOf = zoneDataAsOf.length === 0 ? noZones : say(asOfWords(zoneDataAsOf));
        const header = [
          ...columnHeads(undefined, language),
          say({ ja: '区域データの時点', en: 'Zone data' }),
        ];
        const text = stringify(
          [header, ...rows.map((row) => [...columnCells(undefined, row, language), asOf])],
          { bom: true, record_delimiter: 'windows' },
        );
        if (flags.out === undefined) process.stdout.write(text);
        else await writePrivateFile(flags.out, text);
      }),
    );
}

import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { ResidentRow } from '#contract/resident';
import { plainCell } from '../output/plain-cell.ts';
import { writePrivateFile } from '../output/private-file.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { rosterRows } from './roster-rows.ts';
import { withContext } from './session.ts';

/** Field names and codes of the interface, for programs; the application's own file is for people. */
const COLUMNS: Readonly<Record<string, (row: ResidentRow) => string | number | boolean | null>> = {
  id: ({ id }) => id,
  rosterNumber: (row) => plainCell(row.rosterNumber),
  name: (row) => plainCell(row.name),
  age: ({ age }) => age,
  district: (row) => plainCell(row.district),
  address: (row) => plainCell(row.address),
  careLevel: ({ careLevel }) => careLevel,
  powerDependent: ({ powerDependent }) => powerDependent,
  lng: ({ position }) => position?.[0] ?? null,
  lat: ({ position }) => position?.[1] ?? null,
  accuracy: ({ accuracy }) => accuracy,
  redRelation: ({ redRelation }) => redRelation,
  relation: ({ relation }) => relation,
  redDistanceMeters: ({ redDistanceMeters }) => redDistanceMeters,
  phenomena: ({ phenomena }) => phenomena.join(' '),
  tier: ({ tier }) => tier,
  rank: ({ rank }) => rank,
  score: ({ score }) => score,
  possibleTier: ({ possibleTier }) => possibleTier,
};

export function registerExport(program: Command, say: Say): void {
  program
    .command('export')
    .summary(say({ ja: '対象者の一覧を CSV に出力する', en: 'export people as CSV' }))
    .description(
      say({
        ja: '順位と区域判定の付いた一覧を、順位の順に CSV(UTF-8、Excel で開けます)で出力します。個人情報を含みます。',
        en: 'People with rank and relation to the zones, by rank, as CSV (UTF-8 with BOM). Personal data.',
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
        const rows = await rosterRows(context, code);
        const header = Object.keys(COLUMNS);
        const text = stringify(
          [header, ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)))],
          { bom: true, record_delimiter: 'windows', cast: { boolean: String } },
        );
        if (flags.out === undefined) process.stdout.write(text);
        else await writePrivateFile(flags.out, text);
      }),
    );
}

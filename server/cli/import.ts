import { type Command, InvalidArgumentError, Option } from 'commander';
import { IMPORT_SOURCES, type ImportReport, type ImportSource } from '#contract/dataset';
import { TEXT_ENCODINGS } from '#contract/import';
import { SOURCES } from '#geodata/registry';
import { recordAccess } from '../services/audit/record-access.ts';
import type { ImportRequest } from '../services/import/import-request.ts';
import { importDataset } from '../services/import-dataset.ts';
import { confirmDifference } from './confirm-difference.ts';
import { unwrap } from './exit.ts';
import { type ImportFlags, sourceOptions } from './import-options.ts';
import { importReportText } from './import-report-text.ts';
import type { Say } from './language.ts';
import { withMunicipalityForImport } from './municipality-option.ts';
import { print, printJson } from './print.ts';
import { progressLine } from './progress-line.ts';
import { RecordList } from './record-list.ts';
import { RejectsFile } from './rejects-file.ts';
import { withContext } from './session.ts';

export function registerImport(program: Command, say: Say): void {
  program
    .command('import')
    .summary(say({ ja: 'ファイルを取り込む', en: 'import files' }))
    .description(
      say({
        ja: 'ファイルを取り込み、区域判定と優先順位付けを行います。同じファイルをもう一度取り込んでも何も変わりません。',
        en: 'Imports files, then checks and ranks everybody. The same file twice changes nothing.',
      }),
    )
    .argument('<source>', IMPORT_SOURCES.join(' | '), readSource)
    .argument('<files...>', say({ ja: '取り込むファイル', en: 'files to import' }))
    .option(
      '--municipality <code>',
      say({ ja: '自治体コード(5桁)', en: 'code of the municipality (5 digits)' }),
      readCode,
    )
    .option(
      '--name <name>',
      say({
        ja: '自治体の名前(新しく登録するとき)',
        en: 'name of the municipality, when it is new',
      }),
    )
    .option(
      '--scope <scope>',
      say({
        ja: '置き換える範囲の名前(同じ種類を並べて持つとき)',
        en: 'name of what it replaces, to keep several of a kind',
      }),
    )
    .option(
      '--boundary',
      say({
        ja: '地区ではなく自治体の境界として取り込む(districts)',
        en: 'the areas are the municipality’s boundary (districts)',
      }),
    )
    .option(
      '--dry-run',
      say({ ja: '何が変わるかだけを示し、何も変えない', en: 'only say what would change' }),
    )
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the report as JSON' }))
    .option(
      '--yes',
      say({ ja: '名簿の差分を確かめずに適用する', en: 'apply a roster without asking' }),
    )
    .option(
      '--rejects <file>',
      say({
        ja: '取り込めなかった記録と修正した記録を CSV に書く',
        en: 'write rejected and repaired records to a CSV',
      }),
    )
    .option(
      '--plane-zone <number>',
      say({
        ja: '平面直角座標系の系番号(1〜19)',
        en: 'plane rectangular zone 1–19 of the coordinates',
      }),
      readPlaneZone,
    )
    .option(
      '--clip',
      say({
        ja: '自治体の境界にかかる区域、近くの道路だけを取り込む(ksj-a33、osm、gsi-roads)',
        en: 'only zones that touch the boundary in force, roads near it (ksj-a33, osm, gsi-roads)',
      }),
    )
    .option(
      '--no-zones-here',
      say({
        ja: 'この自治体に区域がないことを確かめた(ksj-a33)',
        en: 'that no zone lies in the municipality is right (ksj-a33)',
      }),
    )
    .option(
      '--mapping <file>',
      say({ ja: '列の対応を書いた JSON(roster)', en: 'JSON that maps columns (roster)' }),
    )
    .option(
      '--sheet <sheet>',
      say({
        ja: 'ブックのシートの名前か番号(roster)',
        en: 'sheet of a workbook by name or number (roster)',
      }),
    )
    .option(
      '--name-attribute <name>',
      say({ ja: '名前が入っている属性(districts)', en: 'attribute with the name (districts)' }),
    )
    .option(
      '--area-districts <file>',
      say({
        ja: '小地域と地区の対応の CSV(districts)',
        en: 'CSV of areas and their districts (districts)',
      }),
    )
    .option(
      '--elevation <folder>',
      say({
        ja: '標高タイル(PNG)のフォルダー {z}/{x}/{y}.png(osm、gsi-roads)',
        en: 'folder of elevation tiles (PNG) as {z}/{x}/{y}.png (osm, gsi-roads)',
      }),
    )
    .option(
      '--as-of <date>',
      say({ ja: 'データの時点(YYYY-MM-DD)', en: 'day that the data stand for' }),
      readDate,
    )
    .addOption(
      new Option('--encoding <encoding>', say({ ja: '文字コード', en: 'encoding' })).choices(
        TEXT_ENCODINGS,
      ),
    )
    .addHelpText('after', () => sourcesHelp(say))
    .action(async (source: ImportSource, files: string[], flags: ImportFlags) => {
      const reports = await runImports(source, files, flags, say);
      if (flags.json) printJson(reports.length === 1 ? reports[0] : reports);
    });
}

/** Each list of shelters is a dataset of its own; the files of any other source make up one. */
async function runImports(
  source: ImportSource,
  files: readonly string[],
  flags: ImportFlags,
  say: Say,
): Promise<ImportReport[]> {
  const groups = SOURCES[source].kind === 'shelters' ? files.map((file) => [file]) : [[...files]];
  return withContext((context) =>
    withMunicipalityForImport(context, flags, async (municipalityCode) => {
      const note = { action: 'data.change', people: [], details: { source } } as const;
      await recordAccess(context.database, context.actor, municipalityCode, note);
      const options = await sourceOptions(context, municipalityCode, flags);
      const rejects = new RejectsFile(context, municipalityCode, say);
      const abort = new AbortController();
      const stop = () => abort.abort();
      process.once('SIGINT', stop).once('SIGTERM', stop);
      const reports: ImportReport[] = [];
      try {
        for (const group of groups) {
          const line = progressLine(say);
          const records = new RecordList(say, source);
          const request: ImportRequest = {
            municipalityCode,
            source,
            files: group,
            scope: flags.scope,
            isBoundary: flags.boundary,
            options,
            dryRun: flags.dryRun,
            confirmsNoZones: flags.zonesHere === false,
            signal: abort.signal,
            onProgress: line.show,
            onReject: (reject) => {
              rejects.keep(reject);
              records.reject(reject);
            },
            onRepair: (record) => {
              rejects.keepRepaired(record);
              records.repair(record);
            },
            confirm:
              source === 'roster' && !flags.yes ? confirmDifference(say, line.clear) : undefined,
          };
          const result = await importDataset(context, request);
          line.clear();
          if (!result.ok) process.stderr.write(records.text());
          const report = unwrap(result);
          reports.push(report);
          if (!flags.json) print(`${importReportText(report, group, say)}\n${records.text()}`);
          if (flags.rejects !== undefined && report.unchanged) await rejects.add(report.datasetId);
        }
        return reports;
      } finally {
        process.off('SIGINT', stop).off('SIGTERM', stop);
        // A file that was rejected as a whole is the one whose reasons are wanted most.
        if (flags.rejects !== undefined) await rejects.write(flags.rejects);
      }
    }),
  );
}

function sourcesHelp(say: Say): string {
  const width = Math.max(...IMPORT_SOURCES.map((source) => source.length));
  const lines = IMPORT_SOURCES.map((source) => {
    const { labels, expects } = SOURCES[source];
    return `  ${source.padEnd(width)}  ${say(labels)}: ${say(expects)}`;
  });
  return `\n${say({ ja: '取り込めるもの:', en: 'Sources:' })}\n${lines.join('\n')}`;
}

function readSource(text: string): ImportSource {
  const source = IMPORT_SOURCES.find((one) => one === text);
  if (source === undefined) throw new InvalidArgumentError(IMPORT_SOURCES.join(', '));
  return source;
}

function readCode(text: string): string {
  if (!/^\d{5}$/.test(text)) throw new InvalidArgumentError('5桁の数字 / 5 digits');
  return text;
}

function readPlaneZone(text: string): number {
  const zone = Number(text);
  if (!Number.isInteger(zone) || zone < 1 || zone > 19) throw new InvalidArgumentError('1–19');
  return zone;
}

function readDate(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}

import { once } from 'node:events';
import type { Command } from 'commander';
import { judgePoint } from '#domain/hazard/exposure';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import { type CheckResult, toCheckResult, toCsv, toJson } from './check-output.ts';
import { readCheckPoints } from './check-points.ts';
import { type CheckZones, readCheckZones } from './check-zones.ts';

export interface CheckRequest {
  readonly zoneFiles: readonly string[];
  readonly pointsFile: string;
  readonly marginMeters: number;
  readonly format: 'json' | 'csv';
}

/** Where the command writes to: results, and words for people. */
export interface CheckStreams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** 0 all is checked; 1 some of the input could not be read and is named; 2 nothing could be checked. */
type ExitCode = 0 | 1 | 2;
const UNUSABLE = 2;

/**
 * The red-zone check on files, without a database. Results go to `out`; the date and the credit of the
 * zone data and every record that could not be read go to `err`.
 */
export async function runCheck(
  request: CheckRequest,
  { out, err }: CheckStreams,
): Promise<ExitCode> {
  const say = (text: Bilingual) => err.write(`${text.ja} / ${text.en}\n`);
  try {
    const zones = await readCheckZones(request.zoneFiles);
    sayAboutZones(zones, say);
    let isComplete = zones.rejected.length === 0;
    const onBadPoint = (line: number, reason: Bilingual) => {
      isComplete = false;
      say({
        ja: `${request.pointsFile} ${line} 行目: ${reason.ja}`,
        en: `${request.pointsFile} line ${line}: ${reason.en}`,
      });
    };
    const results = judgePoints(request, zones, onBadPoint);
    for await (const text of request.format === 'csv' ? toCsv(results) : toJson(results))
      if (!out.write(text)) await once(out, 'drain');
    return isComplete ? 0 : 1;
  } catch (error) {
    const reason = explainUnusable(error);
    if (reason === null) throw error;
    say(reason);
    return UNUSABLE;
  }
}

async function* judgePoints(
  { pointsFile, marginMeters }: CheckRequest,
  { index }: CheckZones,
  onBadPoint: (line: number, reason: Bilingual) => void,
): AsyncGenerator<CheckResult> {
  for await (const point of readCheckPoints(pointsFile))
    if ('reason' in point) onBadPoint(point.line, point.reason);
    else yield toCheckResult(point.id, judgePoint(index, point.located, { marginMeters }));
}

function sayAboutZones({ index, rejected, metadata }: CheckZones, say: (text: Bilingual) => void) {
  say({
    ja: `区域 ${index.zoneCount} 件、データの時点 ${metadata.asOf ?? '不明'}。${metadata.credit ?? ''}`,
    en: `${index.zoneCount} zones, data as of ${metadata.asOf ?? 'unknown'}`,
  });
  for (const { recordNumber, reason } of rejected)
    say({
      ja: `区域の ${recordNumber} 件目を読めないため、この区域は判定に入っていません: ${reason.ja}`,
      en: `record ${recordNumber} of the zones cannot be read and is missing from the check: ${reason.en}`,
    });
}

/** null for what is no fault of the input. */
export function explainUnusable(error: unknown): Bilingual | null {
  if (error instanceof UnknownLayoutError)
    return {
      ja: `読めない形式のファイルです。必要なもの: ${error.expected.ja}。見つかったもの: ${error.found.ja}`,
      en: `unknown layout. Expected: ${error.expected.en}. Found: ${error.found.en}`,
    };
  if (error instanceof Error && 'syscall' in error)
    return { ja: `ファイルを読めません: ${error.message}`, en: 'the file cannot be read' };
  return null;
}

interface CheckOptions {
  readonly zones: string[];
  readonly points: string;
  readonly margin: string;
  readonly json?: true;
  readonly csv?: true;
}

/** Adds `check` to the program. It ends with the exit codes of `runCheck`; wrong usage ends with 2. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .summary('ファイルだけで区域判定を行う / check points against zones, files only')
    .description(
      '点が土砂災害(特別)警戒区域の内か近くか外かを、データベースを使わずに判定します。\n' +
        'Checks how points lie to landslide zones, without a database.',
    )
    .requiredOption(
      '--zones <files...>',
      '国土数値情報 A33 の GeoJSON・Shapefile・GML・ZIP / KSJ A33 as GeoJSON, Shapefile, GML or ZIP',
    )
    .requiredOption(
      '--points <file>',
      '点の CSV: id,lng,lat,accuracyMeters / CSV of points (accuracyMeters: 空/empty = 10)',
    )
    .option('--margin <meters>', '「近く」とする余裕(メートル) / metres that count as near', '10')
    .option('--json', 'JSON の配列で出力(既定) / print a JSON array (default)')
    .option(
      '--csv',
      '点と区域の組ごとに1行の CSV で出力 / print CSV, a line for each point and zone',
    )
    .addHelpText(
      'after',
      '\n終了コード / exit codes:\n' +
        '  0  すべて判定した / everything was checked\n' +
        '  1  読めない行や区域があった(標準エラーに表示) / some input could not be read (see standard error)\n' +
        '  2  使い方の誤り、または読めないファイル / wrong usage or unreadable files',
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : UNUSABLE))
    .action(async (options: CheckOptions, command: Command) => {
      const marginMeters = options.margin.trim() === '' ? Number.NaN : Number(options.margin);
      if (!(marginMeters >= 0 && marginMeters < Infinity))
        command.error('--margin は0以上のメートルです / --margin: metres from 0');
      if (options.json === true && options.csv === true)
        command.error('--json と --csv はどちらか一つです / --json or --csv, not both');
      process.exitCode = await runCheck(
        {
          zoneFiles: options.zones,
          pointsFile: options.points,
          marginMeters,
          format: options.csv === true ? 'csv' : 'json',
        },
        { out: process.stdout, err: process.stderr },
      );
    });
}

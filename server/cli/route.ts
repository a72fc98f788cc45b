import { type Command, Option } from 'commander';
import type { Position } from '#domain/geo/position';
import { KEEP_OUT_OF_RED } from '#domain/routing/cost/policy';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { parsePosition } from './parse-position.ts';
import { POLICIES, runRoute } from './run-route.ts';

const UNUSABLE = 2;

interface RouteOptions {
  readonly roads: string[];
  readonly zones: string[];
  readonly from?: string;
  readonly to?: string;
  readonly via?: string[];
  readonly pairs?: string;
  readonly profile: string;
  readonly policy: string;
  readonly night?: true;
  readonly elevation?: string;
  readonly csv?: true;
}

/** Adds `route` to the program. It ends with the exit codes of `runRoute`; wrong usage ends with 2. */
export function registerRoute(program: Command): void {
  program
    .command('route')
    .summary('ファイルだけで経路を調べる / find routes that keep out of red zones, files only')
    .description(
      '特別警戒区域をできるだけ通らない経路を、データベースを使わずに調べます。\n' +
        'Finds routes that keep out of red zones, without a database.',
    )
    .requiredOption(
      '--roads <files...>',
      'OpenStreetMap(.osm.pbf, .osm)か国土地理院の道路中心線 / OpenStreetMap or GSI road centre lines',
    )
    .requiredOption(
      '--zones <files...>',
      '国土数値情報 A33 の GeoJSON・Shapefile・GML・ZIP / KSJ A33 as GeoJSON, Shapefile, GML or ZIP',
    )
    .option('--from <lng,lat>', '出発地 / where from')
    .option('--to <lng,lat>', '目的地 / where to')
    .option('--via <lng,lat...>', '経由地(順に) / places to go by, in their order')
    .option(
      '--pairs <file>',
      'まとめて調べる CSV: id,fromLng,fromLat,toLng,toLat / CSV of many pairs',
    )
    .addOption(
      new Option('--profile <profile>', '移動のしかた / who goes')
        .choices(TRAVEL_PROFILES.map(({ id }) => id))
        .default('walking-elderly'),
    )
    .addOption(
      new Option('--policy <policy>', '経路の選び方 / what a good route is')
        .choices(POLICIES.map(({ id }) => id))
        .default(KEEP_OUT_OF_RED.id),
    )
    .option('--night', '夜間の速さで / at the speeds of the night')
    .option('--elevation <folder>', '国土地理院の標高タイル(PNG) / GSI elevation tiles (PNG)')
    .option('--json', 'JSON の配列で出力(既定) / print a JSON array (default)')
    .option('--csv', '1組1行の CSV で出力 / print CSV, a line for each pair')
    .addHelpText(
      'after',
      '\n終了コード / exit codes:\n' +
        '  0  すべて見つかった / every route was found\n' +
        '  1  見つからない経路か読めない行・区域があった / some were not found or could not be read\n' +
        '  2  使い方の誤り、または読めないファイル / wrong usage or unreadable files',
    )
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : UNUSABLE))
    .action(async (options: RouteOptions & { readonly json?: true }, command: Command) => {
      if (options.json === true && options.csv === true)
        command.error('--json と --csv はどちらか一つです / --json or --csv, not both');
      const isPair = options.from !== undefined && options.to !== undefined;
      if (isPair === (options.pairs !== undefined))
        command.error(
          '--from と --to か、--pairs のどちらかを指定してください / give --from and --to, or --pairs',
        );
      const place = (text: string): Position => {
        const parsed = parsePosition(text);
        if ('position' in parsed) return parsed.position;
        return command.error(`${parsed.reason.ja} / ${parsed.reason.en}`);
      };
      process.exitCode = await runRoute(
        {
          roadFiles: options.roads,
          zoneFiles: options.zones,
          pair:
            options.from === undefined || options.to === undefined
              ? null
              : {
                  from: place(options.from),
                  to: place(options.to),
                  via: (options.via ?? []).map(place),
                },
          pairsFile: options.pairs ?? null,
          profileId: options.profile,
          policyId: options.policy,
          atNight: options.night === true,
          elevationDirectory: options.elevation ?? null,
          format: options.csv === true ? 'csv' : 'json',
        },
        { out: process.stdout, err: process.stderr },
      );
    });
}

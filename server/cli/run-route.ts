import { once } from 'node:events';
import type { Position } from '#domain/geo/position';
import { KEEP_OUT_OF_RED, QUICKEST } from '#domain/routing/cost/policy';
import { buildMetric } from '#domain/routing/cost/route-metric';
import { exposeRoads } from '#domain/routing/exposure/expose-roads';
import { buildTopology } from '#domain/routing/graph/build-topology';
import { buildRoadTable } from '#domain/routing/graph/road-table-builder';
import { buildRoadTree } from '#domain/routing/graph/road-tree';
import { assessRoads } from '#domain/routing/profiles/assessment';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { createRouter, findRoute, type Router } from '#domain/routing/router';
import type { Bilingual } from '#geodata/item';
import { readRoadNetwork } from '#geodata/read-road-network';
import type { CheckStreams } from './check.ts';
import { explainUnusable } from './check.ts';
import { readCheckZones } from './check-zones.ts';
import { csvHeaderOfRoutes, type RouteAnswer, toCsvRoute, toJsonRoute } from './route-output.ts';
import { type RouteRequestRow, readRouteRequests } from './route-requests.ts';

export const POLICIES = [KEEP_OUT_OF_RED, QUICKEST];
const UNUSABLE = 2;

export interface RouteRequest {
  readonly roadFiles: readonly string[];
  readonly zoneFiles: readonly string[];
  /** One pair of places, or a file of many. */
  readonly pair: {
    readonly from: Position;
    readonly to: Position;
    readonly via: Position[];
  } | null;
  readonly pairsFile: string | null;
  readonly profileId: string;
  readonly policyId: string;
  readonly atNight: boolean;
  readonly elevationDirectory: string | null;
  readonly format: 'json' | 'csv';
}

/**
 * Routes on files, without a database: 0 all were found; 1 some were not, or some input could not be
 * read; 2 nothing could be answered. Results go to `out`; what the data is and every record that could
 * not be read go to `err`.
 */
export async function runRoute(
  request: RouteRequest,
  { out, err }: CheckStreams,
): Promise<0 | 1 | 2> {
  const say = (text: Bilingual) => err.write(`${text.ja} / ${text.en}\n`);
  try {
    const { router, isWhole } = await openRouter(request, say);
    let isComplete = isWhole;
    const write = async (text: string) => {
      if (!out.write(text)) await once(out, 'drain');
    };
    if (request.format === 'csv') await write(csvHeaderOfRoutes());
    let separator = '[\n';
    for await (const row of rowsOf(request)) {
      if ('reason' in row) {
        isComplete = false;
        const { line, reason } = row;
        say({ ja: `${line} 行目: ${reason.ja}`, en: `line ${line}: ${reason.en}` });
        continue;
      }
      const answer = answerOf(router, row);
      if (answer.status === 'none') isComplete = false;
      if (request.format === 'csv') await write(toCsvRoute(answer));
      else await write(separator + toJsonRoute(answer));
      separator = ',\n';
    }
    if (request.format === 'json') await write(separator === '[\n' ? '[]\n' : '\n]\n');
    return isComplete ? 0 : 1;
  } catch (error) {
    const reason = explainUnusable(error);
    if (reason === null) throw error;
    say(reason);
    return UNUSABLE;
  }
}

async function openRouter(
  request: RouteRequest,
  say: (text: Bilingual) => void,
): Promise<{ readonly router: Router; readonly isWhole: boolean }> {
  const profile = TRAVEL_PROFILES.find(({ id }) => id === request.profileId);
  const policy = POLICIES.find(({ id }) => id === request.policyId);
  if (profile === undefined || policy === undefined) throw new Error('an option was not checked');
  const { index, rejected, metadata } = await readCheckZones(request.zoneFiles);
  const { elevationDirectory } = request;
  const network = await readRoadNetwork(
    request.roadFiles,
    elevationDirectory === null ? {} : { elevationTiles: elevationDirectory },
  );
  const table = buildRoadTable(network);
  const tree = buildRoadTree(table);
  say({
    ja: `道路 ${table.roadCount} 本、区域 ${index.zoneCount} 件、区域データの時点 ${metadata.asOf ?? '不明'}。区域の外も安全とは言えません。${metadata.credit ?? ''}`,
    en: `${table.roadCount} roads, ${index.zoneCount} zones, zone data as of ${metadata.asOf ?? 'unknown'}. Outside of zones is no promise.`,
  });
  for (const { recordNumber, reason } of rejected)
    say({
      ja: `区域の ${recordNumber} 件目を読めないため、この区域は入っていません: ${reason.ja}`,
      en: `record ${recordNumber} of the zones cannot be read and is left out: ${reason.en}`,
    });
  const metric = buildMetric(
    table,
    buildTopology(table, profile.mode),
    assessRoads(table, profile, { atNight: request.atNight }),
    exposeRoads(table, tree, index),
    policy,
  );
  return { router: createRouter(metric, tree, null), isWhole: rejected.length === 0 };
}

type Pair = Exclude<RouteRequestRow, { readonly line: number }> & { readonly via?: Position[] };

async function* rowsOf({ pair, pairsFile }: RouteRequest) {
  if (pair !== null) yield { id: '1', ...pair };
  if (pairsFile !== null) yield* readRouteRequests(pairsFile);
}

function answerOf(router: Router, { id, from, to, via = [] }: Pair): RouteAnswer {
  const found = findRoute(router, from, to, { via });
  return found.ok
    ? { id, status: 'found', route: found.value }
    : { id, status: 'none', problem: found.problem };
}

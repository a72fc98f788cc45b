import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { ImportReport, ImportSource } from '#contract/dataset';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { Bilingual } from '#geodata/item';
import { withActor } from '../db/actor.ts';
import { findLatestRun } from '../db/queries/assessments.ts';
import { raiseDataVersions, readDataVersions } from '../db/queries/data-versions.ts';
import { insertDemoConsents } from '../db/queries/demo-consents.ts';
import { hasRelaySheets } from '../db/queries/demo-relay.ts';
import { hasFireStations } from '../db/queries/fire-stations.ts';
import { makeDemoCharts } from './charts/demo-charts.ts';
import type { ServiceContext } from './context.ts';
import { createMunicipality } from './create-municipality.ts';
import { makeDemoDrills } from './drills/demo-drills.ts';
import { createFireStation } from './fire-stations.ts';
import { followUp } from './follow-up.ts';
import { importDataset } from './import-dataset.ts';
import { makeDemoPlans } from './plans/demo-plans.ts';
import { demoRouteFinder } from './plans/demo-routes.ts';
import { makeDemoSheets } from './relay/demo-sheets.ts';
import { makeDemoResources } from './resources/demo-resources.ts';
import { makeScratchDirectory } from './scratch-directory.ts';

export const DEMO_CODE = '99201';
const SEED = 'shioji-2026';
const CREDIT = '架空の市のデータ(みちしるべ)';
const EXPLAINED_BY = '架空 民生委員';
const BASE_MAP_FILES = ['basemap.pmtiles', 'terrain.pmtiles'];

interface Step {
  readonly source: ImportSource;
  readonly file: RegExp;
}

const ROADS: Step = { source: 'gsi-roads', file: /^roads\.geojson$/ };
/** The demo's files in the order of loading: places before the people who are placed by them. */
const STEPS: readonly Step[] = [
  { source: 'districts', file: /^districts\.geojson$/ },
  { source: 'gazetteer', file: /^gazetteer.*\.csv$/ },
  { source: 'ksj-a33', file: /^zones\.geojson$/ },
  { source: 'gsi-shelters', file: /^emergency-sites\.csv$/ },
  { source: 'gsi-shelters', file: /^shelters\.csv$/ },
  { source: 'welfare-shelters', file: /^welfare-shelters\.csv$/ },
  ROADS,
  { source: 'roster', file: /^roster\.csv$/ },
];

export interface DemoReport {
  /** False where the demo city was there already. */
  readonly isNew: boolean;
  readonly reports: readonly ImportReport[];
}

/**
 * Makes the fictional city and loads it by the ordinary importers, with its base map; does nothing
 * where it is loaded, but for roads, fire stations and plans where it was loaded before there were any. What a
 * killed load left is completed: the city is the same every time.
 */
export async function loadDemo(
  context: ServiceContext,
  dataDir: string,
  onStep: (step: Bilingual) => void = () => {},
  signal?: AbortSignal,
): Promise<Result<DemoReport>> {
  const baseMaps = join(dataDir, 'basemaps', DEMO_CODE);
  const isLoaded =
    (await exists(baseMaps)) && (await findLatestRun(context.database, DEMO_CODE)) !== null;
  // Whoever takes its roads out of force is left alone: they have a version then.
  const { roads, plans } = await readDataVersions(context.database, DEMO_CODE);
  const hasRoads = roads !== undefined;
  const hasStations = await hasFireStations(context.database, DEMO_CODE);
  if (isLoaded && plans === undefined) await enterPlans(context);
  if (isLoaded) await makeDemoDrills(context, DEMO_CODE);
  if (isLoaded) await makeDemoCharts(context, DEMO_CODE);
  if (isLoaded) await enterRelay(context);
  if (isLoaded && hasRoads && hasStations) return success({ isNew: false, reports: [] });
  const directory = await makeScratchDirectory(dataDir, 'demo');
  try {
    onStep({ ja: 'デモの町を作っています', en: 'Making the demo city' });
    const { generateDemoCity } = await import('#geodata/demo/generate');
    // Between its steps whoever wants to stop is heard.
    const onProgress = async () => {
      await setImmediate();
      signal?.throwIfAborted();
    };
    const { municipality, asOf } = await generateDemoCity({ seed: SEED, directory, onProgress });
    await createMunicipality(context, DEMO_CODE, municipality.name);
    const names = (await readdir(directory)).sort();
    const reports: ImportReport[] = [];
    for (const { source, file } of isLoaded ? (hasRoads ? [] : [ROADS]) : STEPS) {
      const files = names.filter((name) => file.test(name)).map((name) => join(directory, name));
      if (files.length === 0) throw new Error(`the demo city has no file for ${source} (${file})`);
      onStep({ ja: `取り込んでいます: ${source}`, en: `Importing ${source}` });
      const result = await importDataset(context, {
        municipalityCode: DEMO_CODE,
        source,
        files,
        options: { asOf },
        credit: CREDIT,
        signal,
        withoutFollowUp: true,
      });
      if (!result.ok) return result;
      reports.push(result.value);
    }
    if (!hasStations) await enterFireStations(context, join(directory, 'fire-stations.geojson'));
    if (isLoaded) return success({ isNew: false, reports });
    onStep({ ja: '区域判定と優先順位付け', en: 'Checking and ranking' });
    await followUp(context, DEMO_CODE, 'roster', {});
    signal?.throwIfAborted();
    await withActor(context.database, context.actor, DEMO_CODE, async (tx) => {
      await insertDemoConsents(tx, DEMO_CODE, EXPLAINED_BY);
      await raiseDataVersions(tx, DEMO_CODE, ['consent']);
    });
    await enterPlans(context);
    await makeDemoDrills(context, DEMO_CODE);
    await makeDemoCharts(context, DEMO_CODE);
    await enterRelay(context);
    await installBaseMaps(directory, baseMaps);
    return success({ isNew: true, reports });
  } catch (error) {
    // What is half there is completed by the next load.
    if (signal?.aborted) return failure(PROBLEMS.cancelled());
    throw error;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const stationsFileSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string(), kind: z.string(), vehicles: z.string() }),
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
    }),
  ),
});

/** After everybody was ranked: what the roster says of a plan, plans say too. */
async function enterPlans(context: ServiceContext): Promise<number> {
  const { database, actor, today } = context;
  const findRoute = await demoRouteFinder(database, DEMO_CODE);
  return withActor(database, actor, DEMO_CODE, (tx) =>
    makeDemoPlans(tx, DEMO_CODE, { by: EXPLAINED_BY, today, findRoute }),
  );
}

/** Resources and relay sheets, where there are none yet. */
function enterRelay({ database, actor, today }: ServiceContext): Promise<void> {
  return withActor(database, actor, DEMO_CODE, async (tx) => {
    if (await hasRelaySheets(tx, DEMO_CODE)) return;
    await makeDemoResources(tx, DEMO_CODE, today);
    await makeDemoSheets(tx, DEMO_CODE, today);
  });
}

/** As the fire department enters them by hand: there is no format of files for stations. */
async function enterFireStations(context: ServiceContext, file: string): Promise<void> {
  const { features } = stationsFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  for (const { properties, geometry } of features) {
    const { name, kind, vehicles } = properties;
    const position = geometry.coordinates;
    const station = { name, kind, position, vehicles: vehicles.split(' ') };
    const entered = await createFireStation(context, DEMO_CODE, station);
    if (!entered.ok) throw new Error(entered.problem.en);
  }
}

/** All files or none: a folder that is there is complete. */
async function installBaseMaps(directory: string, target: string): Promise<void> {
  const unfinished = `${target}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const name of BASE_MAP_FILES) await cp(join(directory, name), join(unfinished, name));
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

import { existsSync } from 'node:fs';
import { planTours, TOUR_ITERATIONS } from '#domain/drill/tours/plan-tours';
import { searchTours } from '#domain/drill/tours/search';
import { totalCost } from '../domain/drill/tour-cost.ts';
import { sharedData } from '../support/shared-data.ts';
import type { Benchmark } from './support/benchmark.ts';
import { timeMs } from './support/timing.ts';
import { drillScene } from './support/tours/drill-scene.ts';
import { readInstances } from './support/tours/instances.ts';
import { savingsTours } from './support/tours/savings.ts';
import type { TourInstance } from './support/tours/tour-instance.ts';

const SEED = 1;
const MOST_GAP_PERCENT = 3;
const MOST_SECONDS = 5;

/**
 * Tours against the best that is known of published instances, and a drill of 60 people and 8 vehicles. The
 * table is written to standard error, so that --json stays alone on standard output.
 */
export const benchmark: Benchmark = {
  about: 'joint tours: 60 people, 8 vehicles, and five published instances',
  peer: 'savings heuristic (Clarke and Wright) on the instances; it does not search',
  targetRatio: 0,
  limitMs: MOST_SECONDS * 1000,
  async run() {
    if (!existsSync(sharedData('tours/RC208.sol'))) return { skipped: 'no data/tours' };
    const rows = [];
    for (const instance of readInstances()) rows.push(await measure(instance));
    process.stderr.write(`${[HEADER, ...rows.map(({ text }) => text)].join('\n')}\n`);
    const scene = drillScene();
    let plan = planTours(scene, { seed: SEED, iterations: 100 });
    const oursMs = await timeMs(() => {
      plan = planTours(scene, { seed: SEED, iterations: TOUR_ITERATIONS });
    });
    return {
      oursMs,
      peerMs: rows.reduce((sum, { peerMs }) => sum + peerMs, 0),
      sameAnswers: rows.every(({ isRight }) => isRight),
      figures: {
        'people not carried': plan.unserved.length,
        'minutes driven': plan.driveSeconds / 60,
        ...Object.fromEntries(rows.map(({ name, gap }) => [`${name} gap %`, gap])),
      },
      misses: rows.flatMap(({ misses }) => misses),
    };
  },
};

const HEADER = cells([
  'instance',
  'best known',
  'ours',
  'gap',
  'tours',
  'seconds',
  'savings',
  'gap',
]);

async function measure({ name, problem, bestKnown, bestKnownVehicles }: TourInstance) {
  let ours = savingsTours(problem);
  let peer = ours;
  const peerMs = await timeMs(() => {
    peer = savingsTours(problem);
  });
  const ms = await timeMs(() => {
    ours = searchTours(problem, { seed: SEED, iterations: TOUR_ITERATIONS });
  });
  const gapOf = (cost: number) => (cost / bestKnown - 1) * 100;
  const gap = gapOf(ours.cost);
  const driven = totalCost(
    problem,
    ours.routes.map(({ stops }) => stops),
  );
  const tours = ours.routes.filter(({ stops }) => stops.length > 0).length;
  return {
    name,
    gap,
    peerMs,
    isRight: ours.absent.length === 0 && driven !== null && Math.abs(driven - ours.cost) < 1e-3,
    misses: [
      ...(gap > MOST_GAP_PERCENT ? [`${name} ${gap.toFixed(1)} % over best known`] : []),
      ...(ms > MOST_SECONDS * 1000 ? [`${name} over ${MOST_SECONDS} s`] : []),
    ],
    text: cells([
      name,
      bestKnown.toFixed(2),
      ours.cost.toFixed(2),
      `${gap.toFixed(2)} %`,
      `${tours} (${bestKnownVehicles})`,
      (ms / 1000).toFixed(1),
      peer.cost.toFixed(2),
      `${gapOf(peer.cost).toFixed(1)} %`,
    ]),
  };
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => text.padEnd(12)).join('');
}

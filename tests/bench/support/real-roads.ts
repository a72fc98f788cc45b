import { presentSharedData } from '../../support/shared-data.ts';
import type { Measurement } from './benchmark.ts';
import { type RouteScene, readScene } from './route-scene.ts';

/** Real networks beside the project, by the name that figures have. */
const FILES = { andorra: 'roads/andorra.osm.pbf', hitoyoshi: 'roads/hitoyoshi_sagara.osm' };
const ZONES = 300;
/** As many as in the made-up city for its size. */
export const CLOSED_ROADS = 15;

type Measure = (makeScene: () => Promise<RouteScene>) => Promise<{
  readonly own: Extract<Measurement, { readonly oursMs: number }>;
  /** The other peer; `skipped` where it is not there. */
  readonly other: Measurement;
}>;

/** The same work on each real network; the table has both together, figures have each with its ratios. */
export async function onRealRoads(otherPeer: string, measure: Measure): Promise<Measurement> {
  let [oursMs, peerMs, sameAnswers] = [0, 0, true];
  const figures: Record<string, number> = {};
  for (const [name, path] of Object.entries(FILES)) {
    const file = presentSharedData(path);
    if (file === null) return { skipped: `${path} is absent` };
    const { own, other } = await measure(() => readScene(file, ZONES));
    oursMs += own.oursMs;
    peerMs += own.peerMs;
    sameAnswers &&= own.sameAnswers;
    figures[`${name} ms`] = own.oursMs;
    figures[`${name} ratio`] = own.peerMs / own.oursMs;
    if ('skipped' in other) continue;
    sameAnswers &&= other.sameAnswers;
    figures[`${name} ratio to ${otherPeer}`] = other.peerMs / other.oursMs;
  }
  return { oursMs, peerMs, sameAnswers, figures };
}

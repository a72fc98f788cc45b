import { elevationsOfRoad } from '#domain/road/elevation';
import type { Feature } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import { heightAt, type Terrain } from '../ground/terrain.ts';
import type { RoadChain } from './road-chains.ts';
import { type RoadClass, widthLabel, widthRank } from './road-classes.ts';
import { lengthOf } from './road-line.ts';

const OWNERS: Readonly<Record<RoadClass, string>> = {
  national: '国道',
  prefectural: '都道府県道',
  main: '市区町村道等',
  street: '市区町村道等',
  lane: '市区町村道等',
  track: '市区町村道等',
};

/** A lane as steep as this goes up by steps, where it is short. */
const STEPS_GRADIENT = 0.16;
const LONGEST_STEPS_METERS = 120;

/**
 * Roads with the attributes of GSI's road centre lines (vt_…), the carriageway in centimetres, and metres
 * above sea as the third number of each coordinate.
 */
export function* roadFeatures(
  chains: readonly RoadChain[],
  isBridge: (chain: number) => boolean,
  terrain: Terrain,
): Generator<Feature> {
  for (const [index, chain] of chains.entries()) {
    const { roadClass, widthCentimeters, name, points } = chain;
    const line = points.map(({ x, y }) => toPosition(x, y));
    const ground = points.map(({ x, y }) => Math.max(0, heightAt(terrain, x, y)));
    const road = { line, isBridge: isBridge(index), isTunnel: false };
    const heights = elevationsOfRoad(road, ground) ?? ground;
    yield {
      properties: {
        id: index + 1,
        vt_rdctg: OWNERS[roadClass],
        vt_rnkwidth: widthLabel(widthCentimeters),
        rank: widthRank(widthCentimeters),
        width: widthCentimeters,
        vt_lvorder: isBridge(index) ? 1 : 0,
        type: isSteps(chain, heights) ? '石段' : '通常部',
        state: isBridge(index) ? '橋・高架' : '通常部',
        class: roadClass,
        name,
      },
      geometry: {
        type: 'LineString',
        coordinates: line.map(([lng, lat], at) => [lng, lat, heights[at]]),
      },
    };
  }
}

function isSteps({ roadClass, points }: RoadChain, heights: readonly number[]): boolean {
  const meters = lengthOf(points);
  const climb = Math.abs((heights.at(-1) ?? 0) - (heights[0] ?? 0));
  return roadClass === 'lane' && meters < LONGEST_STEPS_METERS && climb > STEPS_GRADIENT * meters;
}

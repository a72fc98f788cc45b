import type { Feature } from '../files/write.ts';
import { toPosition } from '../frame.ts';
import type { RoadChain } from './road-chains.ts';
import { type RoadClass, widthLabel, widthRank } from './road-classes.ts';

const OWNERS: Readonly<Record<RoadClass, string>> = {
  national: '国道',
  prefectural: '都道府県道',
  main: '市区町村道等',
  street: '市区町村道等',
  lane: '市区町村道等',
  track: '市区町村道等',
};

/** Roads with the attributes of GSI's road centre lines (vt_…), and the carriageway in centimetres. */
export function* roadFeatures(
  chains: readonly RoadChain[],
  isBridge: (chain: number) => boolean,
): Generator<Feature> {
  for (const [index, { roadClass, widthCentimeters, name, points }] of chains.entries())
    yield {
      properties: {
        id: index + 1,
        vt_rdctg: OWNERS[roadClass],
        vt_rnkwidth: widthLabel(widthCentimeters),
        rank: widthRank(widthCentimeters),
        width: widthCentimeters,
        vt_lvorder: isBridge(index) ? 1 : 0,
        state: isBridge(index) ? '橋・高架' : '通常部',
        class: roadClass,
        name,
      },
      geometry: { type: 'LineString', coordinates: points.map(({ x, y }) => toPosition(x, y)) },
    };
}

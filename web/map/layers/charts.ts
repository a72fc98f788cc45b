import type { LayerSpecification } from 'maplibre-gl';
import type { MapColors } from '../colors.ts';
import { byZoom, FONT_BOLD } from './map-layer.ts';

/** Shades of the classes, lowest first: an addition to their numbers. */
export const CLASS_OPACITIES = [0.08, 0.2, 0.34, 0.5, 0.68] as const;

const NAME = ['get', 'name'];

/**
 * Districts by the class of a figure: shaded, and with the number of the class in each, for who does not see shades.
 * They come with their place, under the zones. `classes`: by name of the district; null = no value.
 */
export function chartLayers(
  colors: MapColors,
  classes: ReadonlyMap<string, number | null>,
): { readonly under: LayerSpecification[]; readonly over: LayerSpecification[] } {
  const named = [...classes];
  // An expression without a case is none.
  const match = (
    cases: readonly (readonly [string, string | number])[],
    otherwise: string | number,
  ) => (cases.length === 0 ? otherwise : ['match', NAME, ...cases.flat(), otherwise]);
  const source = 'districts';
  const opacities = named.flatMap(([name, number]) =>
    number === null ? [] : [[name, CLASS_OPACITIES[number - 1] ?? 0] as const],
  );
  return {
    under: [
      {
        id: 'charts-area',
        type: 'fill',
        source,
        'source-layer': 'districts',
        paint: {
          'fill-color': colors.select,
          'fill-opacity': match(opacities, 0) as number,
        },
      },
    ],
    over: [
      {
        id: 'charts-line',
        type: 'line',
        source,
        'source-layer': 'districts',
        paint: { 'line-color': colors.ink, 'line-width': byZoom([9, 1], [14, 2]) },
      },
      {
        id: 'charts-class',
        type: 'symbol',
        source,
        'source-layer': 'district-labels',
        layout: {
          'text-field': match(
            named.map(([name, number]) => [name, number === null ? '–' : String(number)] as const),
            '',
          ) as string,
          'text-font': FONT_BOLD,
          'text-size': byZoom([9, 16], [13, 26]),
          'text-offset': [0, 1],
          'text-overlap': 'always',
        },
        paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2.5 },
      },
    ],
  };
}

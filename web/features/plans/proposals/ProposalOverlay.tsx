import { useQuery } from '@tanstack/react-query';
import { Layer, Source, useMap } from '@vis.gl/react-maplibre';
import type { LayerSpecification, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import { proposalLinesQuery } from '../../../api/plan-proposals.ts';
import { sheltersQuery } from '../../../api/queries.ts';
import { DARK_COLORS, LIGHT_COLORS, type MapColors, ZONE_COLORS } from '../../../map/colors.ts';
import { FONT_BOLD } from '../../../map/layers/map-layer.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { activeTool } from '../../../state/tool.ts';
import { NO_FEATURES } from '../map/plan-features.ts';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { lineFeatures } from './line-features.ts';

/** Under people and shelters, which stay to be chosen. */
const BELOW = 'judgement-radius';
const HIT = 'proposal-hit';

/** From each home to the destination that is proposed; whoever is pressed is picked in the list. */
export default function ProposalOverlay({ code }: { readonly code: string }) {
  const { proposal, picked } = usePlansView();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const query = useQuery({
    ...proposalLinesQuery(code, proposal ?? ''),
    enabled: proposal !== null,
  });
  const lines = proposal === null ? undefined : query.data?.lines;
  const shelters = useQuery(sheltersQuery(code)).data?.shelters;
  const features = useMemo(
    () => lineFeatures(lines ?? [], shelters ?? [], picked),
    [lines, shelters, picked],
  );
  const drawn = useCommitted(features, NO_FEATURES);
  usePickedOnMap();
  return (
    <Source id="proposal" type="geojson" data={drawn}>
      {layersOf(colors).map((layer) => (
        <Layer key={layer.id} {...layer} beforeId={BELOW} />
      ))}
    </Source>
  );
}

function usePickedOnMap() {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined) return;
    const press = ({ point }: MapMouseEvent) => {
      if (activeTool() !== null || map.getLayer(HIT) === undefined) return;
      const [hit] = map.queryRenderedFeatures(point, { layers: [HIT] });
      const id: unknown = hit?.properties.id;
      if (typeof id === 'string') changePlansView({ picked: id });
    };
    map.on('click', press);
    return () => {
      map.off('click', press);
    };
  }, [map]);
}

/** Thin where a way keeps out of red, thick and broken where it does not: told apart without colour. */
function layersOf(colors: MapColors): LayerSpecification[] {
  const line = (
    id: string,
    kind: string,
    paint: Extract<LayerSpecification, { type: 'line' }>['paint'] & object,
  ): LayerSpecification => ({
    ...{ id, type: 'line', source: 'proposal', paint },
    filter: ['==', ['get', 'kind'], kind],
  });
  return [
    {
      ...{ id: HIT, type: 'line', source: 'proposal' },
      paint: { 'line-color': colors.ink, 'line-opacity': 0.01, 'line-width': 12 },
    },
    line('proposal-plain', 'plain', {
      'line-color': colors.select,
      'line-width': 1.5,
      'line-opacity': 0.7,
    }),
    line('proposal-unknown', 'unknown', {
      ...{ 'line-color': colors.ink, 'line-width': 2 },
      'line-dasharray': [1, 2],
    }),
    line('proposal-red-casing', 'red', { 'line-color': colors.halo, 'line-width': 6 }),
    line('proposal-red', 'red', {
      ...{ 'line-color': ZONE_COLORS.red['debris-flow'], 'line-width': 4 },
      'line-dasharray': [2.5, 1],
    }),
    line('proposal-picked-casing', 'picked', { 'line-color': colors.halo, 'line-width': 10 }),
    line('proposal-picked', 'picked', { 'line-color': colors.ink, 'line-width': 6 }),
    {
      ...{ id: 'proposal-unplaced', type: 'symbol', source: 'proposal' },
      filter: ['==', ['get', 'kind'], 'unplaced'],
      layout: {
        ...{ 'text-field': '×', 'text-font': FONT_BOLD, 'text-size': 24 },
        'text-overlap': 'always',
      },
      paint: { 'text-color': colors.ink, 'text-halo-color': colors.halo, 'text-halo-width': 2 },
    },
  ];
}

import { Layer, Source } from '@vis.gl/react-maplibre';
import type { Position } from '#domain/geo/position';
import { LIGHT_COLORS } from '../../map/colors.ts';
import { judgementFeatures } from '../../map/judgement-features.ts';

/** How far the position may be off, on the map. */
export function RadiusCircle(props: {
  readonly position: Position;
  readonly radiusMeters: number;
}) {
  const drawn = judgementFeatures({ ...props, boundary: null });
  const data = {
    type: 'FeatureCollection' as const,
    features: drawn.features.filter(({ properties }) => properties?.kind === 'radius'),
  };
  return (
    <Source id="move-radius" type="geojson" data={data}>
      <Layer
        id="move-radius-line"
        type="line"
        paint={{ 'line-color': LIGHT_COLORS.select, 'line-width': 2, 'line-dasharray': [2, 1] }}
      />
    </Source>
  );
}

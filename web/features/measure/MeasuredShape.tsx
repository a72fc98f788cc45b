import { Layer, Source } from '@vis.gl/react-maplibre';
import type { Feature, Geometry } from 'geojson';
import type { Position } from '#domain/geo/position';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import { usePreferences } from '../../state/preferences.ts';
import { type MeasureMode, ringOf } from './measured.ts';

/** The line or the area that is being measured, with its points. */
export function MeasuredShape(props: {
  readonly points: readonly Position[];
  readonly mode: MeasureMode;
}) {
  const { theme } = usePreferences();
  const { select, halo } = theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const coordinates = props.points.map((point) => [...point]);
  const isArea = props.mode === 'area' && coordinates.length > 2;
  const shape: Geometry = isArea
    ? { type: 'Polygon', coordinates: [ringOf(props.points)] }
    : { type: 'LineString', coordinates };
  const points = coordinates.map((point): Geometry => ({ type: 'Point', coordinates: point }));
  const features = [...(coordinates.length > 1 ? [shape] : []), ...points].map(
    (geometry): Feature => ({ type: 'Feature', properties: {}, geometry }),
  );
  return (
    <Source id="measure" type="geojson" data={{ type: 'FeatureCollection', features }}>
      <Layer
        id="measure-area"
        type="fill"
        filter={['==', ['geometry-type'], 'Polygon']}
        paint={{ 'fill-color': select, 'fill-opacity': 0.15 }}
      />
      <Layer
        id="measure-casing"
        type="line"
        filter={['!=', ['geometry-type'], 'Point']}
        paint={{ 'line-color': halo, 'line-width': 7 }}
      />
      <Layer
        id="measure-line"
        type="line"
        filter={['!=', ['geometry-type'], 'Point']}
        paint={{ 'line-color': select, 'line-width': 3 }}
      />
      <Layer
        id="measure-points"
        type="circle"
        filter={['==', ['geometry-type'], 'Point']}
        paint={{
          'circle-radius': 5,
          'circle-color': halo,
          'circle-stroke-color': select,
          'circle-stroke-width': 3,
        }}
      />
    </Source>
  );
}

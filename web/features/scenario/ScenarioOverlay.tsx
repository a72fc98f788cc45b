import { Layer, Source } from '@vis.gl/react-maplibre';
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { FONT_BOLD } from '../../map/layers/map-layer.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useDraft } from './draft.ts';
import { areaOf } from './shapes.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** The hypothetical zone: dashed and named as such, so that nobody takes it for a designated one. */
export default function ScenarioOverlay() {
  const words = useScenarioWords();
  const isDark = usePreferences().theme === 'dark';
  const { shape, bufferMeters } = useDraft();
  const data = useMemo((): FeatureCollection => {
    const area = areaOf(shape, bufferMeters);
    return {
      type: 'FeatureCollection',
      features: [
        ...(area === null
          ? []
          : [{ type: 'Feature' as const, properties: { kind: 'area' }, geometry: area }]),
        ...(shape === null || shape.type === 'Polygon' || shape.type === 'MultiPolygon'
          ? []
          : [{ type: 'Feature' as const, properties: { kind: 'base' }, geometry: shape }]),
      ],
    };
  }, [shape, bufferMeters]);
  const [ink, halo] = isDark ? ['#ffffff', '#16191b'] : ['#1a1a1a', '#ffffff'];
  return (
    <Source id="scenario" type="geojson" data={data}>
      <Layer
        id="scenario-fill"
        type="fill"
        filter={['==', ['get', 'kind'], 'area']}
        paint={{ 'fill-color': ink, 'fill-opacity': 0.1 }}
      />
      <Layer
        id="scenario-casing"
        type="line"
        filter={['==', ['get', 'kind'], 'area']}
        paint={{ 'line-color': halo, 'line-width': 5 }}
      />
      <Layer
        id="scenario-line"
        type="line"
        filter={['==', ['get', 'kind'], 'area']}
        paint={{ 'line-color': ink, 'line-width': 3, 'line-dasharray': [3, 2] }}
      />
      <Layer
        id="scenario-base"
        type="line"
        filter={['==', ['geometry-type'], 'LineString']}
        paint={{ 'line-color': ink, 'line-width': 2 }}
      />
      <Layer
        id="scenario-point"
        type="circle"
        filter={['==', ['geometry-type'], 'Point']}
        paint={{ 'circle-radius': 5, 'circle-color': ink }}
      />
      <Layer
        id="scenario-label"
        type="symbol"
        filter={['==', ['get', 'kind'], 'area']}
        layout={{
          'text-field': words.scenario.mapLabel,
          'text-font': FONT_BOLD,
          'text-size': 18,
          'text-overlap': 'always',
        }}
        paint={{ 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 3 }}
      />
    </Source>
  );
}

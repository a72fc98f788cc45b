import { useQuery } from '@tanstack/react-query';
import { Layer, Source } from '@vis.gl/react-maplibre';
import type { Feature } from 'geojson';
import { useMemo } from 'react';
import { metresText } from '#domain/geo/metres-text';
import { shelterQuery } from '../../api/queries.ts';
import { FONT_BOLD } from '../../map/layers/map-layer.ts';
import { usePreferences } from '../../state/preferences.ts';

/** Where other lists have the selected shelter, each with a line and the metres between. */
export default function ConflictOverlay(props: { readonly code: string; readonly id: string }) {
  const shelter = useQuery(shelterQuery(props.code, props.id)).data;
  const isDark = usePreferences().theme === 'dark';
  const [ink, halo] = isDark ? ['#ffffff', '#16191b'] : ['#1a1a1a', '#ffffff'];
  const features = useMemo(() => {
    const own = shelter?.position;
    if (shelter === undefined || own === null || own === undefined) return [];
    return shelter.conflicts.flatMap(({ position, distanceMeters, fields }): Feature[] => {
      if (position === null || distanceMeters === null || !fields.includes('position')) return [];
      const label = `${metresText(distanceMeters)}m`;
      return [
        {
          type: 'Feature',
          properties: { label },
          geometry: { type: 'LineString', coordinates: [own, position] },
        },
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: position } },
      ];
    });
  }, [shelter]);
  if (features.length === 0) return null;
  return (
    <Source id="shelter-conflict" type="geojson" data={{ type: 'FeatureCollection', features }}>
      <Layer
        id="shelter-conflict-line"
        type="line"
        filter={['==', ['geometry-type'], 'LineString']}
        paint={{ 'line-color': ink, 'line-width': 3, 'line-dasharray': [1, 1.5] }}
      />
      <Layer
        id="shelter-conflict-place"
        type="circle"
        filter={['==', ['geometry-type'], 'Point']}
        paint={{
          'circle-radius': 8,
          'circle-color': halo,
          'circle-stroke-color': ink,
          'circle-stroke-width': 3,
        }}
      />
      <Layer
        id="shelter-conflict-metres"
        type="symbol"
        filter={['==', ['geometry-type'], 'LineString']}
        layout={{
          'symbol-placement': 'line-center',
          'text-field': ['get', 'label'],
          'text-font': FONT_BOLD,
          'text-size': 15,
          'text-overlap': 'always',
        }}
        paint={{ 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 2.5 }}
      />
    </Source>
  );
}

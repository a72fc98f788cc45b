import { Layer, Source, useMap } from '@vis.gl/react-maplibre';
import type { Feature } from 'geojson';
import { useEffect, useState } from 'react';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import { usePreferences } from '../../state/preferences.ts';
import { graticuleLayers } from './graticule-layers.ts';
import { graticuleLines } from './graticule-lines.ts';

/** Lines of longitude and latitude over the map. */
export default function Graticule() {
  const { theme } = usePreferences();
  const { current: map } = useMap();
  const [features, setFeatures] = useState<Feature[]>([]);
  useEffect(() => {
    if (map === undefined) return;
    const draw = () => {
      const bounds = map.getBounds();
      setFeatures(
        graticuleLines([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]),
      );
    };
    draw();
    map.on('moveend', draw);
    return () => {
      map.off('moveend', draw);
    };
  }, [map]);
  const [lines, labels] = graticuleLayers(theme === 'dark' ? DARK_COLORS : LIGHT_COLORS);
  return (
    <Source id="graticule" type="geojson" data={{ type: 'FeatureCollection', features }}>
      <Layer {...lines} />
      <Layer {...labels} />
    </Source>
  );
}

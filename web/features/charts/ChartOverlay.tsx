import { useQuery } from '@tanstack/react-query';
import { Layer, useMap } from '@vis.gl/react-maplibre';
import { useEffect, useMemo, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { chartsQuery } from '../../api/charts.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../map/colors.ts';
import { chartLayers } from '../../map/layers/charts.ts';
import { usePreferences } from '../../state/preferences.ts';
import { itemOf } from './DistrictChoice.tsx';
import { itemClasses } from './item-classes.ts';
import { useChartsView } from './use-charts-view.ts';

const NOTHING: ReadonlyMap<string, number | null> = new Map();
/** Zones lie above the areas: where people are in danger is never covered. */
const BELOW = 'zones-yellow-fill';

/** Districts of the map by the class of the item that is looked at. */
export default function ChartOverlay({
  municipality,
}: {
  readonly municipality: MunicipalityView;
}) {
  const { data } = useQuery(chartsQuery(municipality.code));
  const { item: itemId, tab } = useChartsView();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const map = useMap().current?.getMap();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (map === undefined) return;
    const look = () => setReady(map.getSource('districts') !== undefined);
    look();
    map.on('styledata', look);
    return () => void map.off('styledata', look);
  }, [map]);
  const classes = useMemo(() => {
    const item = data === undefined ? undefined : itemOf(data, itemId);
    return data === undefined || item === undefined ? NOTHING : itemClasses(data, item.id).byName;
  }, [data, itemId]);
  // Where the legend stands beside it, and nowhere else.
  if (!isReady || classes.size === 0 || tab !== 'compare') return null;
  const { under, over } = chartLayers(colors, classes);
  const before = map?.getLayer(BELOW) === undefined ? {} : { beforeId: BELOW };
  return (
    <>
      {under.map((layer) => (
        <Layer key={layer.id} {...layer} {...before} />
      ))}
      {over.map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </>
  );
}

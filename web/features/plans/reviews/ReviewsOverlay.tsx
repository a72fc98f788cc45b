import { useQuery } from '@tanstack/react-query';
import { Layer, Source, useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import { planReviewsQuery } from '../../../api/plans.ts';
import { DARK_COLORS, LIGHT_COLORS } from '../../../map/colors.ts';
import { planReviewLayers, REVIEW_HIT } from '../../../map/layers/plan-reviews.ts';
import { useCommitted } from '../../../map/use-committed.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { activeTool } from '../../../state/tool.ts';
import { changeView, currentView } from '../../../state/use-view.ts';
import { usePlansView } from '../use-plans-view.ts';
import { useOpenId } from './use-open-id.ts';

type Marks = GeoJSON.FeatureCollection<GeoJSON.Point>;
const NOTHING: Marks = { type: 'FeatureCollection', features: [] };

/** Where the people live whose plans wait for a review; whoever is pressed is opened, here and in the list. */
export default function ReviewsOverlay({ code }: { readonly code: string }) {
  const { reasons, districts } = usePlansView();
  const colors = usePreferences().theme === 'dark' ? DARK_COLORS : LIGHT_COLORS;
  const openId = useOpenId();
  const { data } = useQuery(planReviewsQuery(code, { reasons, districts, page: 0 }));
  const marks = useMemo(
    (): Marks => ({
      ...NOTHING,
      features: (data?.marks ?? []).flatMap(({ id, position }) =>
        position === null
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: { type: 'Point' as const, coordinates: [...position] },
                properties: { id, isOpen: id === openId },
              },
            ],
      ),
    }),
    [data, openId],
  );
  const drawn = useCommitted(marks, NOTHING);
  usePressedMark();
  return (
    <Source id="plan-reviews" type="geojson" data={drawn}>
      {planReviewLayers(colors).map((layer) => (
        <Layer key={layer.id} {...layer} />
      ))}
    </Source>
  );
}

function usePressedMark() {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined) return;
    const press = ({ point }: MapMouseEvent) => {
      if (activeTool() !== null || map.getLayer(REVIEW_HIT) === undefined) return;
      const [hit] = map.queryRenderedFeatures(point, { layers: [REVIEW_HIT] });
      const id: unknown = hit?.properties.id;
      if (typeof id !== 'string') return;
      // The person under the mark was chosen by the same press: that is no step of its own.
      const isChosen = currentView().selection?.id === id;
      changeView({ selection: { kind: 'plan', id } }, isChosen ? 'replace' : 'push');
    };
    map.on('click', press);
    return () => {
      map.off('click', press);
    };
  }, [map]);
}

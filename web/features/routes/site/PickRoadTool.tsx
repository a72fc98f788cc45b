import type { MapRef } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../../map/MapHint.tsx';
import { LEAST_ZOOM, roadAt } from '../../../map/road-at.ts';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { openSiteRoad } from '../open-site.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { useRouteWords } from '../use-route-words.ts';

/** Takes the road that is pressed, to say what was found on it. */
export default function PickRoadTool() {
  const say = useSiteWords();
  const { closures, legs } = useRouteWords();
  const [news, setNews] = useState<string | null>(null);
  const press = useCallback(
    (position: Position, map: MapRef) => {
      if (map.getZoom() < LEAST_ZOOM) return setNews(closures.zoomIn);
      const road = roadAt(map, position);
      if (road === null) return setNews(closures.noRoadHere);
      openSiteRoad(road.id, road.name ?? legs.unnamed);
      changeView({ tab: 'list' }, 'replace');
      // After the click, which would select what lies there.
      setTimeout(() => setTool(null), 0);
    },
    [closures, legs],
  );
  usePressedPlace(press);
  return (
    <>
      <MapCross />
      <MapHint>
        {say.picking}
        {news !== null && <strong className="block text-16">{news}</strong>}
      </MapHint>
    </>
  );
}

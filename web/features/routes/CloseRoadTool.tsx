import type { MapRef } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../map/MapHint.tsx';
import { LEAST_ZOOM, roadAt } from '../../map/road-at.ts';
import { usePressedPlace } from '../../map/use-pressed-place.ts';
import { roadNames } from './road-names.ts';
import { toggleRoad } from './route-plan.ts';
import { changePlan, planNow } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** Closes the road that is pressed, or opens it again. */
export default function CloseRoadTool() {
  const say = useRouteWords();
  const [news, setNews] = useState<string | null>(null);
  const press = useCallback(
    (position: Position, map: MapRef) => {
      if (map.getZoom() < LEAST_ZOOM) return setNews(say.closures.zoomIn);
      const road = roadAt(map, position);
      if (road === null) return setNews(say.closures.noRoadHere);
      const name = road.name ?? say.closures.road(road.id);
      roadNames.set(new Map(roadNames.get()).set(road.id, name));
      const closedRoads = toggleRoad(planNow(), road.id);
      changePlan({ closedRoads });
      const isClosed = closedRoads.includes(road.id);
      setNews(isClosed ? say.closures.closed(name) : say.closures.opened(name));
    },
    [say],
  );
  usePressedPlace(press);
  return (
    <>
      <MapCross />
      <MapHint>
        {say.closures.picking}
        {news !== null && <strong className="block text-16">{news}</strong>}
      </MapHint>
    </>
  );
}

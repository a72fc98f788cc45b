import type { MapRef } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../map/MapHint.tsx';
import { LEAST_ZOOM, roadAt } from '../../map/road-at.ts';
import { usePressedPlace } from '../../map/use-pressed-place.ts';
import { closeByHand } from './close-by-hand.ts';
import { roadNames } from './road-names.ts';
import { useRoadNames } from './use-road-names.ts';
import { useRouteWords } from './use-route-words.ts';

type News = 'zoomIn' | 'noRoadHere' | { readonly id: string; readonly isClosed: boolean };

/** Closes the road that is pressed, or opens it again. */
export default function CloseRoadTool(props: { readonly municipality: MunicipalityView }) {
  const say = useRouteWords();
  const [news, setNews] = useState<News | null>(null);
  const pressed = typeof news === 'object' && news !== null ? [news.id] : [];
  const nameOf = useRoadNames(props.municipality.code, pressed);
  const press = useCallback(
    (position: Position, map: MapRef) => {
      if (map.getZoom() < LEAST_ZOOM) return setNews('zoomIn');
      const road = roadAt(map, position);
      if (road === null) return setNews('noRoadHere');
      const { id } = road;
      if (road.name !== null) roadNames.set(new Map(roadNames.get()).set(id, road.name));
      setNews({ id, isClosed: closeByHand(id, road.name ?? say.legs.unnamed, say) });
    },
    [say],
  );
  usePressedPlace(press);
  const text = () => {
    if (news === null) return null;
    if (typeof news === 'string') return say.closures[news];
    return news.isClosed
      ? say.closures.closed(nameOf(news.id))
      : say.closures.opened(nameOf(news.id));
  };
  return (
    <>
      <MapCross />
      <MapHint>
        {say.closures.picking}
        {news !== null && <strong className="block text-16">{text()}</strong>}
      </MapHint>
    </>
  );
}

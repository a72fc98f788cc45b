import type { MapRef } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Position } from '#domain/geo/position';
import { planRoadsOf } from '../../../api/routes.ts';
import { MapCross, MapHint } from '../../../map/MapHint.tsx';
import { LEAST_ZOOM, roadAt } from '../../../map/road-at.ts';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { useDrillWords } from '../use-drill-words.ts';
import { drillPick } from './pick.ts';

/** Takes a press on the map, or its middle by Enter, for a place or for roads of the drill. */
export default function DrillPickTool(props: { readonly municipality: MunicipalityView }) {
  const { code } = props.municipality;
  const say = useDrillWords().scenario;
  const pick = drillPick.use();
  const [news, setNews] = useState<string | null>(null);
  const press = useCallback(
    (position: Position, map: MapRef) => {
      const [lng, lat] = position;
      if (pick?.kind === 'place') {
        pick.take([Number(lng.toFixed(7)), Number(lat.toFixed(7))]);
        // After the click, which would select what lies there.
        setTimeout(() => setTool(null), 0);
        return;
      }
      if (pick === null) return;
      if (map.getZoom() < LEAST_ZOOM) return setNews(say.zoomIn);
      const road = roadAt(map, position);
      if (road === null) return setNews(say.noRoadHere);
      planRoadsOf(code, [road.id]).then(
        ({ roads: [found] }) => setNews(found === undefined ? say.noRoadHere : pick.take(found)),
        () => setNews(say.failed),
      );
    },
    [pick, code, say],
  );
  usePressedPlace(press);
  return (
    <>
      <MapCross />
      <MapHint>
        {pick?.hint}
        {news !== null && <strong className="block text-16">{news}</strong>}
      </MapHint>
    </>
  );
}

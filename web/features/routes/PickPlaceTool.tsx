import { useCallback } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../map/MapHint.tsx';
import { usePressedPlace } from '../../map/use-pressed-place.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { slotLabel } from './PlaceField.tsx';
import { slotToPick } from './route-marks.ts';
import { setPlace } from './set-place.ts';
import { useRouteWords } from './use-route-words.ts';

/** Takes the next press on the map, or its middle by Enter, for a place of the route. */
export default function PickPlaceTool() {
  const say = useRouteWords().place;
  const slot = slotToPick.use();
  const take = useCallback(
    (position: Position) => {
      setPlace(slot, position);
      changeView({ tab: 'list' }, 'replace');
      // After the click, which would select what lies there.
      setTimeout(() => {
        setTool(null);
        document.querySelector<HTMLElement>(`[data-slot="${slot}"] button`)?.focus();
      }, 0);
    },
    [slot],
  );
  usePressedPlace(take);
  return (
    <>
      <MapCross />
      <MapHint>{say.picking(slotLabel(slot, say))}</MapHint>
    </>
  );
}

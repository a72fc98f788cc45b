import { useCallback } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../../map/MapHint.tsx';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { planPick } from './pick-place.ts';

/** Takes the next press on the map, or its middle by Enter, for a place of the plan. */
export default function PickPlanPlaceTool() {
  const pick = planPick.use();
  const take = useCallback(
    ([lng, lat]: Position) => {
      pick?.take([Number(lng.toFixed(7)), Number(lat.toFixed(7))]);
      // After the click, which would select what lies there.
      setTimeout(() => setTool(null), 0);
    },
    [pick],
  );
  usePressedPlace(take);
  return (
    <>
      <MapCross />
      <MapHint>{pick?.hint}</MapHint>
    </>
  );
}

import { useCallback } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../../map/MapHint.tsx';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { keepStationDraft, placeTextOf, stationDrafts } from './station-draft.ts';
import { useStationWords } from './use-station-words.ts';

/** Takes the next press on the map for the station that is being written. */
export default function PickStationTool(props: { readonly municipality: MunicipalityView }) {
  const { code } = props.municipality;
  const say = useStationWords();
  const take = useCallback(
    (place: Position) => {
      const draft = stationDrafts.get()[code];
      if (draft != null) keepStationDraft(code, { ...draft, placeText: placeTextOf(place) });
      changeView({ tab: 'list' }, 'replace');
      setTimeout(() => {
        setTool(null);
        document.querySelector<HTMLElement>('[data-station-place] button')?.focus();
      }, 0);
    },
    [code],
  );
  usePressedPlace(take);
  return (
    <>
      <MapCross />
      <MapHint>{say.picking}</MapHint>
    </>
  );
}

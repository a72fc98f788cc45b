import { useCallback } from 'react';
import type { Position } from '#domain/geo/position';
import { MapCross, MapHint } from '../../../map/MapHint.tsx';
import { usePressedPlace } from '../../../map/use-pressed-place.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { keepDraft, siteDrafts, sitePointToPick } from './site-draft.ts';

/** Takes the next press on the map for the hydrant or the turning place of what is being recorded. */
export default function PickSitePointTool() {
  const say = useSiteWords();
  const slot = sitePointToPick.use();
  const take = useCallback(
    ([lng, lat]: Position) => {
      if (slot === null) return;
      const { key, kind, first } = slot;
      // About a tenth of a metre, more no hand means.
      const place: Position = [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
      keepDraft(key, { ...(siteDrafts.get().get(key) ?? first), [kind]: place });
      changeView({ tab: 'list' }, 'replace');
      setTimeout(() => {
        setTool(null);
        document.querySelector<HTMLElement>(`[data-site-point="${kind}"] button`)?.focus();
      }, 0);
    },
    [slot],
  );
  usePressedPlace(take);
  const what = slot?.kind === 'hydrant' ? say.form.hydrant : say.form.turning;
  return (
    <>
      <MapCross />
      <MapHint>{say.pickingPoint(what)}</MapHint>
    </>
  );
}

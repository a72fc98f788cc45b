import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { canDrawMap } from '../../map/can-draw-map.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { type PlaceSlot, slotToPick } from './route-marks.ts';
import type { PlannedPlace } from './route-plan.ts';
import { SelectedAsPlace } from './SelectedAsPlace.tsx';
import type { ResolvedPlace } from './use-planned-places.ts';
import { useRouteWords } from './use-route-words.ts';

interface PlaceFieldProps {
  readonly code: string;
  readonly slot: PlaceSlot;
  readonly place: ResolvedPlace | null;
  readonly onChoose: (place: PlannedPlace) => void;
  /** Takes the place away. */
  readonly onRemove: () => void;
}

/** One place of the route: what it is, or the ways to choose it. */
export function PlaceField({ code, slot, place, onChoose, onRemove }: PlaceFieldProps) {
  const words = useWords();
  const say = useRouteWords().place;
  const [isChanging, setChanging] = useState(false);
  const label = slotLabel(slot, say);
  const isOpen = place === null || isChanging;
  const choose = (chosen: PlannedPlace) => {
    setChanging(false);
    onChoose(chosen);
  };
  return (
    <fieldset
      className="flex flex-col gap-1.5 rounded-8 border border-line px-3 py-2"
      data-slot={slot}
    >
      <legend className="sr-only">{label}</legend>
      <div className="flex items-start gap-2">
        <SlotMark slot={slot} />
        <p className="min-w-0 flex-1 leading-snug break-words">
          <span className="block text-14 text-ink-soft">{label}</span>
          {place !== null && <strong>{place.name}</strong>}
        </p>
        {place !== null && (
          <span className="not-printed flex">
            <Button
              variant="quiet"
              className="px-2 text-14"
              aria-expanded={isChanging}
              aria-label={say.changeOf(label)}
              onPress={() => setChanging(!isChanging)}
            >
              {say.change}
            </Button>
            <Button
              variant="quiet"
              className="px-2"
              aria-label={say.removeOf(label)}
              onPress={onRemove}
            >
              <Icon name="close" />
            </Button>
          </span>
        )}
      </div>
      {place?.state === 'no-position' && <p className="text-14 text-error">{say.noPosition}</p>}
      {place !== null && place.roughAccuracy !== null && (
        <p className="text-14 leading-normal text-caution">
          {say.imprecise(words.terms.accuracy[place.roughAccuracy])}
        </p>
      )}
      {isOpen && (
        <div className="not-printed flex flex-col gap-1.5">
          <PlaceSearch code={code} label={say.search(label)} onChoose={choose} />
          <div className="flex flex-wrap gap-1.5">
            <SelectedAsPlace code={code} onChoose={choose} />
            <Button
              className="px-3 text-14"
              aria-label={say.onMapOf(label)}
              isDisabled={!canDrawMap()}
              onPress={() => {
                setChanging(false);
                slotToPick.set(slot);
                changeView({ tab: 'map' });
                setTool('route-place');
              }}
            >
              <Icon name="target" />
              {say.onMap}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  );
}

export function slotLabel(slot: PlaceSlot, say: ReturnType<typeof useRouteWords>['place']): string {
  return typeof slot === 'number' ? say.via(String(slot + 1)) : say[slot];
}

/** The mark of the place on the map, again beside its words. */
export function SlotMark({ slot }: { readonly slot: PlaceSlot }) {
  const say = useRouteWords().map;
  return (
    <span
      aria-hidden="true"
      className={`mt-0.5 flex size-8 shrink-0 items-center justify-center border-2 text-14 font-bold ${
        slot === 'to'
          ? 'rounded-4 border-action bg-action text-on-action'
          : 'rounded-full border-action bg-surface text-action'
      }`}
    >
      {typeof slot === 'number' ? slot + 1 : say[slot]}
    </span>
  );
}

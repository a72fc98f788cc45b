import { Marker } from '@vis.gl/react-maplibre';
import type { Marker as MapLibreMarker } from 'maplibre-gl';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import { useTool } from '../../state/tool.ts';
import { SlotMark, slotLabel } from './PlaceField.tsx';
import type { PlaceSlot } from './route-marks.ts';
import { setPlace } from './set-place.ts';
import type { ResolvedPlace, ResolvedPlan } from './use-planned-places.ts';
import { useRouteWords } from './use-route-words.ts';

/** The places of the route on the map. Dragged, a place is a point of its own and no home any more. */
export function PlaceMarkers({ places }: { readonly places: ResolvedPlan }) {
  const marks: [PlaceSlot, ResolvedPlace | null][] = [
    ['from', places.from],
    ...places.via.map((place, index): [PlaceSlot, ResolvedPlace] => [index, place]),
    ['to', places.to],
  ];
  return marks.map(([slot, place]) =>
    place === null || place.position === null ? null : (
      <PlaceMarker key={slot} slot={slot} name={place.name} position={place.position} />
    ),
  );
}

function PlaceMarker(props: {
  readonly slot: PlaceSlot;
  readonly name: string;
  readonly position: Position;
}) {
  const { slot, name, position } = props;
  const words = useWords();
  const say = useRouteWords().place;
  const tool = useTool();
  const spoken = [slotLabel(slot, say), name].join(words.dot);
  // The map calls its marks alike and in English.
  const nameElement = (marker: MapLibreMarker | null) =>
    marker?.getElement().setAttribute('aria-label', spoken);
  return (
    <Marker
      ref={nameElement}
      longitude={position[0]}
      latitude={position[1]}
      draggable={tool === null}
      onDragEnd={({ lngLat }) => setPlace(slot, [lngLat.lng, lngLat.lat])}
    >
      <span className="block cursor-grab" title={`${spoken} (${say.dragHint})`}>
        <SlotMark slot={slot} />
      </span>
    </Marker>
  );
}

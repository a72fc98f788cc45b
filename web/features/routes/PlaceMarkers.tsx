import { Marker } from '@vis.gl/react-maplibre';
import { useTool } from '../../state/tool.ts';
import { SlotMark } from './PlaceField.tsx';
import type { PlaceSlot } from './route-marks.ts';
import { setPlace } from './set-place.ts';
import type { ResolvedPlace, ResolvedPlan } from './use-planned-places.ts';

/** The places of the route on the map. Dragged, a place is a point of its own and no home any more. */
export function PlaceMarkers({ places }: { readonly places: ResolvedPlan }) {
  const tool = useTool();
  const marks: [PlaceSlot, ResolvedPlace | null][] = [
    ['from', places.from],
    ...places.via.map((place, index): [PlaceSlot, ResolvedPlace] => [index, place]),
    ['to', places.to],
  ];
  return marks.map(([slot, place]) =>
    place === null || place.position === null ? null : (
      <Marker
        key={slot}
        longitude={place.position[0]}
        latitude={place.position[1]}
        draggable={tool === null}
        onDragEnd={({ lngLat }) => setPlace(slot, [lngLat.lng, lngLat.lat])}
      >
        <span className="block cursor-grab" title={place.name}>
          <SlotMark slot={slot} />
        </span>
      </Marker>
    ),
  );
}

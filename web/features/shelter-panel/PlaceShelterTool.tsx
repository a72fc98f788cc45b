import { Marker, useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { setTool } from '../../state/tool.ts';
import { placePosition, usePlacedPosition } from './place-draft.ts';

/** Takes the next press on the map for the place of the shelter that is being edited. */
export default function PlaceShelterTool() {
  const { current: map } = useMap();
  const words = useWords();
  const position = usePlacedPosition();
  useEffect(() => {
    if (map === undefined) return;
    const canvas = map.getCanvas();
    canvas.style.cursor = 'crosshair';
    const place = ({ lngLat }: MapMouseEvent) => {
      placePosition([Number(lngLat.lng.toFixed(7)), Number(lngLat.lat.toFixed(7))]);
      // After the click, which would select what lies there.
      setTimeout(() => setTool(null), 0);
    };
    map.on('click', place);
    return () => {
      map.off('click', place);
      canvas.style.cursor = '';
    };
  }, [map]);
  return (
    <>
      <p
        role="status"
        className="absolute top-3 left-1/2 max-w-[90%] -translate-x-1/2 rounded-8 bg-ink px-4 py-2 text-surface"
      >
        {words.shelterEdit.picking}
      </p>
      {position !== null && <Marker longitude={position[0]} latitude={position[1]} />}
    </>
  );
}

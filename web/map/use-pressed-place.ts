import { type MapRef, useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Position } from '#domain/geo/position';

/**
 * Tells of each press on the map, of its middle at Enter, and of Backspace. `onPress` and `onBack` must stay the
 * same functions.
 */
export function usePressedPlace(
  onPress: (position: Position, map: MapRef) => void,
  onBack?: () => void,
): void {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined) return;
    const canvas = map.getCanvas();
    const before = document.activeElement;
    const press = ({ lngLat }: MapMouseEvent) => onPress([lngLat.lng, lngLat.lat], map);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Backspace') onBack?.();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      const { lng, lat } = map.getCenter();
      onPress([lng, lat], map);
    };
    map.on('click', press);
    canvas.addEventListener('keydown', key);
    canvas.style.cursor = 'crosshair';
    canvas.focus();
    return () => {
      map.off('click', press);
      canvas.removeEventListener('keydown', key);
      canvas.style.cursor = '';
      // The keyboard goes back to where the tool was taken from.
      if (document.activeElement === canvas && before instanceof HTMLElement) before.focus();
    };
  }, [map, onPress, onBack]);
}

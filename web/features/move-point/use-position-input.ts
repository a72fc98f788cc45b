import { useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import type { Position } from '#domain/geo/position';
import { rounded, shiftPosition } from './shift-position.ts';

const STEP_METERS = 1;
const LONG_STEP_METERS = 10;
const DIRECTIONS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Presses on the map and arrow keys set the position, wherever the focus is but in a field. */
export function usePositionInput(
  position: Position | null,
  isActive: boolean,
  onPlace: (position: Position) => void,
): void {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined || !isActive) return;
    const canvas = map.getCanvas();
    canvas.style.cursor = 'crosshair';
    const place = ({ lngLat }: MapMouseEvent) => onPlace(rounded([lngLat.lng, lngLat.lat]));
    map.on('click', place);
    return () => {
      map.off('click', place);
      canvas.style.cursor = '';
    };
  }, [map, isActive, onPlace]);
  useEffect(() => {
    if (position === null || !isActive) return;
    const shift = (event: KeyboardEvent) => {
      const direction = DIRECTIONS[event.key];
      if (direction === undefined || isField(event.target) || event.altKey || event.ctrlKey) return;
      // Before the map or a list takes the key for itself.
      event.preventDefault();
      event.stopPropagation();
      const meters = event.shiftKey ? LONG_STEP_METERS : STEP_METERS;
      onPlace(shiftPosition(position, direction[0] * meters, direction[1] * meters));
    };
    document.addEventListener('keydown', shift, true);
    return () => document.removeEventListener('keydown', shift, true);
  }, [position, isActive, onPlace]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

import { useMap } from '@vis.gl/react-maplibre';
import { useEffect } from 'react';
import { noteFirstDrawing } from '../state/first-drawing.ts';

/**
 * `data-drawn` on the map's element while everything asked for is drawn and nothing moves: what measures
 * or takes pictures of the screen waits for it.
 */
export function DrawnSignal() {
  const { current: map } = useMap();
  useEffect(() => {
    if (map === undefined) return;
    const element = map.getContainer();
    const setDrawn = () => {
      element.setAttribute('data-drawn', 'true');
      noteFirstDrawing();
    };
    const setPending = () => element.removeAttribute('data-drawn');
    map.on('idle', setDrawn);
    map.on('dataloading', setPending);
    map.on('movestart', setPending);
    return () => {
      map.off('idle', setDrawn);
      map.off('dataloading', setPending);
      map.off('movestart', setPending);
    };
  }, [map]);
  return null;
}

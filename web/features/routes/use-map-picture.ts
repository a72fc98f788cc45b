import { type MapRef, useMap } from '@vis.gl/react-maplibre';
import { useEffect, useRef } from 'react';
import type { Position } from '#domain/geo/position';
import { beforePrinting } from '../../state/print-order.ts';
import { printedMap } from './route-marks.ts';

/** A place of the route with the letter of its mark. */
export interface LetteredPlace {
  readonly letter: string;
  readonly position: Position;
}

/** Longer nobody waits for a map that is out of sight or does not draw. */
const MOST_WAIT_MILLIS = 3000;
const MARK_RADIUS = 14;

/** Makes a picture of the map for the paper when printing is ordered, with the marks that lie above it. */
export function useMapPicture(places: readonly LetteredPlace[]): void {
  const { current: map } = useMap();
  const latest = useRef(places);
  latest.current = places;
  useEffect(() => {
    if (map === undefined) return;
    const drop = beforePrinting(async () => {
      printedMap.set(await pictureOf(map, latest.current));
    });
    return () => {
      drop();
      printedMap.set(null);
    };
  }, [map]);
}

/** What is drawn can be read only while it is drawn: a browser throws it away after each frame. */
function pictureOf(map: MapRef, places: readonly LetteredPlace[]): Promise<string | null> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(null), MOST_WAIT_MILLIS);
    map.once('render', () => {
      clearTimeout(timer);
      done(draw(map, places));
    });
    map.triggerRepaint();
  });
}

function draw(map: MapRef, places: readonly LetteredPlace[]): string | null {
  const shown = map.getCanvas();
  const canvas = document.createElement('canvas');
  canvas.width = shown.width;
  canvas.height = shown.height;
  const context = canvas.getContext('2d');
  if (context === null || shown.width === 0) return null;
  context.drawImage(shown, 0, 0);
  const ratio = shown.width / shown.clientWidth;
  context.scale(ratio, ratio);
  context.font = 'bold 15px "Noto Sans JP Variable", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { letter, position } of places) {
    const { x, y } = map.project([position[0], position[1]]);
    context.beginPath();
    context.arc(x, y, MARK_RADIUS, 0, 2 * Math.PI);
    context.fillStyle = '#ffffff';
    context.fill();
    context.lineWidth = 3;
    context.strokeStyle = '#0017c1';
    context.stroke();
    context.fillStyle = '#0017c1';
    context.fillText(letter, x, y + 1);
  }
  return canvas.toDataURL('image/png');
}

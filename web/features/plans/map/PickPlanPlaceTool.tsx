import { useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { setTool } from '../../../state/tool.ts';
import { planPick } from './pick-place.ts';

/** Takes the next press on the map, or its middle by Enter, for a place of the plan. */
export default function PickPlanPlaceTool() {
  const { current: map } = useMap();
  const pick = planPick.use();
  useEffect(() => {
    if (map === undefined || pick === null) return;
    const canvas = map.getCanvas();
    const before = document.activeElement;
    const take = (lng: number, lat: number) => {
      pick.take([Number(lng.toFixed(7)), Number(lat.toFixed(7))]);
      // After the click, which would select what lies there.
      setTimeout(() => setTool(null), 0);
    };
    const press = ({ lngLat }: MapMouseEvent) => take(lngLat.lng, lngLat.lat);
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      const { lng, lat } = map.getCenter();
      take(lng, lat);
    };
    map.on('click', press);
    canvas.addEventListener('keydown', enter);
    canvas.style.cursor = 'crosshair';
    canvas.focus();
    return () => {
      map.off('click', press);
      canvas.removeEventListener('keydown', enter);
      canvas.style.cursor = '';
      // The keyboard goes back to where the tool was taken from.
      if (document.activeElement === canvas && before instanceof HTMLElement) before.focus();
    };
  }, [map, pick]);
  return (
    <>
      <svg
        viewBox="0 0 32 32"
        className="pointer-events-none absolute top-1/2 left-1/2 size-8 -translate-1/2"
        aria-hidden="true"
      >
        <path d="M16 2v28M2 16h28" className="stroke-surface" strokeWidth="4" />
        <path d="M16 2v28M2 16h28" className="stroke-ink" strokeWidth="1.5" />
      </svg>
      <div
        role="status"
        className="absolute bottom-3 left-3 z-2 mr-20 max-w-md rounded-8 bg-ink px-4 py-2 text-14 leading-normal text-surface"
      >
        {pick?.hint}
      </div>
    </>
  );
}

import type { Feature } from 'geojson';
import type { Bbox } from '#domain/geo/position';

/** Steps that divide a degree evenly, in seconds of arc. */
const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000];
/** About so many lines across. */
const MOST_LINES = 7;

/** Meridians and parallels in round steps over a box, each with its label at the west or south. */
export function graticuleLines([west, south, east, north]: Bbox): Feature[] {
  const span = Math.max(east - west, north - south) * 3600;
  const step = STEPS_SECONDS.find((seconds) => span / seconds <= MOST_LINES) ?? 18_000;
  const meridians = ticks(west, east, step).map((seconds) =>
    line(seconds, [
      [seconds / 3600, south],
      [seconds / 3600, north],
    ]),
  );
  const parallels = ticks(south, north, step).map((seconds) =>
    line(seconds, [
      [west, seconds / 3600],
      [east, seconds / 3600],
    ]),
  );
  return [...meridians, ...parallels];
}

function ticks(from: number, to: number, step: number): number[] {
  const found: number[] = [];
  for (let seconds = Math.ceil((from * 3600) / step) * step; seconds <= to * 3600; seconds += step)
    found.push(seconds);
  return found;
}

function line(seconds: number, coordinates: number[][]): Feature {
  return {
    type: 'Feature',
    properties: { label: degreesText(seconds / 3600) },
    geometry: { type: 'LineString', coordinates },
  };
}

/** `135.2125` → `135°12′45″`, with tenths of a second where `digits` is 1. */
export function degreesText(degrees: number, digits = 0): string {
  const whole = 10 ** digits;
  const units = Math.round(Math.abs(degrees) * 3600 * whole);
  const seconds = ((units % (60 * whole)) / whole)
    .toFixed(digits)
    .padStart(digits + (digits ? 3 : 2), '0');
  const minutes = String(Math.floor(units / (60 * whole)) % 60).padStart(2, '0');
  return `${degrees < 0 ? '−' : ''}${Math.floor(units / (3600 * whole))}°${minutes}′${seconds}″`;
}

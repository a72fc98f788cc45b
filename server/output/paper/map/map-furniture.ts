import { LABEL_FONTS } from './draw-marks.ts';
import { type MapFrame, scaleBarMeters } from './map-frame.ts';

const label = (x: number, y: number, size: number, text: string) =>
  `<text x="${x}" y="${y}" text-anchor="middle" font-family="${LABEL_FONTS}" font-size="${size}" fill="#000">${text}</text>`;

/** Maps are drawn with north up: it is said all the same, as a sheet is turned in the hand. */
export function drawNorthArrow({ widthMm }: MapFrame): string {
  return `<g transform="translate(${widthMm - 9} 3)"><rect x="-5" y="-.5" width="11" height="15" fill="#fff" fill-opacity=".9"/><path d="M0.5 1L3.6 9L.5 7L-2.6 9Z" fill="#000"/>${label(0.5, 13.4, 3.8, '北')}</g>`;
}

export function drawScaleBar({ heightMm, scale }: MapFrame): string {
  const meters = scaleBarMeters(scale);
  const lengthMm = (meters * 1000) / scale;
  const words = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
  const half = lengthMm / 2;
  return `<g transform="translate(4 ${heightMm - 11})"><rect x="-2" y="-1.5" width="${(lengthMm + 12).toFixed(2)}" height="11" fill="#fff" fill-opacity=".9"/><path d="M0 5V8H${lengthMm.toFixed(2)}V5M${half.toFixed(2)} 6.2V8" fill="none" stroke="#000" stroke-width=".5"/>${label(0.8, 3.6, 3.4, '0')}${label(lengthMm, 3.6, 3.4, words)}</g>`;
}

import type { Position } from '#domain/geo/position';

/** To the centimetre: what is beyond it is noise of the sums, and half of the bytes. */
export const place = ([lng, lat]: Position): [number, number] => [
  Math.round(lng * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
];

/** Of totals, so that a few centimetres inside a zone are not told as none. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** Of what there is one of for each point or step. */
export const roundTenth = (value: number): number => Math.round(value * 10) / 10;

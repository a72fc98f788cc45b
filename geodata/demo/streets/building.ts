import type { Place } from '../frame.ts';

/** A house: a rectangle about its middle, its front along the road. */
export interface Building extends Place {
  /** Direction of the road, radians from east. */
  readonly angle: number;
  readonly frontMeters: number;
  readonly depthMeters: number;
  readonly heightMeters: number;
  /** Number of the road (in the list of chains) that it fronts. */
  readonly road: number;
}

/** Corners of a building, counter-clockwise, not closed. */
export function cornersOf(building: Building): Place[] {
  const { x, y, angle, frontMeters, depthMeters } = building;
  const ux = (Math.cos(angle) * frontMeters) / 2;
  const uy = (Math.sin(angle) * frontMeters) / 2;
  const vx = (-Math.sin(angle) * depthMeters) / 2;
  const vy = (Math.cos(angle) * depthMeters) / 2;
  return [
    { x: x - ux - vx, y: y - uy - vy },
    { x: x + ux - vx, y: y + uy - vy },
    { x: x + ux + vx, y: y + uy + vy },
    { x: x - ux + vx, y: y - uy + vy },
  ];
}

import type { Random } from '../random.ts';
import { fractal, gradientNoise, ridged } from './noise.ts';

export interface TerrainSize {
  readonly widthMeters: number;
  readonly heightMeters: number;
}

interface Bump {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly along: number;
  readonly angle: number;
  readonly amount: number;
}

export interface LandShape {
  /** How strongly the ground rises at a place (metres in): above 0 is land, about 1 on the main ridge. */
  readonly rise: (x: number, y: number) => number;
  /** 1 in the middle of the sinking basin that the rivers fill, 0 far from it. */
  readonly basin: (x: number, y: number) => number;
}

/**
 * A long island whose ridge lies near the north coast, so that the long valleys and the bays
 * open to the south.
 */
export function landShape(size: TerrainSize, random: Random): LandShape {
  const warp = fractal(gradientNoise(random.fork('warp')), 4);
  const crest = ridged(gradientNoise(random.fork('crest')), 3);
  const phase = random.between(-1, 1);
  const bumps = [...bays(random.fork('bays')), ...capes(random.fork('capes'))];
  const main = bumps[0]!;
  /** Behind the head of the main bay the ground hardly rises: the rivers will fill it. */
  const plain: Bump = { ...main, y: main.y + 0.21, across: 0.17, along: 0.23, angle: 0, amount: 1 };
  const rise = (meterX: number, meterY: number) => {
    const x = meterX / size.widthMeters;
    const y = meterY / size.heightMeters;
    const wx = x + 0.035 * warp(x * 5, y * 5) + 0.012 * warp(x * 17, y * 17);
    const wy = y + 0.045 * warp(x * 5 + 40, y * 5) + 0.014 * warp(x * 17 + 40, y * 17);
    const dx = (wx - 0.5) / 0.455;
    const dy = (wy - 0.53) / 0.4;
    let land = 1 - (Math.abs(dx) ** 2.4 + Math.abs(dy) ** 2.4);
    for (const bump of bumps) land += bump.amount * bell(bump, wx, wy);
    // Nothing reaches the rim of the map.
    const margin = Math.min(x, 1 - x, y, 1 - y);
    land -= 2.5 * Math.max(0, 0.055 - margin) * 18;
    if (land <= 0) return land;
    const tilt = Math.exp(-(((wy - 0.68 - 0.06 * Math.sin(7 * wx + phase)) / 0.17) ** 2));
    const hills = 0.4 + 0.25 * Math.max(0, warp(x * 3 + 90, y * 3) + 0.3);
    const ridge = (hills + 0.95 * tilt) * (1 - 0.93 * bell(plain, x, y));
    const knobs = 1 + 0.8 * warp(x * 31 + 7, y * 26) * (1 - 0.7 * tilt);
    return 0.012 + Math.min(1, land * 1.6) * ridge * knobs * (0.4 + 0.85 * crest(x * 4.2, y * 4.2));
  };
  return { rise, basin: (x, y) => bell(plain, x / size.widthMeters, y / size.heightMeters) };
}

function bell(bump: Bump, x: number, y: number): number {
  const cos = Math.cos(bump.angle);
  const sin = Math.sin(bump.angle);
  const u = ((x - bump.x) * cos + (y - bump.y) * sin) / bump.along;
  const v = ((y - bump.y) * cos - (x - bump.x) * sin) / bump.across;
  return Math.exp(-(u * u + v * v));
}

/** One wide bay in the south that the city lies on, and smaller ones around. */
function bays(random: Random): Bump[] {
  const main: Bump = {
    x: random.between(0.5, 0.58),
    y: random.between(0.13, 0.18),
    across: 0.13,
    along: 0.19,
    angle: random.between(1.3, 1.9),
    amount: -1.9,
  };
  const small = [0.16, 0.3, 0.76, 0.9].map((x) => ({
    x: x + random.between(-0.04, 0.04),
    y: random.between(0.14, 0.24),
    across: random.between(0.03, 0.055),
    along: random.between(0.08, 0.15),
    angle: random.between(1.2, 2),
    amount: random.between(-1.3, -0.9),
  }));
  const north = [0.3, 0.7].map((x) => ({
    x: x + random.between(-0.08, 0.08),
    y: random.between(0.9, 0.95),
    across: random.between(0.05, 0.08),
    along: random.between(0.06, 0.1),
    angle: random.between(1.2, 2),
    amount: -0.9,
  }));
  return [main, ...small, ...north];
}

/** Capes that shelter the bays, and islets off the shore. */
function capes(random: Random): Bump[] {
  const heads = [0.36, 0.7].map((x) => ({
    x: x + random.between(-0.02, 0.02),
    y: random.between(0.15, 0.19),
    across: random.between(0.035, 0.05),
    along: random.between(0.09, 0.12),
    angle: random.between(1.3, 1.9),
    amount: random.between(0.75, 1),
  }));
  const islets = [0.46, 0.55, 0.83].map((x) => ({
    x: x + random.between(-0.03, 0.03),
    y: random.between(0.075, 0.11),
    across: random.between(0.018, 0.03),
    along: random.between(0.025, 0.04),
    angle: random.between(0, 3),
    amount: random.between(1.6, 2.4),
  }));
  return [...heads, ...islets];
}

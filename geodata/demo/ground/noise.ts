import type { Random } from '../random.ts';

/** A smooth random field; `x` and `y` in lattice units, values about −1 to 1. */
export type Noise = (x: number, y: number) => number;

/** Gradient noise (Perlin 2002) over a shuffled lattice of 256 × 256. */
export function gradientNoise(random: Random): Noise {
  const order = random.shuffled([...Array(256).keys()]);
  const permutation = Uint8Array.from([...order, ...order]);
  const gradientX = new Float64Array(256);
  const gradientY = new Float64Array(256);
  for (let i = 0; i < 256; i += 1) {
    const angle = random.between(0, 2 * Math.PI);
    gradientX[i] = Math.cos(angle);
    gradientY[i] = Math.sin(angle);
  }
  const corner = (ix: number, iy: number, dx: number, dy: number) => {
    const at = permutation[permutation[ix & 255]! + (iy & 255)]!;
    return gradientX[at]! * dx + gradientY[at]! * dy;
  };
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const dx = x - ix;
    const dy = y - iy;
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    const south = (1 - u) * corner(ix, iy, dx, dy) + u * corner(ix + 1, iy, dx - 1, dy);
    const north =
      (1 - u) * corner(ix, iy + 1, dx, dy - 1) + u * corner(ix + 1, iy + 1, dx - 1, dy - 1);
    return 1.5 * ((1 - v) * south + v * north);
  };
}

/** Octaves of a noise, each twice as fine and half as strong. */
export function fractal(noise: Noise, octaves: number): Noise {
  return (x, y) => {
    let sum = 0;
    let weight = 1;
    let total = 0;
    for (let octave = 0; octave < octaves; octave += 1) {
      const scale = 2 ** octave;
      sum += weight * noise(x * scale + octave * 17.3, y * scale - octave * 9.1);
      total += weight;
      weight /= 2;
    }
    return sum / total;
  };
}

/** Sharp crests where the noise changes sign; values 0 to 1. */
export function ridged(noise: Noise, octaves: number): Noise {
  const many = fractal((x, y) => 1 - 2 * Math.abs(noise(x, y)), octaves);
  return (x, y) => 0.5 + 0.5 * many(x, y);
}

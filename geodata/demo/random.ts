/** Uniform random numbers in [0, 1) from a seed; the only source of chance of the demo city. */
export interface Random {
  next(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Integer in [from, to], both included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  /** About normal with mean 0 and deviation 1. */
  normal(): number;
  pick<T>(from: readonly T[]): T;
  /** One of `from`, each as likely as its weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  shuffled<T>(items: readonly T[]): T[];
  /** An independent sequence by name, so that one part of the city does not stir the others. */
  fork(name: string): Random;
}

/** A generator for a seed text (xoshiro128**, Blackman & Vigna 2018, seeded by FNV-1a and SplitMix32). */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  const spread = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, d] = [spread(), spread(), spread(), spread()];
  const next = () => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 4294967296;
  };
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('pick: expected at least one item, got none');
    return from[Math.floor(next() * from.length)]!;
  };
  return {
    next,
    pick,
    between: (from, to) => from + (to - from) * next(),
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    normal: () => next() + next() + next() + next() + next() + next() - 3,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of from) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(from)[0];
    },
    shuffled: (items) => {
      const all = [...items];
      for (let i = all.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [all[i], all[j]] = [all[j]!, all[i]!];
      }
      return all;
    },
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

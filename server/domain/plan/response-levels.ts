import type { LevelInForce, WarningLevel } from '../warning/warning-level.ts';
import { WARNING_LEVELS } from '../warning/warning-level.ts';

/** A level that a response goes by, and since when (ISO 8601). Levels are added as they are raised. */
export interface ResponseLevel extends LevelInForce {
  readonly since: string;
}

/** Since when a level, or a graver one, is in force in a district; null = it is not. */
export function reachedSince(
  levels: readonly ResponseLevel[],
  district: string | null,
  least: number,
): string | null {
  let first: string | null = null;
  for (const { level, districts, since } of levels) {
    const isHere = districts === null || (district !== null && districts.includes(district));
    if (!isHere || level < least) continue;
    if (first === null || Date.parse(since) < Date.parse(first)) first = since;
  }
  return first;
}

export type ReadLevels =
  | { readonly ok: true; readonly levels: readonly LevelInForce[] }
  | { readonly ok: false; readonly lines: readonly number[]; readonly unknown: readonly string[] };

/**
 * Levels of a CSV with a district and a level on each line, as offices send them round: a first line that
 * names the columns, wide figures, and "レベル3" for 3 are read. Lines count from 1.
 */
export function readLevels(text: string, districts: readonly string[]): ReadLevels {
  const known = new Set(districts);
  const byLevel = new Map<WarningLevel, string[]>();
  const wrong: number[] = [];
  const unknown: string[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '') continue;
    const [name = '', said = ''] = line
      .split(/[,\t、]/)
      .map((cell) => cell.replace(/"/g, '').trim());
    const figure = Number(/[2-5]$/.exec(said.normalize('NFKC'))?.[0]);
    const level = WARNING_LEVELS.find((one) => one === figure);
    if (level === undefined || name === '') {
      if (at > 0) wrong.push(at + 1);
    } else if (!known.has(name)) unknown.push(name);
    else byLevel.set(level, [...(byLevel.get(level) ?? []), name]);
  }
  if (wrong.length > 0 || unknown.length > 0 || byLevel.size === 0)
    return { ok: false, lines: byLevel.size === 0 && wrong.length === 0 ? [1] : wrong, unknown };
  const levels = [...byLevel].map(([level, names]) => ({ level, districts: [...new Set(names)] }));
  return { ok: true, levels: levels.sort((a, b) => a.level - b.level) };
}

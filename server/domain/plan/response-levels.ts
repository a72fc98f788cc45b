import type { LevelInForce, WarningLevel } from '../warning/warning-level.ts';
import { WARNING_LEVELS } from '../warning/warning-level.ts';

/** The gravest level that is in force in a district; null = none. */
export function levelIn(
  levels: readonly LevelInForce[],
  district: string | null,
): WarningLevel | null {
  let gravest: WarningLevel | null = null;
  for (const { level, districts } of levels) {
    const isHere = districts === null || (district !== null && districts.includes(district));
    if (isHere && (gravest === null || level > gravest)) gravest = level;
  }
  return gravest;
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

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

export const REFUSED_LEVEL_LINES = [
  'no-district',
  'unknown-district',
  'no-level',
  'twice',
] as const;

/** A line that sets no level, and why. */
export interface RefusedLevelLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly why: (typeof REFUSED_LEVEL_LINES)[number];
}
export type ReadLevels =
  | { readonly ok: true; readonly levels: readonly LevelInForce[] }
  | { readonly ok: false; readonly refused: readonly RefusedLevelLine[] };

/**
 * Levels of a CSV with a district and a level on each line, as offices send them round: a first line that
 * names the columns, wide figures, and "レベル3" for 3 are read. All of it or nothing: a district that was left out
 * because of its line would go by no level.
 */
export function readLevels(text: string, districts: readonly string[]): ReadLevels {
  const known = new Set(districts);
  const byDistrict = new Map<string, WarningLevel>();
  const refused: RefusedLevelLine[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [name = '', said = ''] = line
      .split(/[,\t、]/)
      .map((cell) => cell.replace(/"/g, '').trim());
    const level = levelIn(said);
    // The first line may name the columns.
    if (at === 0 && level === null && !known.has(name)) continue;
    const before = byDistrict.get(name);
    const why =
      name === ''
        ? 'no-district'
        : !known.has(name)
          ? 'unknown-district'
          : level === null
            ? 'no-level'
            : before !== undefined && before !== level
              ? 'twice'
              : null;
    if (why !== null) refused.push({ line: at + 1, text: line.trim().slice(0, 60), why });
    else if (level !== null) byDistrict.set(name, level);
  }
  if (refused.length > 0) return { ok: false, refused };
  if (byDistrict.size === 0)
    return {
      ok: false,
      refused: [{ line: 1, text: (lines[0] ?? '').trim().slice(0, 60), why: 'no-district' }],
    };
  const levels = WARNING_LEVELS.flatMap((level) => {
    const named = [...byDistrict].filter(([, one]) => one === level).map(([name]) => name);
    return named.length === 0 ? [] : [{ level, districts: named }];
  });
  return { ok: true, levels: levels.sort((a, b) => a.level - b.level) };
}

/** "4", "レベル4", "警戒レベル4"; null where it says none of them. */
function levelIn(said: string): WarningLevel | null {
  const figure = /^(?:警戒)?(?:レベル|level)?\s*(\d)$/i.exec(said.normalize('NFKC'))?.[1];
  return WARNING_LEVELS.find((one) => String(one) === figure) ?? null;
}

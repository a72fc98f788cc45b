import { type LevelInForce, WARNING_LEVEL_NAMES } from '#domain/warning/warning-level';
import type { Words } from '../i18n/words.ts';

/** The levels in force in one line, the gravest first, or that there is none. */
export function warningText(levels: readonly LevelInForce[], words: Words): string {
  const say = words.settings.warning;
  if (levels.length === 0) return say.line(say.noneDeclared);
  const named = levels
    .toSorted((a, b) => b.level - a.level)
    .map(({ level, districts }) =>
      say.badge(
        level,
        words.pick(WARNING_LEVEL_NAMES[level]),
        districts === null ? say.everywhere : districts.join(words.dot.trim()),
      ),
    );
  return named.join(words.dot);
}

import type { Bilingual } from '../resident/labels.ts';

/** 警戒レベル that a municipality can have in force; level 1 asks nothing of residents. */
export const WARNING_LEVELS = [2, 3, 4, 5] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/**
 * What each level asks of people, in the words of 災害対策基本法 art. 56 and 60 and the Cabinet Office's
 * guideline on evacuation information. People who need support leave at level 3.
 */
export const WARNING_LEVEL_NAMES: Readonly<Record<WarningLevel, Bilingual>> = {
  2: { ja: '避難行動の確認', en: 'Check how to evacuate' },
  3: { ja: '高齢者等避難', en: 'Evacuation of the elderly and others' },
  4: { ja: '避難指示', en: 'Evacuation order' },
  5: { ja: '緊急安全確保', en: 'Emergency: save your life at once' },
};

/** One level, and where it is in force. */
export interface LevelInForce {
  readonly level: WarningLevel;
  /** Names of districts; null = all of the municipality. */
  readonly districts: readonly string[] | null;
}

/** The gravest level in force; null where there is none. */
export function gravest(levels: readonly LevelInForce[]): LevelInForce | null {
  return levels.reduce<LevelInForce | null>(
    (graver, one) => (graver === null || one.level > graver.level ? one : graver),
    null,
  );
}

import type { Position } from '#domain/geo/position';

/** A place of a gazetteer: a town (大字・町丁目, perhaps with its 小字), or a block of one. */
export interface GazetteerEntry {
  /** `null` where the file leaves it out (lists of one city). */
  readonly prefecture: string | null;
  readonly city: string | null;
  /** 大字・町丁目 as the file writes it: 阿品二丁目. */
  readonly town: string;
  /** 小字・通称名. */
  readonly koaza: string | null;
  /** 街区符号 or 地番 as the file writes it. */
  readonly block: string | null;
  readonly position: Position;
  readonly level: 'block' | 'town';
}

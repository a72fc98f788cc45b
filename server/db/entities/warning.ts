import { EntitySchema } from 'typeorm';
import type { LevelInForce } from '#domain/warning/warning-level';
import { integer, json, KEY, municipalityCode, text, timestamp } from './columns.ts';

export interface WarningLevelRow {
  municipalityCode: string;
  ordinal: number;
  levels: readonly LevelInForce[];
  note: string;
  setBy: string;
  setAt: Date;
}
export const WarningLevel = new EntitySchema<WarningLevelRow>({
  name: 'warning_level',
  columns: {
    municipalityCode,
    ordinal: integer('ordinal', KEY),
    levels: json('levels'),
    note: text('note'),
    setBy: text('set_by'),
    setAt: timestamp('set_at'),
  },
});

import { EntitySchema } from 'typeorm';
import type { Removed } from '#contract/retention';
import type { Retained } from '#domain/access/retention';
import {
  boolean,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
} from './columns.ts';

interface RetentionRuleRow {
  municipalityCode: string;
  what: Retained;
  version: number;
  days: number | null;
  isDaily: boolean;
  setAt: Date | null;
  setBy: string | null;
  lastDailyAt: Date | null;
}
export const RetentionRule = new EntitySchema<RetentionRuleRow>({
  name: 'retention_rule',
  columns: {
    municipalityCode,
    what: text('what', KEY),
    version: integer('version'),
    days: integer('days', NULLABLE),
    isDaily: boolean('is_daily'),
    setAt: timestamp('set_at', NULLABLE),
    setBy: text('set_by', NULLABLE),
    lastDailyAt: timestamp('last_daily_at', NULLABLE),
  },
});

interface RetentionRunRow {
  municipalityCode: string;
  id: string;
  orderedAt: Date;
  orderedBy: string;
  dueAt: Date;
  calledOffAt: Date | null;
  doneAt: Date | null;
  removed: Removed | null;
}
export const RetentionRun = new EntitySchema<RetentionRunRow>({
  name: 'retention_run',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    orderedAt: timestamp('ordered_at'),
    orderedBy: text('ordered_by'),
    dueAt: timestamp('due_at'),
    calledOffAt: timestamp('called_off_at', NULLABLE),
    doneAt: timestamp('done_at', NULLABLE),
    removed: json('removed', NULLABLE),
  },
});

import { KEY, NULLABLE, text, timestamp, uuid } from './columns.ts';

/** Columns that tables of drills share. */
export const drillId = uuid('drill_id', KEY);
export const saved = { savedAt: timestamp('saved_at'), savedBy: text('saved_by') };
export const removedAt = timestamp('removed_at', NULLABLE);
export interface Saved {
  savedAt: Date;
  savedBy: string;
}

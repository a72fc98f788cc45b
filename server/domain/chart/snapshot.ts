import type { Bilingual } from '../resident/labels.ts';

/** What the figures of a month rest on. Dates are YYYY-MM-DD; null = the files do not say. */
export interface SnapshotBasis {
  readonly zones: { readonly version: number; readonly asOf: string | null };
  readonly roster: { readonly version: number; readonly asOf: string | null };
  readonly criteria: { readonly id: string; readonly version: number };
  readonly roads: { readonly version: number };
  readonly items: { readonly version: number };
  /** Version of the boundaries, and names in force then. */
  readonly districts: { readonly version: number; readonly names: readonly string[] };
}

export const CHANGE_KINDS = [
  'zones',
  'criteria',
  'roster',
  'roads',
  'items',
  'districts-redrawn',
  'districts-added',
  'districts-gone',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Why figures of two months may differ for another reason than that things have changed. */
export interface BasisChange {
  readonly kind: ChangeKind;
  readonly words: Bilingual;
}

const dated = (ja: string, en: string, from: string | null, to: string | null): Bilingual => ({
  ja: `${ja}(${from ?? '時点不明'} → ${to ?? '時点不明'})`,
  en: `${en} (${from ?? 'no date'} → ${to ?? 'no date'})`,
});

/** What changed of what the figures rest on, from one month to a later one. */
export function changesBetween(before: SnapshotBasis, after: SnapshotBasis): BasisChange[] {
  const changes: BasisChange[] = [];
  const add = (kind: ChangeKind, words: Bilingual) => changes.push({ kind, words });
  if (before.zones.version !== after.zones.version)
    add(
      'zones',
      dated('区域データが新しくなった', 'New zone data', before.zones.asOf, after.zones.asOf),
    );
  if (
    before.criteria.id !== after.criteria.id ||
    before.criteria.version !== after.criteria.version
  )
    add('criteria', {
      ja: `優先順位の基準が変わった(第${before.criteria.version}版 → 第${after.criteria.version}版)`,
      en: `Criteria changed (version ${before.criteria.version} → ${after.criteria.version})`,
    });
  if (before.roster.version !== after.roster.version)
    add('roster', dated('名簿が新しくなった', 'New roster', before.roster.asOf, after.roster.asOf));
  if (before.roads.version !== after.roads.version)
    add('roads', { ja: '道路データが新しくなった', en: 'New road data' });
  if (before.items.version !== after.items.version)
    add('items', { ja: 'カルテの項目が変わった', en: 'The items of the chart changed' });
  const [former, latter] = [new Set(before.districts.names), new Set(after.districts.names)];
  const gone = [...former].filter((name) => !latter.has(name));
  const added = [...latter].filter((name) => !former.has(name));
  if (gone.length > 0)
    add('districts-gone', {
      ja: `なくなった地区: ${gone.join('、')}`,
      en: `Districts that are no more: ${gone.join(', ')}`,
    });
  if (added.length > 0)
    add('districts-added', {
      ja: `新しい地区: ${added.join('、')}`,
      en: `New districts: ${added.join(', ')}`,
    });
  if (before.districts.version !== after.districts.version)
    add('districts-redrawn', {
      ja: '地区の境界が引き直された。前の月とは範囲が違うことがあります',
      en: 'Districts were redrawn: the area may not be that of the month before',
    });
  return changes;
}

/** The first of the month of a day (YYYY-MM-DD). */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

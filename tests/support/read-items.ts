import type { ImportItem, OpenedSource, SourceMetadata } from '#geodata/item';

export interface ReadSource<T> {
  readonly items: readonly ImportItem<T>[];
  readonly values: readonly T[];
  readonly metadata: SourceMetadata;
  /** How often each outcome came. */
  readonly counts: Readonly<Partial<Record<ImportItem<T>['outcome'], number>>>;
}

/** Reads a source to its end. */
export async function readItems<T>(source: OpenedSource<T>): Promise<ReadSource<T>> {
  const items: ImportItem<T>[] = [];
  const counts: Partial<Record<ImportItem<T>['outcome'], number>> = {};
  for await (const item of source.items) {
    items.push(item);
    counts[item.outcome] = (counts[item.outcome] ?? 0) + 1;
  }
  const values = items.flatMap((item) => ('value' in item ? [item.value] : []));
  return { items, values, metadata: source.metadata(), counts };
}

/** Codes of the reason of a rejected or skipped item, or of the repairs of a repaired one. */
export function reasonCodes(item: ImportItem<unknown> | undefined): string[] {
  if (item === undefined || item.outcome === 'accepted') return [];
  const reasons = item.outcome === 'repaired' ? item.repairs : [item.reason];
  return reasons.map((reason) => ('code' in reason ? String(reason.code) : reason.en));
}

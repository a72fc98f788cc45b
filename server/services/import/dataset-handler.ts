import type { DatasetDifference, ImportReport } from '#contract/dataset';
import type { MultiPolygon } from '#domain/geo/position';
import type { Bilingual, ImportReason } from '#geodata/item';
import type { Queryable, Transaction } from '../../db/database.ts';

export interface ItemToStage<V> {
  readonly recordNumber: number;
  readonly value: V;
}

/** What the database made of an item: kept as it was, kept but mended, or rejected. */
export type Verdict =
  | { readonly kept: true; readonly repair: Bilingual | null }
  | {
      readonly kept: false;
      readonly reason: ImportReason;
      /** The record for people; else as JSON. */
      readonly raw?: string;
    };

export const KEPT: Verdict = { kept: true, repair: null };

export function countVertices({ coordinates }: MultiPolygon): number {
  let vertices = 0;
  for (const polygon of coordinates) for (const ring of polygon) vertices += ring.length;
  return vertices;
}

/** What one kind of data needs on its way from a file into force. */
export interface DatasetHandler<V> {
  /** A second record of the same key is rejected. */
  keyOf(value: V): string | null;
  /** Vertices, where values have them: what makes a batch heavy. */
  weightOf(value: V): number;
  /** Stores a batch under the dataset; a verdict for each item in order. */
  stage(tx: Queryable, items: readonly ItemToStage<V>[]): Promise<readonly Verdict[]>;
  /** The scope that the content calls for where the caller names none. */
  scope(): string;
  /** Against the dataset in force (null: none). */
  difference(tx: Queryable, formerId: string | null): Promise<DatasetDifference>;
  /** Things to say that only show when all is staged. */
  notes(tx: Queryable): Promise<readonly Bilingual[]>;
  /**
   * What somebody has to confirm before the data can go into force, seen when all is staged; `skipped`:
   * how many records were left out as they lie elsewhere. null: nothing.
   */
  confirmation(tx: Queryable, skipped: number): Promise<ImportReport['confirmation']>;
  /** What else the swap does, in its transaction. */
  apply(tx: Transaction): Promise<void>;
}

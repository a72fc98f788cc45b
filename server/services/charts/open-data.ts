import type { z } from 'zod';
import type { releaseSchema } from '#contract/chart';
import type { CatalogueEntry } from '#domain/chart/catalogue';
import type { Queryable } from '../../db/database.ts';
import * as releases from '../../db/queries/charts/releases.ts';

/** Releases that are offered, newest first. */
export async function listReleases(database: Queryable, code: string): Promise<CatalogueEntry[]> {
  const all = await releases.listReleases(database, code);
  return all
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ month, publishedAt }) => ({ month, publishedAt: publishedAt.toISOString() }));
}

/** Null where that month is not offered. */
export async function findRelease(
  database: Queryable,
  code: string,
  month: string,
): Promise<z.output<typeof releaseSchema> | null> {
  const found = await releases.findRelease(database, code, month);
  if (found === null) return null;
  const { items, districts, city } = found.document;
  return {
    month,
    items: [...items],
    districts: [...districts],
    city,
  };
}

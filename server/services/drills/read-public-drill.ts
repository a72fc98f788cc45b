import type { PublicDrillList } from '#contract/drill-publication';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import type { Database } from '../../db/database.ts';
import { findPublicDrill, listPublicDrills } from '../../db/queries/drills/drill-publications.ts';

/** What anybody gets to see of a drill, without a session. */
export type PublicDrillFound =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withdrawn'; readonly at: Date; readonly reason: string }
  | {
      readonly kind: 'published';
      readonly municipality: string;
      readonly result: PublicDrillResult;
      readonly publishedAt: Date;
    };

export async function readPublicDrill(database: Database, id: string): Promise<PublicDrillFound> {
  const found = await findPublicDrill(database, id);
  if (found === null) return { kind: 'unknown' };
  const { municipality, result, approvedAt, withdrawnAt, withdrawnReason } = found;
  if (withdrawnAt !== null)
    return { kind: 'withdrawn', at: withdrawnAt, reason: withdrawnReason ?? '' };
  return { kind: 'published', municipality, result, publishedAt: approvedAt };
}

/** Published results of all municipalities of this installation, which anybody gets to see: nothing else of a drill. */
export async function readPublicDrills(database: Database): Promise<PublicDrillList['drills']> {
  const found = await listPublicDrills(database);
  return found.map(({ id, approvedAt, shelters, ...one }) => ({
    ...{ id, ...one, shelters: [...shelters] },
    publishedAt: approvedAt.toISOString(),
    address: `/public/drills/${id}`,
  }));
}

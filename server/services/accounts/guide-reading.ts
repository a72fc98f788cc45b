import type { z } from 'zod';
import type { guideReadingSchema } from '#contract/guide';
import { guideVersion, needsGuide } from '#domain/access/guide';
import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findGuideReading, insertGuideReading } from '../../db/queries/accounts/guide-readings.ts';

type Reading = z.input<typeof guideReadingSchema>;

/** Whether whoever is signed in has read the guide of their role, as it is now. */
export async function guideReading(
  database: Database,
  { role, accountId }: Pick<Actor, 'role' | 'accountId'>,
): Promise<Reading> {
  if (role === 'system') return { role, version: 0, readAt: null, isDue: false };
  const version = guideVersion(role);
  const readAt =
    accountId === null ? null : await findGuideReading(database, accountId, role, version);
  const isDue = accountId !== null && readAt === null && needsGuide(role);
  return { role, version, readAt: readAt?.toISOString() ?? null, isDue };
}

/** Records that it was read. One that has changed meanwhile is still to be read. */
export async function recordGuideReading(
  database: Database,
  actor: Pick<Actor, 'role' | 'accountId'>,
  version: number,
  now: Date,
): Promise<Reading> {
  const { role, accountId } = actor;
  if (role !== 'system' && accountId !== null && version === guideVersion(role))
    await insertGuideReading(database, accountId, role, version, now);
  return guideReading(database, actor);
}

import { randomUUID } from 'node:crypto';
import { SCAN_MEDIA_TYPES } from '#contract/access';
import { ACCESS_FAILURES } from '#domain/access/access-failures';
import type { ConsentPurpose } from '#domain/access/consent';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor } from '../db/actor.ts';
import { findScan, insertScan, markScanRemoved } from '../db/queries/consent-scans.ts';
import { hasResident } from '../db/queries/consents.ts';
import type { ServiceContext } from './context.ts';
import { recogniseMediaType } from './recognise-media-type.ts';

interface Whose {
  readonly residentId: string;
  readonly purpose: ConsentPurpose;
}
/** Attaches the paper of a consent as it was scanned. */
export async function addConsentScan(
  { database, actor }: ServiceContext,
  code: string,
  whose: Whose,
  content: Buffer,
): Promise<Result<null>> {
  const mediaType = recogniseMediaType(content, SCAN_MEDIA_TYPES);
  if (mediaType === null) return failure(ACCESS_FAILURES.scanUnreadable());
  const problem = await withActor<Problem | null>(database, actor, code, async (tx) => {
    if (!(await hasResident(tx, code, whose.residentId))) return PROBLEMS.residentUnknown();
    const key = { ...whose, id: randomUUID() };
    await insertScan(tx, code, key, { mediaType, content, by: actor.name });
    return null;
  });
  return problem === null ? success(null) : failure(problem);
}

export async function readConsentScan(
  { database, actor }: ServiceContext,
  code: string,
  key: Whose & { readonly id: string },
): Promise<Result<{ readonly mediaType: string; readonly content: Buffer }>> {
  const scan = await withActor(database, actor, code, (tx) => findScan(tx, code, key));
  return scan === null ? failure(ACCESS_FAILURES.scanUnknown()) : success(scan);
}

/** Takes a scan away, or that back. */
export async function setScanRemoved(
  { database, actor }: ServiceContext,
  code: string,
  key: Whose & { readonly id: string },
  isRemoved: boolean,
): Promise<Result<null>> {
  const isDone = await withActor(database, actor, code, (tx) =>
    markScanRemoved(tx, code, key, isRemoved),
  );
  return isDone ? success(null) : failure(ACCESS_FAILURES.scanUnknown());
}

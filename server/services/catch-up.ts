import { findLatestRun } from '../db/queries/assessments.ts';
import { readDataVersions } from '../db/queries/data-versions.ts';
import { listMunicipalityCodes } from '../db/queries/municipalities.ts';
import { CHECKED_TOPICS } from './assess-municipality.ts';
import type { ServiceContext } from './context.ts';
import { followUp } from './follow-up.ts';

/**
 * Does at start what a process that was killed left undone: the check and ranking of municipalities
 * whose data are newer than their last check. Returns their codes.
 */
export async function catchUp(context: ServiceContext): Promise<readonly string[]> {
  const behind: string[] = [];
  for (const code of await listMunicipalityCodes(context.database)) {
    const now = await readDataVersions(context.database, code);
    const latest = await findLatestRun(context.database, code);
    const hasData = CHECKED_TOPICS.some(
      (topic) => topic !== 'settings' && now[topic] !== undefined,
    );
    const isCurrent =
      latest !== null && CHECKED_TOPICS.every((topic) => latest.dataVersions[topic] === now[topic]);
    if (!hasData || isCurrent) continue;
    behind.push(code);
    await followUp(context, code, 'zones', {});
  }
  return behind;
}

import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  changeSiteOverrideSchema,
  newSiteOverrideSchema,
  takeBackSiteOverrideSchema,
} from '#contract/site-override';
import { failure, type Problem, type Result, success } from '#domain/problem';
import type { SiteFacts } from '#domain/road/override';
import { OVERRIDE_FAILURES } from '#domain/road/override-failures';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import { withActor } from '../db/actor.ts';
import type { Transaction } from '../db/database.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  findSiteOverride,
  insertSiteOverride,
  setSiteOverrideTakenBack,
  updateSiteOverride,
} from '../db/queries/site-overrides.ts';
import type { ServiceContext } from './context.ts';

/** Records what was found on a road; it bears on routes from the next question on. Answers its id. */
export async function createSiteOverride(
  { database, actor }: ServiceContext,
  code: string,
  override: z.output<typeof newSiteOverrideSchema>,
): Promise<Result<string>> {
  const wrong = mistakeIn(override.facts);
  if (wrong !== null) return failure(wrong);
  const id = randomUUID();
  await withActor(database, actor, code, async (tx) => {
    await insertSiteOverride(tx, code, id, override, actor);
    await raiseDataVersions(tx, code, ['site-overrides']);
  });
  return success(id);
}

/** Says something else of the road. Where somebody else changed it since `version`, nothing is written. */
export async function changeSiteOverride(
  context: ServiceContext,
  code: string,
  id: string,
  { version, ...said }: z.output<typeof changeSiteOverrideSchema>,
): Promise<Result<string>> {
  const wrong = mistakeIn(said.facts);
  if (wrong !== null) return failure(wrong);
  return change(context, code, id, (tx) =>
    updateSiteOverride(tx, code, id, version, said, context.actor),
  );
}

/** Takes what was said back, or lets it hold again; it is kept either way, and its history with it. */
export function takeBackSiteOverride(
  context: ServiceContext,
  code: string,
  id: string,
  { version, isTakenBack }: z.output<typeof takeBackSiteOverrideSchema>,
): Promise<Result<string>> {
  return change(context, code, id, (tx) =>
    setSiteOverrideTakenBack(tx, code, id, version, isTakenBack, context.actor),
  );
}

function change(
  { database, actor }: ServiceContext,
  code: string,
  id: string,
  write: (tx: Transaction) => Promise<boolean>,
): Promise<Result<string>> {
  return withActor(database, actor, code, async (tx): Promise<Result<string>> => {
    if ((await findSiteOverride(tx, code, id)) === null)
      return failure(OVERRIDE_FAILURES.unknown());
    if (!(await write(tx))) return failure(OVERRIDE_FAILURES.stale());
    await raiseDataVersions(tx, code, ['site-overrides']);
    return success(id);
  });
}

function mistakeIn({ passability }: SiteFacts): Problem | null {
  const known = new Set(TRAVEL_PROFILES.map(({ id }) => id));
  const stranger = passability.find(({ profileId }) => !known.has(profileId));
  return stranger === undefined ? null : OVERRIDE_FAILURES.profileUnknown(stranger.profileId);
}

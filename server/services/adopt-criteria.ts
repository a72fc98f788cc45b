import type { CriteriaRef } from '#contract/criteria-desk';
import { criteriaOf } from '#domain/priority/content';
import { contentErrors } from '#domain/priority/content-errors';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { CRITERIA_FAILURES } from '#domain/priority/criteria-failures';
import { PRESETS } from '#domain/priority/presets';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import type { Transaction } from '../db/database.ts';
import { insertAdoption, newestCriteriaVersion } from '../db/queries/criteria-adoptions.ts';
import { findDraft, markDraftRemoved } from '../db/queries/criteria-drafts.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import {
  insertCriteria,
  lockMunicipality,
  type MunicipalityRecord,
  updateSettings,
} from '../db/queries/municipalities.ts';
import { selectCriteriaVersion } from '../db/queries/read/criteria.ts';
import type { ServiceContext } from './context.ts';
import { isPreset } from './criteria-drafts.ts';

/** Who decided what, from when. */
export interface Decision {
  readonly municipalityVersion: number;
  readonly adoptedBy: string;
  /** YYYY-MM-DD, today at the latest: everybody is ranked by the criteria at once. */
  readonly effectiveOn: string;
  readonly note: string;
}

export interface Adopted {
  readonly criteria: CriteriaRef;
  readonly municipalityVersion: number;
}

/** Puts a draft in force as the next version of its criteria; the caller then ranks everybody. */
export function adoptDraft(
  context: ServiceContext,
  code: string,
  draftId: string,
  decision: Decision & { readonly draftVersion: number },
): Promise<Result<Adopted>> {
  return decide(context, code, decision, async (tx) => {
    const draft = await findDraft(tx, code, draftId);
    if (draft === null) return failure(CRITERIA_FAILURES.draftUnknown());
    if (draft.version !== decision.draftVersion) return failure(CRITERIA_FAILURES.draftStale());
    const errors = contentErrors(draft.document);
    if (errors.length > 0) return failure(CRITERIA_FAILURES.notFinished(errors));
    const id = draft.criteriaId;
    const version = (await newestCriteriaVersion(tx, code, id)) + 1;
    const { effectiveOn } = decision;
    await insertCriteria(tx, code, criteriaOf(draft.document, { id, version, effectiveOn }));
    await markDraftRemoved(tx, code, draftId, true);
    return success({ id, version });
  });
}

/**
 * Puts a version in force again. Of the city's own criteria the newest version ranks, so an older one
 * comes back as a new version with the same content; no version is ever changed.
 */
export function adoptVersion(
  context: ServiceContext,
  code: string,
  wanted: CriteriaRef,
  decision: Decision,
): Promise<Result<Adopted>> {
  return decide(context, code, decision, async (tx) => {
    const shipped = PRESETS.find(
      ({ id, version }) => id === wanted.id && version === wanted.version,
    );
    // A preset of a newer program may not be stored yet.
    if (shipped !== undefined) await insertCriteria(tx, code, shipped);
    const stored = await selectCriteriaVersion(tx, code, wanted.id, wanted.version);
    if (stored === null) return failure(PROBLEMS.criteriaUnknown(wanted.id));
    const newest = await newestCriteriaVersion(tx, code, wanted.id);
    if (newest === wanted.version || isPreset(wanted.id)) return success(wanted);
    const version = newest + 1;
    // What is stored was checked when it was adopted.
    const former = stored as PriorityCriteria;
    await insertCriteria(tx, code, { ...former, version, effectiveOn: decision.effectiveOn });
    return success({ id: wanted.id, version });
  });
}

function decide(
  { database, today }: ServiceContext,
  code: string,
  decision: Decision,
  choose: (tx: Transaction, current: MunicipalityRecord) => Promise<Result<CriteriaRef>>,
): Promise<Result<Adopted>> {
  return database.transaction(async (tx) => {
    const current = await lockMunicipality(tx, code);
    if (current === null) return failure(PROBLEMS.municipalityUnknown(code));
    if (current.version !== decision.municipalityVersion) return failure(PROBLEMS.settingsStale());
    const { adoptedBy, effectiveOn, note } = decision;
    if (effectiveOn > today) return failure(CRITERIA_FAILURES.notYetEffective(today));
    const chosen = await choose(tx, current);
    if (!chosen.ok) return chosen;
    const { id: criteriaId, version: criteriaVersion } = chosen.value;
    await insertAdoption(tx, code, { criteriaId, criteriaVersion, adoptedBy, effectiveOn, note });
    await updateSettings(tx, code, { ...current, criteriaId });
    await raiseDataVersions(tx, code, ['settings']);
    return success({ criteria: chosen.value, municipalityVersion: current.version + 1 });
  });
}

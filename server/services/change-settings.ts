import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import { findCriteria, lockMunicipality, updateSettings } from '../db/queries/municipalities.ts';
import type { ServiceContext } from './context.ts';

export interface SettingsChange {
  /** The version that was read: a newer one in the database is a conflict. */
  readonly version: number;
  readonly marginMeters?: number | undefined;
  readonly criteriaId?: string | undefined;
  readonly zoneDataLimitYears?: number | undefined;
}

export interface SettingsReport {
  readonly version: number;
  /** The margin changed: everybody has to be checked (and ranked) anew. */
  readonly needsAssessment: boolean;
  /** The criteria changed: everybody has to be ranked anew. */
  readonly needsRanking: boolean;
}

/** Changes the margin, the criteria or the limit of age; the caller then runs what the report calls for. */
export async function changeSettings(
  { database }: ServiceContext,
  municipalityCode: string,
  change: SettingsChange,
): Promise<Result<SettingsReport>> {
  return database.transaction(async (tx) => {
    const current = await lockMunicipality(tx, municipalityCode);
    if (current === null) return failure(PROBLEMS.municipalityUnknown(municipalityCode));
    if (current.version !== change.version) return failure(PROBLEMS.settingsStale());
    const marginMeters = change.marginMeters ?? current.marginMeters;
    const criteriaId = change.criteriaId ?? current.criteriaId;
    const zoneDataLimitYears = change.zoneDataLimitYears ?? current.zoneDataLimitYears;
    if ((await findCriteria(tx, municipalityCode, criteriaId)) === null)
      return failure(PROBLEMS.criteriaUnknown(criteriaId));
    await updateSettings(tx, municipalityCode, { marginMeters, criteriaId, zoneDataLimitYears });
    await raiseDataVersions(tx, municipalityCode, ['settings']);
    const needsAssessment = marginMeters !== current.marginMeters;
    return success({
      version: current.version + 1,
      needsAssessment,
      needsRanking: needsAssessment || criteriaId !== current.criteriaId,
    });
  });
}

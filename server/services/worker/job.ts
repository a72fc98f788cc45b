import type { AssessmentRun, ImportReport } from '#contract/dataset';
import type { JudgeDuplicate } from '#contract/people-desk';
import type { CriteriaComparison } from '#domain/priority/compare';
import type { PriorityCriteria } from '#domain/priority/criteria';
import type { Result } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { DatabaseConfig } from '../../db/data-source.ts';
import { assessMunicipality } from '../assess-municipality.ts';
import { catchUp } from '../catch-up.ts';
import { chooseFacilityPosition, type PositionChoice } from '../choose-facility-position.ts';
import type { LongWork, ServiceContext } from '../context.ts';
import { applyHeldDataset, type Decision } from '../decide-on-dataset.ts';
import type { ImportRequest } from '../import/import-request.ts';
import { importDataset } from '../import-dataset.ts';
import { judgeDuplicate } from '../judge-duplicate.ts';
import {
  type MoveReport,
  type MoveRequest,
  movePosition,
  type RestoreRequest,
  restorePosition,
} from '../move-position.ts';
import { type PlansReviewed, reviewPlans } from '../plans/review-plans.ts';
import { rankMunicipality } from '../rank-municipality.ts';
import { compareOnRoster } from '../read/compare-criteria.ts';
import { type RollBackReport, rollBackDataset } from '../roll-back-dataset.ts';
import { makeSamples } from '../sample-files.ts';

/** Heavy work that a thread of its own can be told to do; plain data, as it goes between threads. */
export type HeavyJob =
  | {
      readonly kind: 'import';
      readonly request: Omit<ImportRequest, keyof LongWork | 'confirm' | 'onReject' | 'onRepair'>;
    }
  | ({ readonly kind: 'apply' } & Decision)
  | { readonly kind: 'samples'; readonly dataDir: string }
  | { readonly kind: 'choose-position'; readonly choice: PositionChoice }
  | { readonly kind: 'assess'; readonly municipalityCode: string }
  | { readonly kind: 'rank'; readonly municipalityCode: string }
  | { readonly kind: 'roll-back'; readonly municipalityCode: string; readonly datasetId: string }
  | { readonly kind: 'move'; readonly request: MoveRequest }
  | { readonly kind: 'restore-position'; readonly request: RestoreRequest }
  | {
      readonly kind: 'judge-duplicate';
      readonly municipalityCode: string;
      readonly request: JudgeDuplicate;
    }
  | {
      readonly kind: 'compare';
      readonly municipalityCode: string;
      readonly from: PriorityCriteria;
      readonly to: PriorityCriteria;
    }
  | { readonly kind: 'review-plans'; readonly municipalityCode: string }
  | { readonly kind: 'catch-up' };

export interface HeavyJobResults {
  readonly import: ImportReport;
  readonly apply: ImportReport;
  readonly 'choose-position': null;
  /** Folder of the sample files. */
  readonly samples: string;
  /** The check, after which everybody was ranked. */
  readonly assess: AssessmentRun;
  /** How many people were ranked. */
  readonly rank: number;
  readonly 'roll-back': RollBackReport;
  /** After which the person was checked and everybody ranked. */
  readonly move: MoveReport;
  readonly 'restore-position': MoveReport;
  readonly 'judge-duplicate': null;
  readonly compare: CriteriaComparison;
  /** Municipalities that were behind. */
  readonly 'review-plans': PlansReviewed;
  readonly 'catch-up': readonly string[];
}

export interface HeavyJobOrder {
  readonly databaseConfig: DatabaseConfig;
  readonly actor: Actor;
  readonly today: string;
  readonly job: HeavyJob;
}

export async function doJob(
  context: ServiceContext,
  job: HeavyJob,
  work: LongWork,
): Promise<Result<HeavyJobResults[HeavyJob['kind']]>> {
  switch (job.kind) {
    case 'import':
      return importDataset(context, { ...job.request, ...work });
    case 'samples':
      return { ok: true, value: await makeSamples(job.dataDir) };
    case 'choose-position':
      return chooseFacilityPosition(context, job.choice);
    case 'apply':
      return applyHeldDataset(context, job, work);
    case 'assess': {
      const run = await assessMunicipality(context, job.municipalityCode);
      if (!run.ok) return run;
      const ranking = await rankMunicipality(context, job.municipalityCode);
      return ranking.ok ? run : ranking;
    }
    case 'rank': {
      const ranking = await rankMunicipality(context, job.municipalityCode);
      return ranking.ok ? { ok: true, value: ranking.value.ranked.length } : ranking;
    }
    case 'roll-back':
      return rollBackDataset(context, job.municipalityCode, job.datasetId, work);
    case 'move':
      return movePosition(context, job.request);
    case 'restore-position':
      return restorePosition(context, job.request);
    case 'judge-duplicate':
      return judgeDuplicate(context, job.municipalityCode, job.request);
    case 'compare':
      return {
        ok: true,
        value: await compareOnRoster(context, job.municipalityCode, job.from, job.to),
      };
    case 'review-plans':
      return { ok: true, value: await reviewPlans(context, job.municipalityCode, work) };
    case 'catch-up':
      return { ok: true, value: await catchUp(context) };
  }
}

import type { PlanOutline } from './outline.ts';
import { hasToAccept } from './outline.ts';
import type { PlanSetting } from './setting.ts';
import type { PlanStage, ReviewReason } from './states.ts';
import type { Approval, EndReason } from './step-names.ts';

/** Who gave their word, and on which day (YYYY-MM-DD), as somebody else wrote it down. */
export interface SaidByOther {
  readonly by: string;
  readonly on: string;
}

/** Who recorded it, when (ISO 8601), and of which version of the content. */
export interface GivenApproval {
  readonly at: string;
  readonly by: string;
  readonly version: number;
  /** Whose word it was, where it was not that of `by`. */
  readonly said?: SaidByOther | undefined;
}
export type Approvals = Readonly<Record<Approval, GivenApproval | null>>;

/** Where one person's plan stands; who has no record yet is `not-started`. */
export interface PlanRecord {
  readonly stage: PlanStage;
  readonly approvals: Approvals;
  readonly reviewReasons: readonly ReviewReason[];
  readonly endReason: EndReason | null;
  readonly outline: PlanOutline;
  /** Number of the newest version of the content; 0 = none was saved. */
  readonly contentVersion: number;
}

/** Of the person, beside the plan. */
export interface PersonForPlan {
  /** Whoever lives in a facility has the facility's plan (指針: 施設入所者は対象外). */
  readonly isInFacility: boolean;
  readonly isOnRoster: boolean;
  /** Whether the plan may be given to support organisations in peacetime. */
  readonly isConsentGiven: boolean;
}

export const NO_APPROVALS: Approvals = { route: null, shelter: null, person: null };

export const NO_RECORD: PlanRecord = {
  stage: 'not-started',
  approvals: NO_APPROVALS,
  reviewReasons: [],
  endReason: null,
  outline: {
    destination: null,
    destinationShelterId: null,
    secondShelterId: null,
    hasRoute: false,
    hasMeans: false,
    supporters: 0,
    isWithoutSupportersExplained: false,
  },
  contentVersion: 0,
};

/** Whose word this plan needs: by the city's setting, and the destination's where it has to accept. */
export function isApprovalAsked(
  approval: Approval,
  setting: PlanSetting,
  outline: PlanOutline,
): boolean {
  if (approval === 'person') return true;
  if (approval === 'route')
    return setting.asked.includes('check-route') && outline.destination !== 'upper-floor';
  return setting.asked.includes('accept') && hasToAccept(outline);
}

import type { Bilingual } from '../../resident/labels.ts';
import type { ReviewReason } from '../states.ts';

/** Something that is no longer as it was when the plan was last confirmed. */
export interface ReviewFinding {
  readonly reason: ReviewReason;
  /** Whose or what: 自宅, 支援者「…」, 経路の道「…」. */
  readonly what: Bilingual;
  readonly from: Bilingual;
  readonly to: Bilingual;
  /**
   * `better`: what spoke against it has gone, as a zone at the home. It calls for a review too, as another
   * way or place may be the right one now, and only a person can say that nothing has to change.
   */
  readonly change: 'worse' | 'better' | 'other';
  /** Of when the data are, before and now (YYYY-MM-DD); null = the data do not say. */
  readonly fromDate: string | null;
  readonly toDate: string | null;
}

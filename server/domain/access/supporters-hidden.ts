/**
 * Why an actor does not see who helps a person: the role sees it of nobody, or the person has not agreed
 * that it sees their plan. Not whether the roster names anybody.
 */
export const SUPPORTERS_HIDDEN = ['role', 'no-consent'] as const;
export type SupportersHidden = (typeof SUPPORTERS_HIDDEN)[number];

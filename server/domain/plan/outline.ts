import type { DestinationKind, PlanContent } from './plan.ts';

/** What the steps look at of a plan's content: kept beside it, so that a board reads no whole plans. */
export interface PlanOutline {
  readonly destination: DestinationKind | null;
  readonly destinationShelterId: string | null;
  readonly secondShelterId: string | null;
  readonly hasRoute: boolean;
  readonly hasMeans: boolean;
  readonly supporters: number;
  readonly isWithoutSupportersExplained: boolean;
}

export function outlineOf(content: PlanContent): PlanOutline {
  return {
    destination: content.destination?.kind ?? null,
    destinationShelterId: content.destination?.shelterId ?? null,
    secondShelterId: content.secondDestination?.shelterId ?? null,
    hasRoute: content.route !== null,
    hasMeans: content.means !== null,
    supporters: content.supporters.length,
    isWithoutSupportersExplained: (content.withoutSupporters ?? null) !== null,
  };
}

/** Places that take somebody in only when they said so; a shelter for everybody is open to everybody. */
const HAS_TO_ACCEPT: readonly DestinationKind[] = ['welfare-shelter', 'short-stay', 'facility'];

export const hasToAccept = ({ destination }: PlanOutline): boolean =>
  destination !== null && HAS_TO_ACCEPT.includes(destination);

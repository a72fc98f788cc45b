import type { DrillEvaluation } from './evaluate.ts';

/** A drill that is over, as others are compared with it. */
export interface PastDrill {
  readonly drillId: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly shelterIds: readonly string[];
  readonly evaluation: Pick<DrillEvaluation, 'steps' | 'actualMinutes'>;
}

export interface DrillComparison {
  /** Of earlier drills that were held by a date before this one, of the same shelter and of others. */
  readonly sameShelter: readonly string[];
  readonly others: readonly string[];
  readonly steps: readonly StepComparison[];
  readonly totalMinutes: Compared;
}

export interface StepComparison extends Compared {
  readonly stepId: string;
}

/** A length beside earlier ones; null = not known. */
export interface Compared {
  readonly minutes: number | null;
  readonly sameShelterMedian: number | null;
  readonly sameShelterLast: number | null;
  readonly othersMedian: number | null;
  /** Less than 0: quicker than the last time at this shelter. */
  readonly changeSinceLast: number | null;
}

/** A drill beside earlier ones. Steps are compared by their id; a step that is new has nothing to compare. */
export function compareDrills(current: PastDrill, all: readonly PastDrill[]): DrillComparison {
  const earlier = all
    .filter(({ drillId, date }) => drillId !== current.drillId && date < current.date)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.drillId < b.drillId ? -1 : 1));
  const isSame = ({ shelterIds }: PastDrill) =>
    shelterIds.some((id) => current.shelterIds.includes(id));
  const same = earlier.filter(isSame);
  const others = earlier.filter((drill) => !isSame(drill));
  const compare = (lengthOf: (drill: PastDrill) => number | null): Compared => {
    const minutes = lengthOf(current);
    const known = same.flatMap((drill) => lengthOf(drill) ?? []);
    const last = known.at(-1) ?? null;
    return {
      minutes,
      sameShelterMedian: median(known),
      sameShelterLast: last,
      othersMedian: median(others.flatMap((drill) => lengthOf(drill) ?? [])),
      changeSinceLast:
        minutes === null || last === null ? null : Math.round((minutes - last) * 10) / 10,
    };
  };
  return {
    sameShelter: same.map(({ drillId }) => drillId),
    others: others.map(({ drillId }) => drillId),
    steps: current.evaluation.steps.map(({ stepId }) => ({
      stepId,
      ...compare(
        ({ evaluation }) =>
          evaluation.steps.find((step) => step.stepId === stepId)?.actualMinutes ?? null,
      ),
    })),
    totalMinutes: compare(({ evaluation }) => evaluation.actualMinutes),
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1]!;
  return (low + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

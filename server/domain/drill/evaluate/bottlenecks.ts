import type { StepResult } from './evaluate.ts';

/**
 * What held the drill up. `took-longer`: beyond its plan and its slack. `waited`: it could have begun, and did
 * not, beyond its slack. `not-done`: begun or not, it was never finished. `problem`: somebody reported one.
 */
export interface Bottleneck {
  readonly stepId: string;
  readonly kind: 'took-longer' | 'waited' | 'not-done' | 'problem';
  /** By how much it may have held up the whole; null = not known. */
  readonly minutes: number | null;
}

export function findBottlenecks(steps: readonly StepResult[]): Bottleneck[] {
  const beyond = (minutes: number | null, slack: number) =>
    minutes === null ? 0 : Math.round((minutes - slack) * 10) / 10;
  const found = steps.flatMap((step): Bottleneck[] => {
    const { stepId, overMinutes, waitedMinutes, slackMinutes, state, problems } = step;
    const longer = beyond(overMinutes, slackMinutes);
    const waited = beyond(waitedMinutes, slackMinutes);
    return [
      ...(state === 'done' ? [] : [{ stepId, kind: 'not-done' as const, minutes: null }]),
      ...(longer > 0 ? [{ stepId, kind: 'took-longer' as const, minutes: longer }] : []),
      ...(waited > 0 ? [{ stepId, kind: 'waited' as const, minutes: waited }] : []),
      ...(problems.length > 0 ? [{ stepId, kind: 'problem' as const, minutes: null }] : []),
    ];
  });
  const rank = ({ kind, minutes }: Bottleneck) =>
    kind === 'not-done' ? Number.POSITIVE_INFINITY : (minutes ?? 0);
  // Infinity less Infinity is no number.
  return found.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

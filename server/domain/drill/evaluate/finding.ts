import type { ReviewReason } from '../../plan/states.ts';
import type { Problem } from '../../problem.ts';
import type { DrillManual } from '../drill.ts';
import type { ScenarioRoad } from '../scenario.ts';

/** What came out of a drill, who sees to it, until when, and what it changes. */
export interface Finding {
  readonly id: string;
  readonly text: string;
  /** The department or facility that sees to it, which is published; a person is `ownerName`, which is not. */
  readonly owner: string | null;
  readonly ownerName: string | null;
  /** YYYY-MM-DD */
  readonly dueDate: string | null;
  readonly change: FindingChange;
  /** YYYY-MM-DD when it was seen to; null = open. */
  readonly doneDate: string | null;
}

export type FindingChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'template'; readonly stepId: string; readonly plannedMinutes: number }
  | { readonly kind: 'route-closure'; readonly roads: readonly ScenarioRoad[] }
  | { readonly kind: 'shelter'; readonly shelterId: string; readonly note: string }
  | { readonly kind: 'plans'; readonly residentIds: readonly string[] };

export const FINDING_FAILURES = {
  noText: (): Problem => ({
    code: 'finding.no-text',
    ja: '課題の内容を入力してください',
    en: 'Say what was found',
  }),
  noOwner: (): Problem => ({
    code: 'finding.no-owner',
    ja: '担当を決めてください',
    en: 'Say who sees to it',
  }),
  noDueDate: (): Problem => ({
    code: 'finding.no-due-date',
    ja: '期限を入力してください',
    en: 'Say until when',
  }),
  dueBeforeDrill: (drillDate: string): Problem => ({
    code: 'finding.due-before-drill',
    ja: `期限が訓練の日(${drillDate})より前です`,
    en: `It is due before the day of the drill (${drillDate})`,
  }),
  stepUnknown: (stepId: string): Problem => ({
    code: 'finding.step-unknown',
    ja: `手順(${stepId})はひな形にありません`,
    en: `The template has no such step (${stepId})`,
  }),
  changesNothing: (): Problem => ({
    code: 'finding.changes-nothing',
    ja: '変えるもの(道路・施設・計画)を選んでください',
    en: 'Choose what it changes (roads, shelter, plans)',
  }),
} as const;

/** All that a finding still lacks. */
export function findingProblems(
  { text, owner, dueDate, change }: Finding,
  { date, manual }: { readonly date: string; readonly manual: Pick<DrillManual, 'phases'> },
): Problem[] {
  const isEmpty =
    (change.kind === 'route-closure' && change.roads.length === 0) ||
    (change.kind === 'plans' && change.residentIds.length === 0) ||
    (change.kind === 'shelter' && change.note.trim() === '');
  const hasStep = (stepId: string) =>
    manual.phases.some(({ steps }) => steps.some(({ id }) => id === stepId));
  return [
    ...(text.trim() === '' ? [FINDING_FAILURES.noText()] : []),
    ...((owner ?? '').trim() === '' ? [FINDING_FAILURES.noOwner()] : []),
    ...(dueDate === null ? [FINDING_FAILURES.noDueDate()] : []),
    ...(dueDate !== null && dueDate < date ? [FINDING_FAILURES.dueBeforeDrill(date)] : []),
    ...(isEmpty ? [FINDING_FAILURES.changesNothing()] : []),
    ...(change.kind === 'template' && !hasStep(change.stepId)
      ? [FINDING_FAILURES.stepUnknown(change.stepId)]
      : []),
  ];
}

/** @param today YYYY-MM-DD */
export function findingState(
  { doneDate, dueDate }: Pick<Finding, 'doneDate' | 'dueDate'>,
  today: string,
): 'open' | 'overdue' | 'done' {
  if (doneDate !== null) return 'done';
  return dueDate !== null && dueDate < today ? 'overdue' : 'open';
}

/** The manual as findings change it, as the next version; the same one where they change nothing of it. */
export function changedManual(manual: DrillManual, findings: readonly Finding[]): DrillManual {
  const minutes = new Map(
    findings.flatMap(({ change }) =>
      change.kind === 'template' ? [[change.stepId, change.plannedMinutes] as const] : [],
    ),
  );
  const phases = manual.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => ({
      ...step,
      plannedMinutes: minutes.get(step.id) ?? step.plannedMinutes,
    })),
  }));
  const isChanged = manual.phases.some(({ steps }) =>
    steps.some((step) => (minutes.get(step.id) ?? step.plannedMinutes) !== step.plannedMinutes),
  );
  return isChanged ? { ...manual, templateVersion: manual.templateVersion + 1, phases } : manual;
}

/** Plans that findings send to review, each once, with the reason that plans know. */
export function plansToReview(
  findings: readonly Finding[],
): { readonly residentId: string; readonly reason: ReviewReason; readonly findingIds: string[] }[] {
  const byResident = new Map<string, string[]>();
  for (const { id, change } of findings)
    if (change.kind === 'plans')
      for (const residentId of new Set(change.residentIds))
        byResident.set(residentId, [...(byResident.get(residentId) ?? []), id]);
  return [...byResident].map(([residentId, findingIds]) => ({
    residentId,
    reason: 'drill-finding',
    findingIds,
  }));
}

import { drillContentSchema } from '#contract/drill-plan';
import type { DrillContent } from '#domain/drill/content';
import type { DrillPart } from '../drills-view.ts';

export interface FieldProblem {
  /** E.g. `manual/phases/0/steps/2/label/ja`: rows by their number. */
  readonly path: string;
  readonly kind: 'needed' | 'too-long' | 'not-right';
}

/** As it is sent: an English word that nobody wrote is the Japanese one, empty lines are none. */
export function toSend(content: DrillContent): DrillContent {
  return {
    ...content,
    title: content.title.trim(),
    manual: {
      ...content.manual,
      phases: content.manual.phases.map((phase) => ({
        ...phase,
        steps: phase.steps.map((step) => ({
          ...step,
          label: {
            ja: step.label.ja.trim(),
            en: step.label.en.trim() === '' ? step.label.ja.trim() : step.label.en.trim(),
          },
        })),
      })),
    },
    participants: content.participants.map((one) => ({
      ...one,
      name: one.name.trim(),
      organisation: (one.organisation ?? '').trim() === '' ? null : one.organisation,
    })),
    scenario: {
      ...content.scenario,
      levels: content.scenario.levels.toSorted((a, b) => a.minute - b.minute),
    },
  };
}

/** What keeps a plan from being saved, each at its field. */
export function problemsOf(content: DrillContent): FieldProblem[] {
  const read = drillContentSchema.safeParse(toSend(content));
  return (read.error?.issues ?? []).map((issue) => ({
    path: issue.path.join('/'),
    kind:
      issue.code === 'too_small' && issue.origin === 'string'
        ? 'needed'
        : issue.code === 'too_big' && issue.origin === 'string'
          ? 'too-long'
          : 'not-right',
  }));
}

/** Where a field is written. */
export function partOf(path: string): DrillPart {
  if (path.startsWith('scenario')) return 'scenario';
  if (path.startsWith('manual')) return 'steps';
  return /^(?:people|participants|vehicles)/.test(path) ? 'people' : 'basics';
}

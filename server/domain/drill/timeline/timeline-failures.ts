import type { Problem } from '../../problem.ts';
import type { DrillStep } from '../drill.ts';

const ja = (steps: readonly DrillStep[], between: string) =>
  steps.map(({ label }) => `「${label.ja}」`).join(between);
const en = (steps: readonly DrillStep[], between: string) =>
  steps.map(({ label }) => `“${label.en}”`).join(between);

/** Why no time line can be made of a manual. */
export const TIMELINE_FAILURES = {
  /** @param cycle steps of which each comes after the one before it, and the first after the last */
  cycle: (cycle: readonly DrillStep[]): Problem => ({
    code: 'drill.steps-in-a-circle',
    ja: `手順の前後関係が一回りしていて、始められません: ${ja([...cycle, cycle[0]!], ' → ')}`,
    en: `Steps wait for each other in a circle, so none can begin: ${en([...cycle, cycle[0]!], ' → ')}`,
  }),
  unknownStep: (step: DrillStep, id: string): Problem => ({
    code: 'drill.step-unknown',
    ja: `「${step.label.ja}」が待つ手順(${id})がありません`,
    en: `“${step.label.en}” waits for a step that does not exist (${id})`,
  }),
  sameId: (id: string): Problem => ({
    code: 'drill.step-twice',
    ja: `同じ番号の手順が二つあります(${id})`,
    en: `Two steps have the same id (${id})`,
  }),
  badMinutes: (step: DrillStep): Problem => ({
    code: 'drill.minutes-wrong',
    ja: `「${step.label.ja}」の予定の分数が正しくありません(0 以上の数を入力してください)`,
    en: `The planned minutes of “${step.label.en}” are wrong (0 or more)`,
  }),
  nobody: (steps: readonly DrillStep[]): Problem => ({
    code: 'drill.nobody-for-steps',
    ja: `担当する役割に人がいない手順があります: ${ja(steps, '、')}`,
    en: `Nobody is left in the role of these steps: ${en(steps, ', ')}`,
  }),
  levelNeverReached: (step: DrillStep, level: number): Problem => ({
    code: 'drill.level-never-reached',
    ja: `「${step.label.ja}」は警戒レベル${level}で始まりますが、想定ではそのレベルになりません`,
    en: `“${step.label.en}” begins at warning level ${level}, which the scenario never reaches`,
  }),
} as const;

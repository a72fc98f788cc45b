import type { PlanMerge } from '#contract/plan-work';
import type { PlanContent } from '#domain/plan/plan';
import { withValueAt } from './at-path.ts';

/** Whose value stands in a field that both changed. */
export type Pick = 'theirs' | 'mine';

/** Both edits together, with the picked value where they collide; null while something is not picked yet. */
export function resolve(
  { merged, collisions }: PlanMerge,
  picks: Readonly<Record<string, Pick>>,
): PlanContent | null {
  let content: PlanContent = merged;
  for (const { path, mine } of collisions) {
    const pick = picks[path];
    if (pick === undefined) return null;
    if (pick === 'mine') content = withValueAt(content, path, mine);
  }
  return content;
}

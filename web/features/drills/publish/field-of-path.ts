import type { DrillsView } from '../drills-view.ts';

/** Where a text of the public result is written: `findings.0.text` among the findings afterwards. */
export function fieldOfPath(path: string): Partial<DrillsView> {
  const [first] = path.split('.');
  if (first === 'findings') return { tab: 'after' };
  if (first === 'scenario') return { tab: 'plan', part: 'scenario' };
  if (first === 'phases') return { tab: 'plan', part: 'steps' };
  return { tab: 'plan', part: 'basics' };
}

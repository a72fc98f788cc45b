import type { z } from 'zod';
import { ja } from 'zod/locales';
import { type CriteriaContent, contentOf } from '#domain/priority/content';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { criteriaSchema } from './criteria.ts';
import { isShallow } from './criteria-desk.ts';

/** What is wrong in a file of criteria, and where: `tiers › 1 › condition › fact`. */
export interface FileFault {
  readonly path: string;
  readonly message: string;
}

export type CriteriaFile =
  | { readonly ok: true; readonly criteria: PriorityCriteria; readonly content: CriteriaContent }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** What can be in the first place of a condition; a branch that fails there was not meant. */
const BRANCH_KEYS: readonly PropertyKey[] = ['fact', 'all', 'any', 'not'];
const MOST_FAULTS = 20;

/** Reads a criteria document from JSON; what is wrong is said in Japanese, at its place in the file. */
export function readCriteriaFile(text: string): CriteriaFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, faults: [{ path: '', message: 'JSON として読めません' }] };
  }
  if (!isShallow(value))
    return { ok: false, faults: [{ path: '', message: '条件の入れ子が深すぎます' }] };
  const parsed = criteriaSchema.safeParse(value, { error: ja().localeError });
  if (parsed.success) return { ok: true, criteria: parsed.data, content: contentOf(parsed.data) };
  const faults = parsed.error.issues.flatMap((issue) => innermost(issue, []));
  return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
}

type Issue = z.core.$ZodIssue;

/** A union says only that nothing fitted; what the nearest of its branches missed is what helps. */
function innermost(issue: Issue, before: readonly PropertyKey[]): FileFault[] {
  const path = [...before, ...issue.path];
  const branches = issue.code === 'invalid_union' ? issue.errors : [];
  const [nearest] = [...branches].sort((a, b) => strangeness(a) - strangeness(b));
  if (nearest !== undefined && nearest.length > 0)
    return nearest.flatMap((inner) => innermost(inner, path));
  return [{ path: path.map(step).join(' › '), message: issue.message }];
}

function strangeness(issues: readonly Issue[]): number {
  const isOfAnother = issues.some(
    ({ path }) => path.length === 1 && BRANCH_KEYS.includes(path[0] ?? ''),
  );
  return issues.length + (isOfAnother ? 1000 : 0);
}

/** Places in a list are counted from 1, as people count. */
const step = (key: PropertyKey): string =>
  typeof key === 'number' ? String(key + 1) : String(key);

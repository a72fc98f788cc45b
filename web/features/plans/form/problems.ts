import { planContentSchema } from '#contract/plan';
import type { PlanContent } from '#domain/plan/plan';

/** What is wrong with a field, to be said beside it. */
export interface FieldProblem {
  /** E.g. `supporters/s1/phone`. */
  readonly path: string;
  readonly kind: 'needed' | 'too-long' | 'too-small' | 'too-large' | 'too-many' | 'not-right';
  readonly limit: number | null;
}

/** What the server would refuse of a plan, field by field. */
export function problemsOf(content: PlanContent): FieldProblem[] {
  const read = planContentSchema.safeParse(content);
  if (read.success) return [];
  return read.error.issues.map((issue) => {
    const { path, isNumber, isList } = pathOf(content, issue.path);
    if (issue.code === 'too_big') {
      const kind = isNumber ? 'too-large' : isList ? 'too-many' : 'too-long';
      return { path, kind, limit: Number(issue.maximum) };
    }
    if (issue.code === 'too_small')
      return isNumber
        ? { path, kind: 'too-small', limit: Number(issue.minimum) }
        : { path, kind: 'needed', limit: null };
    return { path, kind: isEmpty(content, issue.path) ? 'needed' : 'not-right', limit: null };
  });
}

/** zod counts the rows of a list; here they are told by their ids. */
function pathOf(content: PlanContent, keys: readonly PropertyKey[]) {
  const parts: string[] = [];
  let value: unknown = content;
  for (const key of keys) {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    const id = (value as { readonly id?: unknown } | null | undefined)?.id;
    parts.push(typeof key === 'number' && typeof id === 'string' ? id : String(key));
  }
  return {
    path: parts.join('/'),
    isNumber: typeof value === 'number',
    isList: Array.isArray(value),
  };
}

function isEmpty(content: PlanContent, keys: readonly PropertyKey[]): boolean {
  let value: unknown = content;
  for (const key of keys) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === '' || value === null || value === undefined;
}

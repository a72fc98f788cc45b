import type { Bilingual } from '../resident/labels.ts';
import { fieldLabel, valueInWords } from './field-words.ts';
import { isWhole, type Json, keyedRows } from './fields.ts';
import type { PlanContent } from './plan.ts';
import { isSame } from './same.ts';

/** A field that is not the same in two versions. */
export interface PlanChange {
  /** E.g. `supporters/s1/phone`. */
  readonly path: string;
  readonly label: Bilingual;
  /** `moved`: the rows of a list stand in another order. */
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  readonly before: unknown;
  readonly after: unknown;
  readonly beforeWords: Bilingual;
  readonly afterWords: Bilingual;
}

/** Two versions side by side: every field that is not the same, in the order of the form. */
export function comparePlans(before: PlanContent, after: PlanContent): PlanChange[] {
  return changesOf('', before, after).map(({ path, kind, ...values }) => ({
    ...{ path, kind, before: values.before ?? null, after: values.after ?? null },
    label: fieldLabel(path, before, after),
    beforeWords: valueInWords(path, values.before),
    afterWords: valueInWords(path, values.after),
  }));
}

type Found = Pick<PlanChange, 'path' | 'kind' | 'before' | 'after'>;

function changesOf(path: string, before: unknown, after: unknown): Found[] {
  if (isSame(before, after)) return [];
  if (!isWhole(path)) {
    if (Array.isArray(before) && Array.isArray(after)) return changesOfList(path, before, after);
    if (isObject(before) && isObject(after)) {
      const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
      return [...keys].flatMap((key) => changesOf(join(path, key), before[key], after[key]));
    }
  }
  const kind =
    (before ?? null) === null ? 'added' : (after ?? null) === null ? 'removed' : 'changed';
  return [{ path, kind, before, after }];
}

function changesOfList(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): Found[] {
  const [former, latter] = [keyedRows(before), keyedRows(after)];
  const keys = [...new Set([...former.keys(), ...latter.keys()])];
  const found = keys.flatMap((key) => changesOf(join(path, key), former.get(key), latter.get(key)));
  const common = (one: ReadonlyMap<string, unknown>) =>
    [...one.keys()].filter((key) => former.has(key) && latter.has(key));
  const isMoved = !isSame(common(former), common(latter));
  const order = { before: [...former.keys()], after: [...latter.keys()] };
  // A line that stood there twice and now once is no field of its own.
  const isLeft = found.length === 0 && !isMoved;
  return isMoved || isLeft
    ? [...found, { path: join(path, 'order'), kind: 'moved', ...order }]
    : found;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path: string, key: string) => (path === '' ? key : `${path}/${key}`);

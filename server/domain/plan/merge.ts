import { isWhole, type Json, keyedRows, type Row } from './fields.ts';
import { mergeOrder } from './merge-order.ts';
import type { PlanContent } from './plan.ts';
import { isSame } from './same.ts';

/** A field that two edits set to different values. */
export interface Collision {
  /** E.g. `supporters/s1/phone`. */
  readonly path: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

export interface Merge<Content = PlanContent> {
  /** Both edits; where they collide, theirs. */
  readonly merged: Content;
  readonly collisions: readonly Collision[];
}

/**
 * Two edits of one plan brought together field by field: `theirs` was saved since `mine` was begun from
 * `base`. Rows of lists are told apart by their ids; a place and a route are one field each, as half of one
 * and half of another is no place.
 */
export function mergePlans(base: PlanContent, theirs: PlanContent, mine: PlanContent): Merge {
  return mergeContents({ base, theirs, mine }, isWhole);
}

/** The same of any content; `isTakenWhole` says which paths are one field each. */
export function mergeContents<Content>(
  three: Three<Content>,
  isTakenWhole: (path: string) => boolean,
): Merge<Content> {
  const collisions: Collision[] = [];
  const found: Found = { collisions, isTakenWhole };
  return { merged: mergeValues('', three, found) as Content, collisions };
}

interface Found {
  readonly collisions: Collision[];
  readonly isTakenWhole: (path: string) => boolean;
}

interface Three<Value> {
  readonly base: Value;
  readonly theirs: Value;
  readonly mine: Value;
}

function mergeValues(path: string, three: Three<unknown>, found: Found): unknown {
  const { base, theirs, mine } = three;
  if (isSame(base, theirs)) return mine;
  if (isSame(base, mine) || isSame(theirs, mine)) return theirs;
  if (!found.isTakenWhole(path)) {
    if (isObject(base) && isObject(theirs) && isObject(mine))
      return mergeObjects(path, { base, theirs, mine }, found);
    if (Array.isArray(base) && Array.isArray(theirs) && Array.isArray(mine))
      return mergeLists(path, { base, theirs, mine }, found);
  }
  found.collisions.push({ path, ...three });
  return theirs;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (path: string, key: string) => (path === '' ? key : `${path}/${key}`);

function mergeObjects(path: string, { base, theirs, mine }: Three<Json>, found: Found): Json {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      mergeValues(
        join(path, key),
        { base: base[key], theirs: theirs[key], mine: mine[key] },
        found,
      ),
    ]),
  );
}

function mergeLists(
  path: string,
  lists: Three<readonly unknown[]>,
  found: Found,
): readonly unknown[] {
  const base = keyedRows(lists.base);
  const theirs = keyedRows(lists.theirs);
  const mine = keyedRows(lists.mine);
  const rows = new Map<string, Row>();
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const one = { base: base.get(key), theirs: theirs.get(key), mine: mine.get(key) };
    const merged = mergeValues(join(path, key), one, found) as Row | undefined;
    if (merged !== undefined) rows.set(key, merged);
  }
  const keysOf = (list: ReadonlyMap<string, Row>) =>
    [...list.keys()].filter((key) => rows.has(key));
  const order = mergeOrder(keysOf(base), keysOf(theirs), keysOf(mine));
  if (order.collides)
    found.collisions.push({
      ...{ path: join(path, 'order'), base: [...base.keys()] },
      ...{ theirs: [...theirs.keys()], mine: [...mine.keys()] },
    });
  return order.keys.map((key) => rows.get(key));
}

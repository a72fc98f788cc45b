import type { PlanContent } from '#domain/plan/plan';

type Json = Readonly<Record<string, unknown>>;

/** Rows by their id, lines of text by themselves (as domain/plan/fields). */
const keyOf = (row: unknown) => (typeof row === 'string' ? row : String((row as Json).id));

/** What stands at a path, e.g. `supporters/s1/phone`; undefined where its row is not there. */
export function valueAt(content: PlanContent, path: string): unknown {
  let value: unknown = content;
  for (const part of path.split('/')) {
    if (Array.isArray(value)) value = value.find((row) => keyOf(row) === part);
    else value = (value as Json | null | undefined)?.[part];
  }
  return value;
}

/**
 * The same content with another value at a path. A row of a list that is set to nothing is taken out, one
 * that was not there is put at the end; `supporters/order` sets the order of rows by their keys.
 */
export function withValueAt(content: PlanContent, path: string, value: unknown): PlanContent {
  return changed(content, path.split('/'), value) as PlanContent;
}

function changed(container: unknown, [key = '', ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(container)) {
    if (key === 'order' && rest.length === 0) return inOrder(container, value);
    // A line of text may hold a slash: it is its own key to the end.
    const isLine =
      typeof container[0] === 'string' || (container.length === 0 && rest.length === 0);
    const rowKey = isLine ? [key, ...rest].join('/') : key;
    const at = container.findIndex((row) => keyOf(row) === rowKey);
    const next =
      isLine || rest.length === 0
        ? value
        : at < 0
          ? undefined
          : changed(container[at], rest, value);
    const isGone = next === undefined || next === null;
    if (at < 0) return isGone ? container : [...container, next];
    return isGone ? container.toSpliced(at, 1) : container.with(at, next);
  }
  const object = (container ?? {}) as Json;
  if (rest.length === 0) return { ...object, [key]: value ?? null };
  return { ...object, [key]: changed(object[key], rest, value) };
}

function inOrder(rows: readonly unknown[], keys: unknown): unknown[] {
  const order = Array.isArray(keys) ? keys.map(String) : [];
  const place = (row: unknown) => {
    const at = order.indexOf(keyOf(row));
    return at < 0 ? order.length : at;
  };
  return [...rows].sort((one, other) => place(one) - place(other));
}

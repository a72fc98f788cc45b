import type { DrillContent } from '#domain/drill/content';
import type { DrillMerge } from '../../../api/drills.ts';

/** Whose value stands, by the path of each collision. */
export type Picks = Readonly<Record<string, 'theirs' | 'mine'>>;

/** Both edits together, with the picked value where they collide; null while something is not picked yet. */
export function pickedContent(
  { merged, collisions }: Pick<DrillMerge, 'merged' | 'collisions'>,
  picks: Picks,
): DrillContent | null {
  let content: unknown = merged;
  for (const { path, mine } of collisions) {
    if (picks[path] === undefined) return null;
    if (picks[path] === 'mine') content = withAt(content, path.split('/'), mine);
  }
  return content as DrillContent;
}

type Row = { readonly id: string };

/** The value with another one at a path. Rows go by their id: one set to nothing is taken out, a new one put last. */
function withAt(value: unknown, [key = '', ...rest]: readonly string[], to: unknown): unknown {
  if (!Array.isArray(value)) {
    const object = (value ?? {}) as Readonly<Record<string, unknown>>;
    return { ...object, [key]: rest.length === 0 ? (to ?? null) : withAt(object[key], rest, to) };
  }
  const rows: readonly Row[] = value;
  if (key === 'order') {
    const ids = to as readonly string[];
    const place = ({ id }: Row) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    return rows.toSorted((one, other) => place(one) - place(other));
  }
  const at = rows.findIndex(({ id }) => id === key);
  const isGone = rest.length === 0 && (to === null || to === undefined);
  if (at === -1) return rest.length > 0 || isGone ? rows : [...rows, to];
  if (isGone) return rows.toSpliced(at, 1);
  return rows.with(at, (rest.length === 0 ? to : withAt(rows[at], rest, to)) as Row);
}

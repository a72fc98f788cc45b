import type { CriteriaRef } from '#contract/criteria-desk';
import { changeView } from '../../state/use-view.ts';

/** What of the criteria is open, as the address holds it. */
export type OpenCriteria =
  | { readonly kind: 'all' }
  | { readonly kind: 'draft'; readonly id: string }
  | { readonly kind: 'version'; readonly ref: CriteriaRef }
  | { readonly kind: 'compare'; readonly from: CriteriaRef; readonly to: CriteriaRef };

const refText = ({ id, version }: CriteriaRef) => `${id}@${version}`;

function parseRef(text: string | undefined): CriteriaRef | null {
  const [, id, version] = /^([a-z0-9-]+)@(\d{1,6})$/.exec(text ?? '') ?? [];
  return id === undefined ? null : { id, version: Number(version) };
}

/** What is not understood opens the list. */
export function parseOpen(text: string | null): OpenCriteria {
  const [kind, first, second] = text?.split('.') ?? [];
  if (kind === 'draft' && first !== undefined && /^[0-9a-f-]{36}$/.test(first))
    return { kind, id: first };
  const [from, to] = [parseRef(first), parseRef(second)];
  if (kind === 'version' && from !== null) return { kind, ref: from };
  if (kind === 'compare' && from !== null && to !== null) return { kind, from, to };
  return { kind: 'all' };
}

export function formatOpen(open: OpenCriteria): string | null {
  switch (open.kind) {
    case 'all':
      return null;
    case 'draft':
      return `draft.${open.id}`;
    case 'version':
      return `version.${refText(open.ref)}`;
    case 'compare':
      return `compare.${refText(open.from)}.${refText(open.to)}`;
  }
}

export function openCriteria(open: OpenCriteria): void {
  changeView({ place: 'criteria', criteria: formatOpen(open) });
}

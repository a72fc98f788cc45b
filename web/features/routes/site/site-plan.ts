import { readText, writeText } from '../address-text.ts';

/** A road of which something is to be recorded, or a record that is open. */
export type SitePlan =
  | { readonly kind: 'road'; readonly id: string }
  | { readonly kind: 'override'; readonly id: string };

export const formatSitePlan = ({ kind, id }: SitePlan): string =>
  `${kind === 'road' ? 'r' : 'o'}${writeText(id)}`;

export function parseSitePlan(text: string): SitePlan | null {
  const id = readText(text.slice(1));
  if (id === null || id === '') return null;
  if (text[0] === 'r') return { kind: 'road', id };
  return text[0] === 'o' ? { kind: 'override', id } : null;
}

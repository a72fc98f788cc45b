import type { OwnAccount } from '#contract/account';

/** Who is signed in, and as what: a page and what a browser keeps is one holder's, never another's. */
export function holderOf({
  id,
  role,
  municipalityCode,
  districts,
  shelterIds,
}: OwnAccount): string {
  return JSON.stringify([
    id,
    role,
    municipalityCode,
    districts === null ? null : [...districts].sort(),
    [...shelterIds].sort(),
  ]);
}

import { foldAddress, foldText } from '../text/fold-text.ts';

/** Somebody who is named in a plan or a roster, where nobody gave them a number. */
export interface NamedHelper {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** Which of some helpers are one and the same. */
export interface HelperGroup {
  /** Places in the list that was handed in. */
  readonly members: readonly number[];
  /** False where only the name is the same: perhaps two people. */
  readonly isSure: boolean;
}

/**
 * One name with one phone number or one address is one helper. One name alone may be two: those are kept
 * together and told as not sure, so that a double booking is asked about and not overlooked.
 */
export function groupHelpers(helpers: readonly NamedHelper[]): HelperGroup[] {
  const byName = new Map<string, number[]>();
  for (const [at, { name }] of helpers.entries()) {
    const key = foldText(name);
    byName.set(key, [...(byName.get(key) ?? []), at]);
  }
  return [...byName.values()].flatMap((named) => groupsOfName(helpers, named));
}

function groupsOfName(helpers: readonly NamedHelper[], named: readonly number[]): HelperGroup[] {
  const sure: { members: number[]; marks: Set<string> }[] = [];
  const bare: number[] = [];
  for (const at of named) {
    const marks = marksOf(helpers[at]!);
    if (marks.length === 0) {
      bare.push(at);
      continue;
    }
    const same = sure.filter((group) => marks.some((mark) => group.marks.has(mark)));
    const joined = {
      members: [...same.flatMap(({ members }) => members), at].sort((a, b) => a - b),
      marks: new Set([...same.flatMap((group) => [...group.marks]), ...marks]),
    };
    for (const group of same) sure.splice(sure.indexOf(group), 1);
    sure.push(joined);
  }
  if (bare.length === 0) return sure.map(({ members }) => ({ members, isSure: true }));
  // With a name alone it may be any of them.
  const all = [...sure.flatMap(({ members }) => members), ...bare].sort((a, b) => a - b);
  return [{ members: all, isSure: all.length === 1 }];
}

/** Nothing but a name is known: it may be anybody who is called so. */
export const isNameAlone = (helper: NamedHelper): boolean => marksOf(helper).length === 0;

function marksOf({ phone, address }: NamedHelper): string[] {
  const digits = (phone ?? '').normalize('NFKC').replace(/\D/g, '');
  const place = foldAddress(address ?? '');
  return [...(digits === '' ? [] : [`phone ${digits}`]), ...(place === '' ? [] : [`at ${place}`])];
}

import type { ResidentPage, ResidentQuery } from '#contract/resident';
import { FACETS, type FacetMatrix, SEVERAL, wantedChoices } from './facets.ts';

export interface FilteredResidents {
  /** 1 for each person that meets every filter. */
  readonly included: Uint8Array;
  readonly total: number;
  readonly counts: Omit<ResidentPage['counts'], 'archived'>;
}

/**
 * Filters people and counts the choices of every facet, in one pass over the matrix: someone who meets
 * all filters counts in each facet, someone who fails exactly one counts in that facet alone, because
 * there the other filters are kept and its own is not.
 */
export function filterResidents(matrix: FacetMatrix, query: ResidentQuery): FilteredResidents {
  const { codes } = matrix;
  const width = FACETS.length;
  const refused = refusedCodes(matrix, query);
  const filtered = Uint8Array.from(
    [...FACETS.keys()].filter((place) => wantedChoices(query, FACETS[place]!) !== undefined),
  );
  const tallies = new Uint32Array(matrix.choices.length);
  const included = new Uint8Array(codes.length / width);
  let total = 0;
  for (let person = 0, cell = 0; person < included.length; person += 1, cell += width) {
    let failures = 0;
    let failedCode = 0;
    for (let filter = 0; filter < filtered.length; filter += 1) {
      const code = codes[cell + filtered[filter]!]!;
      if (refused[code] === 0) continue;
      failures += 1;
      failedCode = code;
    }
    if (failures === 1) tallies[failedCode]! += 1;
    if (failures > 0) continue;
    included[person] = 1;
    total += 1;
    for (let place = 0; place < width; place += 1) tallies[codes[cell + place]!]! += 1;
  }
  return { included, total, counts: countsOf(matrix, tallies) };
}

/** 1 for each choice that a filter of its facet does not let pass. */
function refusedCodes({ choices, firstCode }: FacetMatrix, query: ResidentQuery): Uint8Array {
  const refused = new Uint8Array(choices.length);
  for (const [place, facet] of FACETS.entries()) {
    const wanted = wantedChoices(query, facet);
    if (wanted === undefined) continue;
    for (let code = firstCode[place]!; code < firstCode[place + 1]!; code += 1)
      refused[code] = choices[code]!.split(SEVERAL).some((one) => wanted.includes(one)) ? 0 : 1;
  }
  return refused;
}

/** Choices that nobody would be shown for are there with 0, so that a filter does not vanish. */
function countsOf(
  { choices, firstCode }: FacetMatrix,
  tallies: Uint32Array,
): FilteredResidents['counts'] {
  const countsIn = (place: number) => {
    const counts: Record<string, number> = {};
    for (let code = firstCode[place]!; code < firstCode[place + 1]!; code += 1)
      for (const choice of choices[code]!.split(SEVERAL))
        counts[choice] = (counts[choice] ?? 0) + tallies[code]!;
    return counts;
  };
  return {
    district: countsIn(0),
    tier: countsIn(1),
    red: countsIn(2),
    relation: countsIn(3),
    careLevel: countsIn(4),
    accuracy: countsIn(5),
    plan: countsIn(6),
    powerDependent: countsIn(7),
    phenomenon: countsIn(8),
    household: countsIn(9),
    supporters: countsIn(10),
    age: countsIn(11),
    possibleTier: countsIn(12),
  };
}

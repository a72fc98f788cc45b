import type { ResidentPage, ResidentQuery } from '#contract/resident';

/** What the list can be filtered by; each is also counted. */
export const FACETS = [
  'district',
  'tier',
  'red',
  'relation',
  'careLevel',
  'accuracy',
  'plan',
  'powerDependent',
  'phenomenon',
  'household',
  'supporters',
  'age',
  'possibleTier',
] as const satisfies readonly (keyof ResidentPage['counts'])[];
export type Facet = (typeof FACETS)[number];

/** Parts the choices of someone who has several in one facet, e.g. near zones of two phenomena. */
export const SEVERAL = '\u001f';

/** Choice of people of whom the fact is not known. */
export const UNKNOWN_CHOICE = 'unknown';

/**
 * Every person's choice in every facet, as numbers that are unique over all facets: a filter is then a
 * table of which numbers pass, and counting is one table of counts.
 *
 *     choice of person p in facet f    codes[FACETS.length · p + f]
 *     the choice in words              choices[code]
 *     codes of facet f                 firstCode[f] … firstCode[f + 1] - 1
 */
export interface FacetMatrix {
  readonly codes: Uint16Array;
  readonly choices: readonly string[];
  readonly firstCode: readonly number[];
}

/** `choiceOf` says a person's choice in a facet; null where it is not known. */
export function facetMatrix(
  personCount: number,
  choiceOf: (person: number, facet: Facet) => string | null,
): FacetMatrix {
  const codes = new Uint16Array(personCount * FACETS.length);
  const choices: string[] = [];
  const firstCode = [0];
  for (const [place, facet] of FACETS.entries()) {
    const codeOf = new Map<string, number>();
    for (let person = 0; person < personCount; person += 1) {
      const choice = choiceOf(person, facet) ?? UNKNOWN_CHOICE;
      let code = codeOf.get(choice);
      if (code === undefined) {
        code = choices.push(choice) - 1;
        codeOf.set(choice, code);
      }
      codes[person * FACETS.length + place] = code;
    }
    firstCode.push(choices.length);
  }
  return { codes, choices, firstCode };
}

/** The choices that a query asks for; undefined where it does not filter by the facet. */
export function wantedChoices(query: ResidentQuery, facet: Facet): readonly string[] | undefined {
  if (facet === 'powerDependent')
    return query.powerDependent === undefined ? undefined : [query.powerDependent];
  return query[facet];
}

import { groupHelpers, isNameAlone } from './helper-key.ts';
import type { PlanContent } from './plan.ts';

/** All that one helper is asked to do, by line of plan. */
export interface HelperBundle {
  readonly name: string;
  readonly isOrganisation: boolean;
  /** Somebody of the same name helps elsewhere, and nothing says whether that is the same person. */
  readonly isNameShared: boolean;
  readonly parts: readonly { readonly residentId: string; readonly supporterId: string }[];
}

interface PlanOfPerson {
  readonly residentId: string;
  readonly content: Pick<PlanContent, 'supporters'>;
}

/**
 * The helpers that plans name, by name. Where only the name is the same each stands for itself: whoever is not known
 * to be one person is not handed the other's people.
 */
export function bundleHelpers(plans: readonly PlanOfPerson[]): HelperBundle[] {
  const named = plans.flatMap(({ residentId, content }) =>
    content.supporters.map((supporter) => ({ residentId, supporter })),
  );
  const helpers = named.map(({ supporter }) => supporter);
  const bundles = groupHelpers(helpers).flatMap(({ members, isSure }) => {
    const groups = isSure ? [members] : splitUnsure(members, helpers);
    const isNameShared = groups.length > 1;
    return groups.map((group): HelperBundle => {
      const own = group.map((at) => named[at]!);
      return {
        name: own[0]!.supporter.name,
        isOrganisation: own.some(({ supporter }) => supporter.kind === 'organisation'),
        isNameShared,
        parts: own.map(({ residentId, supporter }) => ({ residentId, supporterId: supporter.id })),
      };
    });
  });
  return bundles.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Those with a phone number or an address by these; each with a bare name alone. */
function splitUnsure(
  members: readonly number[],
  helpers: readonly PlanContent['supporters'][number][],
): (readonly number[])[] {
  const isBare = (at: number) => isNameAlone(helpers[at]!);
  const marked = members.filter((at) => !isBare(at));
  const groups = groupHelpers(marked.map((at) => helpers[at]!));
  return [
    ...groups.map((group) => group.members.map((place) => marked[place]!)),
    ...members.filter(isBare).map((at) => [at]),
  ];
}

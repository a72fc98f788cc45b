import type { Selection } from '../state/selection.ts';
import type { Place, ViewState } from '../state/view-state.ts';

/** What of a selection a place goes on with, besides drawing it. */
const USED: Partial<Record<Place, readonly Selection['kind'][]>> = {
  plans: ['plan', 'paper'],
  shelters: ['shelter'],
  routes: ['resident', 'shelter', 'point'],
};

/**
 * What changes when a place is chosen. On a narrow screen the panel lies over the place, so it is closed unless the
 * place has to do with what is selected; the guide is opened by its own links alone.
 */
export function changeToPlace(view: ViewState, place: Place, isNarrow: boolean) {
  const { selection, tab, relay } = view;
  const isUsed =
    selection !== null &&
    ((place === 'map' && tab === 'map') || (USED[place]?.includes(selection.kind) ?? false));
  return {
    place,
    relay: relay === 'b.guide' ? null : relay,
    selection: isNarrow && !isUsed ? null : selection,
  };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SiteOverrideDetail, SiteOverrideOnWire } from '#contract/site-override';
import {
  changeSiteOverride,
  fetchSiteOverride,
  siteOverridesQuery,
  siteRoadsQuery,
  takeBackSiteOverride,
} from '../../../api/fire.ts';
import { offerUndo } from '../../../state/undo.ts';
import { roadNames } from '../road-names.ts';
import { useSiteWords } from '../use-fire-words.ts';

/** What is asked anew when something was found on site: routes, who is cut off, checks, and the records. */
const TOUCHED = new Set(['routes', 'site-overrides', 'chain']);

/** All records with where they lie, and what can be done with them. */
export function useSite(code: string) {
  const client = useQueryClient();
  const say = useSiteWords();
  const list = useQuery(siteOverridesQuery(code));
  const roads = useQuery(siteRoadsQuery(code));
  const names = roadNames.use();
  const placeOf = (id: string) => roads.data?.roads.find((road) => road.overrideIds.includes(id));
  const nameOf = ({ id, road }: Pick<SiteOverrideOnWire, 'id' | 'road'>): string =>
    placeOf(id)?.name ??
    names.get(road.id) ??
    (placeOf(id)?.roadId == null ? say.goneRoad : say.unnamed);
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === code && TOUCHED.has(String(queryKey[1])),
    });

  /** @throws ApiError */
  const setTakenBack = async (one: SiteOverrideOnWire, isTakenBack: boolean): Promise<void> => {
    const name = nameOf(one);
    try {
      const now = await takeBackSiteOverride(code, one.id, one.version, isTakenBack);
      offerUndo({
        text: isTakenBack ? say.takenBack(name) : say.restored(name),
        undo: async () => {
          await takeBackSiteOverride(code, one.id, now.version, !isTakenBack);
          await refresh();
        },
      });
    } finally {
      await refresh();
    }
  };

  /** Offers to take back what was just stored: a new one is taken back, a changed one is as it was. */
  const offerFormer = (now: SiteOverrideDetail, former: SiteOverrideOnWire | null) => {
    const undo = async () => {
      // Photos that came with it do not move its version; somebody else may have.
      const { version } = await fetchSiteOverride(code, now.id);
      if (version !== now.version) throw new Error('somebody else changed it since');
      if (former === null) await takeBackSiteOverride(code, now.id, version, true);
      else {
        const { facts, expiresAt } = former;
        await changeSiteOverride(code, now.id, { version, facts, expiresAt });
      }
      await refresh();
    };
    offerUndo({ text: say.saved(nameOf(now)), undo });
  };
  return { list, roads, placeOf, nameOf, refresh, setTakenBack, offerFormer };
}
export type Site = ReturnType<typeof useSite>;

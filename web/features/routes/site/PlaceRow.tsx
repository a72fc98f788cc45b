import { canDrawMap } from '../../../map/can-draw-map.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import { useRouteWords } from '../use-route-words.ts';
import { keepDraft, type SiteDraft, type SitePointKind, sitePointToPick } from './site-draft.ts';

/** A place beside the road, set on the map by pointer or keyboard. */
export function PlaceRow(props: {
  readonly draftKey: string;
  readonly draft: SiteDraft;
  readonly kind: SitePointKind;
  readonly label: string;
}) {
  const { draftKey, draft, kind, label } = props;
  const say = useSiteWords().form;
  const routeWords = useRouteWords();
  const place = draft[kind];
  const pick = () => {
    sitePointToPick.set({ key: draftKey, kind, first: draft });
    changeView({ tab: 'map' });
    setTool('site-point');
  };
  return (
    <div className="flex flex-wrap items-center gap-2" data-site-point={kind}>
      <p className="min-w-0 flex-1">
        <span className="block text-14 font-bold">{label}</span>
        <span className="number text-14">
          {place === null
            ? say.noPlace
            : routeWords.place.point(place[1].toFixed(5), place[0].toFixed(5))}
        </span>
      </p>
      <Button aria-label={say.onMapOf(label)} isDisabled={!canDrawMap()} onPress={pick}>
        {say.onMap}
      </Button>
      {place !== null && (
        <Button
          aria-label={say.removeOf(label)}
          onPress={() => keepDraft(draftKey, { ...draft, [kind]: null })}
        >
          {say.remove}
        </Button>
      )}
    </div>
  );
}

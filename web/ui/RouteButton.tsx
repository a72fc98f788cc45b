import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { type RouteSeed, routeSeed } from '../state/route-seed.ts';
import { changeView } from '../state/use-view.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** From a person's home, or to a shelter, straight to the routes. Nothing for who may not see routes. */
export function RouteButton({ end }: { readonly end: RouteSeed }) {
  const words = useWords();
  const may = useMay();
  if (!may('routes.see')) return null;
  const open = (seed: RouteSeed) => {
    routeSeed.set(seed);
    changeView({ place: 'routes', tab: 'list', selection: null });
  };
  return (
    <div className="not-printed flex flex-wrap gap-2 px-5 py-3">
      <Button onPress={() => open(end)}>
        <Icon name="routes" />
        {end.kind === 'resident' ? words.panel.routeFrom : words.panel.routeTo}
      </Button>
      {end.kind === 'resident' && (
        <Button onPress={() => open({ ...end, task: 'chain' })}>{words.panel.chain}</Button>
      )}
    </div>
  );
}

import { useRef } from 'react';
import { PHENOMENA } from '#domain/hazard/zone';
import { useWords } from '../../i18n/use-words.ts';
import { canDrawMap } from '../../map/can-draw-map.ts';
import { setTool, useTool } from '../../state/tool.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { closeByHand } from './close-by-hand.ts';
import { hasClosures, type RoutePlan } from './route-plan.ts';
import { changePlan } from './use-plan.ts';
import { useRoadNames } from './use-road-names.ts';
import { useRouteWords } from './use-route-words.ts';

/** What is taken as closed: by hand, all red zones of a phenomenon, an area. */
export function ClosuresSection(props: { readonly code: string; readonly plan: RoutePlan }) {
  const { code, plan } = props;
  const words = useWords();
  const say = useRouteWords().closures;
  const tool = useTool();
  const isPicking = tool === 'close-road';
  const takeUp = (name: 'close-road' | 'close-area') => {
    changeView({ tab: 'map' });
    setTool(name);
  };
  const openAll = () => {
    const { closedRoads, closedPhenomena, closedArea } = plan;
    changePlan({ closedRoads: [], closedPhenomena: [], closedArea: null });
    offerUndo({
      text: say.allOpened,
      undo: () => changePlan({ closedRoads, closedPhenomena, closedArea }),
    });
  };
  return (
    <section aria-label={say.title} className="flex flex-col gap-2">
      <h3 className="text-16 font-bold">{say.title}</h3>
      <fieldset>
        <legend className="text-14 text-ink-soft">{say.phenomenaLabel}</legend>
        {PHENOMENA.map((phenomenon) => (
          <Checkbox
            key={phenomenon}
            label={words.terms.phenomenon[phenomenon]}
            isChecked={plan.closedPhenomena.includes(phenomenon)}
            onChange={(isClosed) =>
              changePlan({
                closedPhenomena: PHENOMENA.filter((one) =>
                  one === phenomenon ? isClosed : plan.closedPhenomena.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <div className="not-printed flex flex-wrap gap-2">
        <Button
          data-close-road
          variant={isPicking ? 'primary' : 'secondary'}
          isDisabled={!canDrawMap()}
          onPress={() => (isPicking ? setTool(null) : takeUp('close-road'))}
        >
          {isPicking ? say.pickDone : say.pick}
        </Button>
        {plan.closedArea === null ? (
          <Button isDisabled={!canDrawMap()} onPress={() => takeUp('close-area')}>
            {say.draw}
          </Button>
        ) : (
          <Button onPress={() => changePlan({ closedArea: null })}>{say.removeArea}</Button>
        )}
        {hasClosures(plan) && <Button onPress={openAll}>{say.openAll}</Button>}
      </div>
      {plan.closedRoads.length > 0 && <ByHand code={code} plan={plan} />}
      {!hasClosures(plan) && <p className="text-14 text-ink-soft">{say.none}</p>}
    </section>
  );
}

/** The roads that were chosen one by one. Who opens one goes on at the next, or where roads are chosen. */
function ByHand(props: { readonly code: string; readonly plan: RoutePlan }) {
  const { code, plan } = props;
  const routeWords = useRouteWords();
  const say = routeWords.closures;
  const nameOf = useRoadNames(code, plan.closedRoads);
  const list = useRef<HTMLUListElement>(null);
  const open = (id: string, at: number) => {
    closeByHand(id, nameOf(id), routeWords);
    setTimeout(() => {
      const left = list.current?.querySelectorAll('button') ?? [];
      const next = left[Math.min(at, left.length - 1)];
      (next ?? document.querySelector<HTMLElement>('[data-close-road]'))?.focus();
    }, 0);
  };
  return (
    <ul ref={list} aria-label={say.list} className="max-h-60 overflow-y-auto">
      {plan.closedRoads.map((id, at) => {
        const name = nameOf(id);
        return (
          <li key={id} className="flex items-center gap-2 border-b border-line">
            <span className="min-w-0 flex-1 break-words">× {name}</span>
            <Button
              variant="quiet"
              className="not-printed px-2 text-14"
              aria-label={say.openOf(name)}
              onPress={() => open(id, at)}
            >
              {say.open}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

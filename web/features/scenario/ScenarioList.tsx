import { useQuery } from '@tanstack/react-query';
import { scenariosQuery } from '../../api/places.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { beginDraft, chooseMode, type DrawMode } from './draft.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** Begins a new hypothetical zone in a mode; the map takes the pointer, on a tablet it comes to the front. */
export function beginDrawing(marginMeters: number, mode: Exclude<DrawMode, 'select'>): void {
  beginDraft(marginMeters);
  chooseMode(mode);
  changeView({ scenario: 'new', tab: 'map', selection: null });
  setTool('draw-zone');
}

/** The hypothetical zones that were kept, and the ways to begin one. */
export function ScenarioList(props: { readonly code: string; readonly marginMeters: number }) {
  const words = useScenarioWords();
  const say = words.scenario;
  const query = useQuery(scenariosQuery(props.code));
  const scenarios = query.data?.scenarios;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex flex-col gap-3 border-b border-line p-4">
        <h2 className="text-20 font-bold">{words.frame.placeTitles.scenarios}</h2>
        <p className="leading-relaxed text-ink-soft">{say.intro}</p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onPress={() => beginDrawing(props.marginMeters, 'polygon')}>
            {say.draw}
          </Button>
          <Button onPress={() => beginDrawing(props.marginMeters, 'linestring')}>
            {say.drawLine}
          </Button>
          <Button onPress={() => beginDrawing(props.marginMeters, 'point')}>{say.drawPoint}</Button>
          <Button
            onPress={() => {
              beginDraft(props.marginMeters);
              changeView({ scenario: 'new' });
            }}
          >
            {say.keyboard.title}
          </Button>
        </div>
      </div>
      {scenarios === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={5} className="p-4" />
        )
      ) : scenarios.length === 0 ? (
        <EmptyState title={say.empty.title} text={say.empty.text} />
      ) : (
        <ul aria-label={say.kept}>
          {scenarios.map((scenario) => (
            <li key={scenario.id} className="border-b border-line">
              <button
                type="button"
                className="focus-inset w-full px-4 py-3 text-left leading-normal hover:bg-surface-soft"
                onClick={() => changeView({ scenario: scenario.id, selection: null })}
              >
                <span className="mr-2 rounded-4 border border-dashed border-ink px-1.5 text-14">
                  {say.mark}
                </span>
                <strong>{scenario.name}</strong>
                <span className="block text-14 text-ink-soft">
                  {say.meta(
                    scenario.author || say.noAuthor,
                    words.moment(scenario.updatedAt),
                    String(scenario.version),
                  )}
                </span>
                {scenario.purpose !== '' && (
                  <span className="block truncate text-14">{scenario.purpose}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

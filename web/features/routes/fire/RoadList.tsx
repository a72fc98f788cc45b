import { type ReactNode, useState } from 'react';
import { type FireCheckAnswer, MOST_TO_WALK } from '#contract/fire-check';
import { localDay } from '#domain/local-day';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { csvOf } from '../csv.ts';
import { roadText } from '../road-names.ts';
import { showOnMap } from '../show-on-map.ts';
import { useFireWords } from '../use-fire-words.ts';
import { useRouteWords } from '../use-route-words.ts';
import { knownWidth, reasonsText } from './road-facts.ts';

const PAGE = 20;

type Road = FireCheckAnswer['stops'][number];

interface RoadListProps<Listed extends Road> {
  readonly title: string;
  readonly intro: string;
  /** Most people behind first. */
  readonly roads: readonly Listed[];
  readonly neededWidthMeters: number | null;
  readonly fileName: string;
  /** What a file says of a road beside what every list does. */
  readonly columns: readonly (readonly [head: string, cell: (road: Listed) => number])[];
  readonly reasonsHead: string;
  readonly peopleText: (road: Listed) => string;
  /** Stand below, after what every list says. */
  readonly facts: (road: Listed) => readonly string[];
  /** On paper there is a box to tick. */
  readonly isToTick?: boolean;
  readonly action?: (road: Listed, name: string, place: number) => ReactNode;
}

/** Roads that bear on whether a vehicle comes through, on the screen page by page and whole as a file. */
export function RoadList<Listed extends Road>(props: RoadListProps<Listed>) {
  const { title, roads, neededWidthMeters, columns } = props;
  const words = useWords();
  const say = useFireWords();
  const routeWords = useRouteWords();
  const [pages, setPages] = useState(1);
  const text = say.toWalk;
  const shown = roads.slice(0, PAGE * pages);
  const hidden = roads.length - shown.length;
  const save = () =>
    saveFile(
      csvOf([
        [
          ...[text.rank, text.road, props.reasonsHead, text.width, text.needed, text.length],
          ...columns.map(([head]) => head),
        ],
        ...roads.map((road, at) => [
          at + 1,
          roadText(road, words, routeWords),
          reasonsText(road, null, words, say, routeWords),
          knownWidth(road, routeWords),
          neededWidthMeters ?? '',
          Math.round(road.lengthMeters),
          ...columns.map(([, cell]) => cell(road)),
        ]),
      ]),
      `${props.fileName}_${localDay(new Date())}.csv`,
    );
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">
          {title} <span className="number text-14 font-normal">({formatNumber(roads.length)})</span>
        </h4>
        {roads.length > 0 && (
          <Button className="not-printed" onPress={save}>
            {text.csv}
          </Button>
        )}
      </div>
      <p className="text-14 leading-normal text-ink-soft">
        {props.intro} {roads.length === MOST_TO_WALK && text.most(formatNumber(MOST_TO_WALK))}
      </p>
      <ol aria-label={title} data-list>
        {shown.map((road, at) => {
          const name = roadText(road, words, routeWords);
          return (
            <li key={road.id} className="flex items-start gap-2 border-b border-line py-1">
              {props.isToTick && (
                <span className="printed-only" aria-hidden="true">
                  □
                </span>
              )}
              <button
                type="button"
                className="focus-inset min-h-11 min-w-0 flex-1 py-1 text-left leading-normal hover:bg-surface-soft"
                onClick={() => showOnMap(road.line)}
              >
                <span className="number">{at + 1}.</span>{' '}
                <strong className="number">{props.peopleText(road)}</strong>
                {words.dot}
                {name}
                <span className="number block text-14 text-ink-soft">
                  {[
                    reasonsText(road, neededWidthMeters, words, say, routeWords),
                    words.metersText(road.lengthMeters),
                    ...props.facts(road),
                  ].join(words.dot)}
                </span>
              </button>
              {props.action?.(road, name, at + 1)}
            </li>
          );
        })}
      </ol>
      {hidden > 0 && (
        <Button className="not-printed self-start" onPress={() => setPages((now) => now + 1)}>
          {text.more(formatNumber(hidden))}
        </Button>
      )}
    </section>
  );
}

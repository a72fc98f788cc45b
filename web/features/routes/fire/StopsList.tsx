import { useState } from 'react';
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

/** 車両が進めない道: at which the vehicle stops, with the width known and needed, most people behind first. */
export function StopsList({ answer }: { readonly answer: FireCheckAnswer }) {
  const { stops, neededWidthMeters } = answer;
  const words = useWords();
  const say = useFireWords();
  const routeWords = useRouteWords();
  const [pages, setPages] = useState(1);
  const text = say.stops;
  const shown = stops.slice(0, PAGE * pages);
  const hidden = stops.length - shown.length;
  const needed = neededWidthMeters === null ? '' : text.needed(String(neededWidthMeters));
  const save = () =>
    saveFile(
      csvOf([
        [
          say.toWalk.rank,
          say.toWalk.road,
          text.reasons,
          say.toWalk.width,
          say.toWalk.needed,
          say.toWalk.length,
          text.behind,
          text.othersHead,
        ],
        ...stops.map((road, at) => [
          at + 1,
          roadText(road, words, routeWords),
          reasonsText(road, null, words, say, routeWords),
          knownWidth(road, routeWords),
          neededWidthMeters ?? '',
          Math.round(road.lengthMeters),
          road.people,
          road.others,
        ]),
      ]),
      `${text.fileName}_${localDay(new Date())}.csv`,
    );
  return (
    <section aria-label={text.title} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">
          {text.title}{' '}
          <span className="number text-14 font-normal">({formatNumber(stops.length)})</span>
        </h4>
        {stops.length > 0 && (
          <Button className="not-printed" onPress={save}>
            {say.toWalk.csv}
          </Button>
        )}
      </div>
      <p className="text-14 leading-normal text-ink-soft">
        {stops.length === 0 ? text.none : text.intro(needed)}{' '}
        {stops.length === MOST_TO_WALK && say.toWalk.most(formatNumber(MOST_TO_WALK))}
      </p>
      <ol aria-label={text.title} data-list>
        {shown.map((road, at) => (
          <li key={road.id} className="border-b border-line py-1">
            <button
              type="button"
              className="focus-inset min-h-11 w-full py-1 text-left leading-normal hover:bg-surface-soft"
              onClick={() => showOnMap(road.line)}
            >
              <span className="number">{at + 1}.</span>{' '}
              <strong className="number">
                {road.people > 0
                  ? text.people(formatNumber(road.people))
                  : text.onlyOthers(formatNumber(road.others))}
              </strong>
              {words.dot}
              {roadText(road, words, routeWords)}
              <span className="number block text-14 text-ink-soft">
                {[
                  reasonsText(road, neededWidthMeters, words, say, routeWords),
                  words.metersText(road.lengthMeters),
                  ...(road.people > 0 && road.others > 0
                    ? [text.others(formatNumber(road.others))]
                    : []),
                ].join(words.dot)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button className="not-printed self-start" onPress={() => setPages((now) => now + 1)}>
          {say.toWalk.more(formatNumber(hidden))}
        </Button>
      )}
    </section>
  );
}

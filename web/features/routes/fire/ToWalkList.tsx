import { useState } from 'react';
import { type FireCheckAnswer, MOST_TO_WALK } from '#contract/fire-check';
import { localDay } from '#domain/local-day';
import { useMay } from '../../../api/access.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { csvOf } from '../csv.ts';
import { openSiteRoad } from '../open-site.ts';
import { roadText } from '../road-names.ts';
import { showOnMap } from '../show-on-map.ts';
import { useFireWords } from '../use-fire-words.ts';
import { useRouteWords } from '../use-route-words.ts';
import { knownWidth, reasonsText } from './road-facts.ts';

const PAGE = 20;

/** 現地確認リスト: roads of which it decides whether they pass, most people behind first. */
export function ToWalkList({ answer }: { readonly answer: FireCheckAnswer }) {
  const { toWalk: roads, neededWidthMeters } = answer;
  const words = useWords();
  const say = useFireWords();
  const routeWords = useRouteWords();
  const may = useMay();
  const [pages, setPages] = useState(1);
  const text = say.toWalk;
  const shown = roads.slice(0, PAGE * pages);
  const hidden = roads.length - shown.length;
  const save = () =>
    saveFile(
      csvOf([
        [
          text.rank,
          text.road,
          text.reasons,
          text.width,
          text.needed,
          text.length,
          text.behind,
          text.decidedAlone,
          text.others,
        ],
        ...roads.map((road, at) => [
          at + 1,
          roadText(road, words, routeWords),
          reasonsText(road, null, words, say, routeWords),
          knownWidth(road, routeWords),
          neededWidthMeters ?? '',
          Math.round(road.lengthMeters),
          road.people,
          road.decidedAlone,
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
          <span className="number text-14 font-normal">({formatNumber(roads.length)})</span>
        </h4>
        {roads.length > 0 && (
          <Button className="not-printed" onPress={save}>
            {text.csv}
          </Button>
        )}
      </div>
      <p className="text-14 leading-normal text-ink-soft">
        {roads.length === 0 ? text.none : text.intro}{' '}
        {roads.length === MOST_TO_WALK && text.most(formatNumber(MOST_TO_WALK))}
      </p>
      <ol aria-label={text.title} data-list>
        {shown.map((road, at) => {
          const name = roadText(road, words, routeWords);
          return (
            <li key={road.id} className="flex items-start gap-2 border-b border-line py-1">
              <span className="printed-only" aria-hidden="true">
                □
              </span>
              <button
                type="button"
                className="focus-inset min-h-11 min-w-0 flex-1 py-1 text-left leading-normal hover:bg-surface-soft"
                onClick={() => showOnMap(road.line)}
              >
                <span className="number">{at + 1}.</span>{' '}
                <strong className="number">
                  {road.people > 0
                    ? text.people(formatNumber(road.people))
                    : text.onlyOthers(formatNumber(road.others))}
                </strong>
                {words.dot}
                {name}
                <span className="number block text-14 text-ink-soft">
                  {[
                    reasonsText(road, neededWidthMeters, words, say, routeWords),
                    words.metersText(road.lengthMeters),
                  ].join(words.dot)}
                  {road.decidedAlone > 0 &&
                    `${words.dot}${text.alone(formatNumber(road.decidedAlone))}`}
                  {road.people > 0 &&
                    road.others > 0 &&
                    `${words.dot}${text.also(formatNumber(road.others))}`}
                </span>
              </button>
              {may('site-overrides.change') && (
                <Button
                  className="not-printed px-2 text-14"
                  aria-label={text.recordOf(`${at + 1} ${name}`)}
                  onPress={() => openSiteRoad(road.id, name)}
                >
                  {text.record}
                </Button>
              )}
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

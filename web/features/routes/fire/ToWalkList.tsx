import { useState } from 'react';
import { type FireCheckAnswer, MOST_TO_WALK } from '#contract/fire-check';
import { useMay } from '../../../api/access.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { csvOf } from '../csv.ts';
import { openSiteRoad } from '../open-site.ts';
import { showOnMap } from '../show-on-map.ts';
import { useFireWords } from '../use-fire-words.ts';

const PAGE = 20;

/** 現地確認リスト: roads of which it decides whether they pass, most people behind first. */
export function ToWalkList(props: {
  readonly code: string;
  readonly roads: FireCheckAnswer['toWalk'];
}) {
  const { code, roads } = props;
  const words = useWords();
  const say = useFireWords();
  const may = useMay();
  const [pages, setPages] = useState(1);
  const text = say.toWalk;
  const shown = roads.slice(0, PAGE * pages);
  const hidden = roads.length - shown.length;
  const reasonsText = (road: (typeof roads)[number]) =>
    road.reasons.map((reason) => words.pick(reason)).join(words.comma);
  const save = () =>
    saveFile(
      csvOf([
        [
          text.rank,
          text.road,
          text.id,
          text.reasons,
          text.length,
          text.behind,
          text.decidedAlone,
          text.others,
        ],
        ...roads.map((road, at) => [
          at + 1,
          road.name ?? say.list.unnamed,
          road.id,
          reasonsText(road),
          Math.round(road.lengthMeters),
          road.people,
          road.decidedAlone,
          road.others,
        ]),
      ]),
      `roads-to-walk-${code}.csv`,
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
          const name = road.name ?? say.list.unnamed;
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
                <strong className="number">{text.people(formatNumber(road.people))}</strong>
                {words.dot}
                {name}
                <span className="number block text-14 text-ink-soft">
                  {[reasonsText(road), words.metersText(road.lengthMeters)].join(words.dot)}
                  {road.decidedAlone > 0 &&
                    `${words.dot}${text.alone(formatNumber(road.decidedAlone))}`}
                  {road.others > 0 && `${words.dot}${text.also(formatNumber(road.others))}`}
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

import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Bbox } from '#domain/geo/position';
import { inViewQuery } from '../../api/in-view.ts';
import { districtsQuery, summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMapBounds } from '../../state/map-bounds.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type LegendGroup, legendGroups } from './legend-groups.tsx';

interface LegendProps {
  readonly municipality: MunicipalityView;
  /** Until the user has chosen: open where there is room. */
  readonly isOpenByItself: boolean;
}

/** So many of the first marks are seen on the closed legend. */
const KEY_GROUPS = 3;

/** From this width on the legend and what is selected have room side by side. */
const ROOMY_PIXELS = 1280;

/** The legend, which is the switch of the layers too. */
export function Legend({ municipality, isOpenByItself }: LegendProps) {
  const words = useWords();
  const [choice, setChoice] = useState<boolean | null>(null);
  const selection = useView((view) => view.selection);
  const isOpen = choice ?? isOpenByItself;
  // On a small screen the legend would lie over what was just selected.
  useEffect(() => {
    if (selection !== null && innerWidth < ROOMY_PIXELS) setChoice(false);
  }, [selection]);
  const bodyId = useId();
  const summary = useQuery(summaryQuery(municipality.code));
  const filters = useView((view) => view.filters);
  const bounds = useMapBounds();
  const inView = useQuery(inViewQuery(municipality.code, filters, bounds));
  const districts = useQuery(districtsQuery(municipality.code));
  const groups = legendGroups(
    {
      summary: summary.data,
      inView: inView.data,
      districtCount:
        districts.data?.districts.filter(({ bbox }) => overlaps(bbox, bounds)).length ?? null,
      hasBaseMap: municipality.hasBaseMap,
    },
    words,
  );
  return (
    <section
      aria-label={words.map.legend}
      className="absolute top-3 left-3 flex max-h-[calc(100%-1.5rem)] w-72 flex-col overflow-hidden rounded-8 border border-line-strong bg-surface data-[open=false]:w-auto"
      data-open={isOpen}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        className="focus-inset flex min-h-10 items-center gap-2 px-3 font-bold hover:bg-surface-soft"
        onClick={() => setChoice(!isOpen)}
      >
        <Icon name="layers" />
        <span className="flex-1 text-left">{words.map.legend}</span>
        {!isOpen && (
          <span className="flex items-center gap-1" aria-hidden="true">
            {groups.slice(0, KEY_GROUPS).map((group) => (
              <span key={group.id}>{group.mark}</span>
            ))}
          </span>
        )}
        <Icon name={isOpen ? 'up' : 'down'} className="size-4" />
      </button>
      <ul
        id={bodyId}
        hidden={!isOpen}
        className="min-h-0 overflow-y-auto border-t border-line py-1"
      >
        <li className="px-3 pb-1 text-right text-14 text-ink-soft">{words.map.inView}</li>
        {groups.map((group) => (
          <LegendRow key={group.id} group={group} />
        ))}
      </ul>
    </section>
  );
}

function overlaps(one: readonly number[], other: Bbox | null): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = one;
  return (
    other === null ||
    (west <= other[2] && east >= other[0] && south <= other[3] && north >= other[1])
  );
}

function LegendRow({ group }: { readonly group: LegendGroup }) {
  const words = useWords();
  const hidden = useView((view) => view.hiddenLayers);
  const isShown = !hidden.includes(group.id);
  const [isUnfolded, setUnfolded] = useState(false);
  const entriesId = useId();
  const name = words.map.layers[group.id];
  return (
    <li>
      <div className="flex items-center pr-1">
        <label className="flex min-h-9 min-w-0 flex-1 items-center gap-2 pl-3 hover:bg-surface-soft">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-action"
            checked={isShown}
            onChange={() =>
              changeView(
                {
                  hiddenLayers: isShown
                    ? [...hidden, group.id]
                    : hidden.filter((id) => id !== group.id),
                },
                'replace',
              )
            }
          />
          <span className={`flex w-7 justify-center ${isShown ? '' : 'opacity-40'}`}>
            {group.mark}
          </span>
          <span className="min-w-0 flex-1 truncate text-14">{name}</span>
          <span className="number text-14 text-ink-soft">
            {group.count === null ? '' : formatNumber(group.count)}
          </span>
        </label>
        {group.entries.length > 0 ? (
          <button
            type="button"
            aria-expanded={isUnfolded}
            aria-controls={entriesId}
            aria-label={`${name} ${words.map.legend}`}
            className="focus-inset inline-flex size-8 items-center justify-center rounded-4 hover:bg-surface-strong"
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <Icon name={isUnfolded ? 'up' : 'down'} className="size-4" />
          </button>
        ) : (
          <span className="size-8" />
        )}
      </div>
      {group.entries.length > 0 && (
        <ul id={entriesId} hidden={!isUnfolded} className="pb-1">
          {group.entries.map((entry) => (
            <li key={entry.key} className="flex min-h-7 items-center gap-2 py-0.5 pr-10 pl-9">
              <span className="flex w-7 justify-center">{entry.mark}</span>
              <span className="min-w-0 flex-1 text-14 leading-snug">{entry.label}</span>
              <span className="number text-14 text-ink-soft">
                {entry.count === null ? '' : formatNumber(entry.count)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

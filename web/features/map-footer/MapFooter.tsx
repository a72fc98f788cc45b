import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { localDay } from '#domain/local-day';
import { useCredits } from '../../api/credits.ts';
import { summaryQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import type { Camera } from '../../map/camera.ts';
import { useView } from '../../state/use-view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { scaleFor } from './scale.ts';
import { type ZoneDataState, zoneDataState } from './zone-date.ts';

/** Bottom edge of the map: date of the zone data, scale, coordinates on demand, sources. */
export function MapFooter({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useWords();
  const camera = useView((view) => view.camera);
  const summary = useQuery(summaryQuery(municipality.code));
  const credits = useCredits(municipality);
  const limitYears = municipality.settings.zoneDataLimitYears;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 border-t border-line bg-surface px-3 py-1 text-14 leading-snug">
      {summary.data !== undefined && (
        <ZoneDate
          state={zoneDataState(summary.data.zoneDataAsOf, limitYears, localDay(new Date()))}
          limitYears={limitYears}
          words={words}
        />
      )}
      {camera !== null && <ScaleBar camera={camera} words={words} />}
      {camera !== null && <Coordinates camera={camera} words={words} />}
      <Credits texts={[...credits, 'MapLibre']} words={words} />
    </div>
  );
}

/** One line; a press shows all of it where it is cut. */
function Credits({ texts, words }: { readonly texts: readonly string[]; readonly words: Words }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <button
      type="button"
      aria-expanded={isWhole}
      className={`ml-auto min-h-7 min-w-0 rounded-4 text-left text-ink-soft ${isWhole ? '' : 'max-w-full truncate'}`}
      onClick={() => setWhole(!isWhole)}
    >
      {/* Sources are named as their makers name them. */}
      {words.map.attribution}{' '}
      <span lang="ja">{texts.map((text) => text.trim()).join(words.dot)}</span>
    </button>
  );
}

function ZoneDate(props: {
  readonly state: ZoneDataState;
  readonly limitYears: number;
  readonly words: Words;
}) {
  const { state, words } = props;
  const say = words.map.zoneDate;
  if (state.kind === 'dated' && !state.isOld)
    return (
      <p className="font-bold">
        {say.label} {say.asOf(words.date(state.oldest))}
        {state.others > 0 && ` ${say.several(state.others)}`}
      </p>
    );
  const text =
    state.kind === 'none'
      ? say.none
      : state.kind === 'undated'
        ? `${say.label} ${say.undated}`
        : `${say.label} ${say.asOf(words.date(state.oldest))}${words.dot}${say.old(String(props.limitYears))}`;
  return (
    <p className="flex items-center gap-1 rounded-4 bg-caution-soft px-2 py-0.5 font-bold text-caution">
      <Icon name="warning" className="size-4" />
      {text}
    </p>
  );
}

function ScaleBar({ camera, words }: { readonly camera: Camera; readonly words: Words }) {
  const { meters, widthPixels } = scaleFor(camera.zoom, camera.lat);
  const text =
    meters >= 1000
      ? words.map.kilometres(formatNumber(meters / 1000))
      : words.map.metres(formatNumber(meters));
  return (
    <p className="flex items-center gap-2">
      <span className="sr-only">{words.map.scale('')}</span>
      <span
        aria-hidden="true"
        className="h-2 border-x-2 border-b-2 border-ink"
        style={{ width: widthPixels }}
      />
      <span className="number">{text}</span>
    </p>
  );
}

function Coordinates({ camera, words }: { readonly camera: Camera; readonly words: Words }) {
  const [isShown, setShown] = useState(false);
  return (
    <button
      type="button"
      aria-pressed={isShown}
      className="number inline-flex min-h-7 items-center gap-1 rounded-4 px-1 hover:bg-surface-strong"
      title={isShown ? words.map.hideCoordinates : words.map.coordinates}
      onClick={() => setShown(!isShown)}
    >
      <Icon name="target" className="size-4" />
      {isShown ? (
        words.map.north(camera.lat.toFixed(5), camera.lng.toFixed(5))
      ) : (
        <span className="sr-only">{words.map.coordinates}</span>
      )}
    </button>
  );
}

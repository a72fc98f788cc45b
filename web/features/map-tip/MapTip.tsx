import { useMap } from '@vis.gl/react-maplibre';
import { useEffect, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useWords } from '../../i18n/use-words.ts';
import { usePointedFeature } from '../../state/pointed-feature.ts';
import { tipLines } from './tip-words.ts';
import { usePointedSentence } from './use-pointed-sentence.ts';

/** A few words beside what the pointer or the keyboard rests on; a screen reader hears the judgement. */
export function MapTip({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useWords();
  const pointed = usePointedFeature();
  const place = useScreenPlace(pointed?.position ?? null);
  const sentence = usePointedSentence(municipality.code, pointed);
  return (
    <>
      <p role="status" className="sr-only">
        {sentence}
      </p>
      {pointed !== null && place !== null && (
        <div
          aria-hidden="true"
          data-map-tip
          className="pointer-events-none absolute z-10 max-w-64 rounded-4 border border-line-strong bg-surface px-2 py-1 text-14 leading-snug text-ink"
          style={{
            left: place.x,
            top: place.y,
            transform: `translate(${place.isRight ? 'calc(-100% - 14px)' : '14px'}, ${place.isLow ? 'calc(-100% - 14px)' : '14px'})`,
          }}
        >
          {tipLines(pointed, words).map((line, index) => (
            <p key={line} className={index === 0 ? 'font-bold' : ''}>
              {line}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

interface ScreenPlace {
  readonly x: number;
  readonly y: number;
  readonly isRight: boolean;
  readonly isLow: boolean;
}

/** Where a position is on the map's screen, also while the map moves. */
function useScreenPlace(position: readonly [number, number] | null): ScreenPlace | null {
  const { current: map } = useMap();
  const [place, setPlace] = useState<ScreenPlace | null>(null);
  useEffect(() => {
    if (map === undefined || position === null) {
      setPlace(null);
      return;
    }
    const follow = () => {
      const { x, y } = map.project([position[0], position[1]]);
      const { clientWidth, clientHeight } = map.getContainer();
      setPlace({ x, y, isRight: x > clientWidth - 270, isLow: y > clientHeight - 90 });
    };
    follow();
    map.on('move', follow);
    return () => {
      map.off('move', follow);
    };
  }, [map, position]);
  return place;
}

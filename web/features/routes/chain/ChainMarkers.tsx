import { Marker } from '@vis.gl/react-maplibre';
import type { Marker as MapLibreMarker } from 'maplibre-gl';
import type { WholeChain } from '#contract/whole-chain';
import { useWords } from '../../../i18n/use-words.ts';
import type { LetteredPlace } from '../use-map-picture.ts';
import { type ChainWords, useChainWords } from './use-chain-words.ts';

/** Home, supporters' homes and destination on the map, each by its letter. */
export function ChainMarkers({ chain }: { readonly chain: WholeChain }) {
  const words = useWords();
  const say = useChainWords();
  return chain.places.map(({ key, label, position }) => {
    if (position === null) return null;
    const name = words.pick(label);
    // The map calls its marks alike and in English.
    const nameElement = (marker: MapLibreMarker | null) =>
      marker?.getElement().setAttribute('aria-label', name);
    const isDestination = key === 'destination';
    return (
      <Marker key={key} ref={nameElement} longitude={position[0]} latitude={position[1]}>
        <span
          title={name}
          className={`flex h-8 min-w-8 items-center justify-center border-2 border-action px-1 text-14 font-bold ${
            isDestination
              ? 'rounded-4 bg-action text-on-action'
              : 'rounded-full bg-surface text-action'
          }`}
        >
          {letterOf(key, say)}
        </span>
      </Marker>
    );
  });
}

/** For the picture that is printed. */
export function letteredChain(chain: WholeChain | undefined, say: ChainWords): LetteredPlace[] {
  return (chain?.places ?? []).flatMap(({ key, position }) =>
    position === null ? [] : [{ letter: letterOf(key, say), position }],
  );
}

function letterOf(key: string, say: ChainWords): string {
  if (key === 'home' || key === 'destination') return say.marks[key];
  return say.marks.supporter(String(Number(key.replace('supporter-', '')) + 1));
}

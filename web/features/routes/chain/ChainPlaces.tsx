import type { WholeChain } from '#contract/whole-chain';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ZoneSwatch } from '../../../ui/ZoneSwatch.tsx';
import { showOnMap } from '../show-on-map.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useChainWords } from './use-chain-words.ts';

/** Each place with its judgement and the distance to the zones around it. */
export function ChainPlaces({ chain }: { readonly chain: WholeChain }) {
  const words = useWords();
  const say = useChainWords();
  const { show } = useRouteWords().unknown;
  return (
    <section aria-label={say.places} className="flex flex-col gap-1">
      <h4 className="font-bold">{say.places}</h4>
      <ul>
        {chain.places.map((place) => {
          const name = words.pick(place.label);
          const { position } = place;
          return (
            <li key={place.key} className="flex flex-col gap-1 border-b border-line py-2">
              <div className="flex items-start justify-between gap-2">
                <p className="min-w-0 leading-normal">
                  <strong>{name}</strong>
                  {place.key === 'destination' && chain.destination?.isBest === true && (
                    <span className="block text-14 text-ink-soft">{say.best}</span>
                  )}
                  <span className="block">{words.pick(place.sentence)}</span>
                  <span className="block text-14 text-ink-soft">
                    {position === null
                      ? say.noPosition
                      : say.accuracy(words.terms.accuracy[place.accuracy])}
                  </span>
                </p>
                {position !== null && (
                  <Button
                    variant="quiet"
                    className="not-printed shrink-0 px-2 text-14"
                    aria-label={say.showPlace(name)}
                    onPress={() => showOnMap([position])}
                  >
                    {show}
                  </Button>
                )}
              </div>
              {position !== null && <Nearest place={place} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Nearest({ place }: { readonly place: WholeChain['places'][number] }) {
  const words = useWords();
  const say = useChainWords();
  // Without zone data the sentence says so, and there is nothing that could be near.
  if (place.nearest.length === 0)
    return place.relation === 'outside' ? <p className="text-14">{say.noZoneNear}</p> : null;
  return (
    <ul className="text-14 leading-normal">
      {place.nearest.map((zone) => {
        const meters = words.metersText(Math.abs(zone.signedDistanceMeters));
        return (
          <li key={zone.zoneId} className="flex items-start gap-2 py-0.5">
            <ZoneSwatch {...zone} className="mt-0.5 h-4 w-6" />
            <span className="number">
              {words.terms.phenomenon[zone.phenomenon]}
              {words.dot}
              {words.terms.zoneClass[zone.zoneClass]}
              {words.dot}
              {['undetermined', 'near'].includes(zone.relation) && (
                <>
                  {words.terms.relation[zone.relation]}
                  {words.dot}
                </>
              )}
              {zone.signedDistanceMeters <= 0 ? say.inside(meters) : say.outside(meters)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

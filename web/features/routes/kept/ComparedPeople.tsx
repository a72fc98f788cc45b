import { useState } from 'react';
import type { ClosureComparison } from '#contract/closure-scenario';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { reachText } from '../reach-text.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useKeptWords } from './use-kept-words.ts';

const PAGE = 50;

/** Whom the two do something else to; who is cut off by one alone first. */
export function ComparedPeople({ comparison }: { readonly comparison: ClosureComparison }) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = useKeptWords();
  const [pages, setPages] = useState(1);
  const { people } = comparison;
  if (people.length === 0) return <p>{say.nobody}</p>;
  const shown = people.slice(0, PAGE * pages);
  const hidden = people.length - shown.length;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-bold">
        {say.differing} <span className="number">{formatNumber(people.length)}</span>
      </h4>
      <ul aria-label={say.differing}>
        {shown.map((person) => (
          <li key={person.id} className="border-b border-line">
            <button
              type="button"
              className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
              onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
            >
              <strong>{person.name}</strong>{' '}
              <span className="number text-14 text-ink-soft">
                {[
                  words.terms.tier(person.tier),
                  person.district ?? routeWords.cutOff.noDistrict,
                  ...(person.needsPower === true ? [routeWords.cutOff.needsPower] : []),
                ].join(words.dot)}
              </span>
              {(['foot', 'vehicle'] as const).map((way) => {
                const { first, second, onlyIn } = person[way];
                const texts = [
                  [say.first, first],
                  [say.second, second],
                ] as const;
                return (
                  <span
                    key={way}
                    className={`number block text-14 ${onlyIn === null ? '' : 'font-bold'}`}
                  >
                    {routeWords.cutOff.of(
                      routeWords.cutOff[way],
                      texts
                        .map(([letter, reach]) =>
                          say.side(letter, reachText(reach, words, routeWords)),
                        )
                        .join(words.dot),
                    )}
                  </span>
                );
              })}
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button className="not-printed self-start" onPress={() => setPages((now) => now + 1)}>
          {routeWords.cutOff.more(formatNumber(hidden))}
        </Button>
      )}
    </div>
  );
}

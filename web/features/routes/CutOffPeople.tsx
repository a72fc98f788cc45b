import { useMemo, useState } from 'react';
import type { CutOffAnswer } from '#contract/cut-off';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { csvOf } from './csv.ts';
import { reachText } from './reach-text.ts';
import { useRouteWords } from './use-route-words.ts';

const PAGE = 50;

/** Everybody whom the closures change something for, gravest first, as a list and as a file. */
export function CutOffPeople(props: {
  readonly code: string;
  readonly people: CutOffAnswer['people'];
}) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = routeWords.cutOff;
  const [isCutOffOnly, setCutOffOnly] = useState(false);
  const [pages, setPages] = useState(1);
  const people = useMemo(
    () =>
      isCutOffOnly
        ? props.people.filter(({ foot, vehicle }) =>
            [foot.state, vehicle.state].includes('cut-off'),
          )
        : props.people,
    [props.people, isCutOffOnly],
  );
  if (props.people.length === 0)
    return (
      <p>
        <strong>{say.nobody}</strong> <span className="text-14">{say.nobodyNote}</span>
      </p>
    );
  const power = (needs: boolean | null) =>
    needs === null ? words.terms.unknown : needs ? say.yes : say.no;
  const save = () =>
    saveFile(
      csvOf([
        [say.name, say.district, say.tier, say.power, say.position, say.foot, say.vehicle],
        ...people.map((person) => [
          person.name,
          person.district ?? say.noDistrict,
          person.tier,
          power(person.needsPower),
          words.terms.accuracy[person.accuracy],
          reachText(person.foot, words, routeWords),
          reachText(person.vehicle, words, routeWords),
        ]),
      ]),
      `cut-off-${props.code}.csv`,
    );
  const shown = people.slice(0, PAGE * pages);
  const hidden = people.length - shown.length;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">
          {say.list} <span className="number">{formatNumber(people.length)}</span>
        </h4>
        <Button className="not-printed" onPress={save}>
          {say.csv}
        </Button>
      </div>
      <Checkbox label={say.filters['cut-off']} isChecked={isCutOffOnly} onChange={setCutOffOnly} />
      <ul aria-label={say.list} data-list>
        {shown.map((person) => (
          <li key={person.id} className="border-b border-line">
            <button
              type="button"
              className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
              onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
            >
              <span className="flex flex-wrap items-baseline gap-x-2">
                <strong>{person.name}</strong>
                <span className="number text-14 text-ink-soft">
                  {[
                    words.terms.tier(person.tier),
                    words.terms.rank(formatNumber(person.rank)),
                    person.district ?? say.noDistrict,
                    ...(person.needsPower === true ? [say.needsPower] : []),
                    ...(person.accuracy === 'block' || person.accuracy === 'town'
                      ? [say.of(say.position, words.terms.accuracy[person.accuracy])]
                      : []),
                  ].join(words.dot)}
                </span>
              </span>
              {(['foot', 'vehicle'] as const).map((way) => (
                <span key={way} className="number mr-4 inline-block text-14">
                  {say.of(say[way], '')}
                  <span className={person[way].state === 'cut-off' ? 'font-bold' : ''}>
                    {reachText(person[way], words, routeWords)}
                  </span>
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button className="not-printed self-start" onPress={() => setPages((now) => now + 1)}>
          {say.more(formatNumber(hidden))}
        </Button>
      )}
    </div>
  );
}

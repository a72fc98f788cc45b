import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CutOffAnswer, CutOffQuestion } from '#contract/cut-off';
import { localDay } from '#domain/local-day';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import { fetchCutOffCsv } from '../../api/routes.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { reachText } from './reach-text.ts';
import type { RoutePlan } from './route-plan.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

const PAGE = 50;

/** Everybody whom the closures change something for, gravest first, as a list and as a file. */
export function CutOffPeople(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly question: CutOffQuestion;
  readonly people: CutOffAnswer['people'];
}) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = routeWords.cutOff;
  const { code, question } = props;
  const { isCutOffOnly } = props.plan;
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
  const save = useMutation({
    mutationFn: async () =>
      saveFile(
        await fetchCutOffCsv(code, { ...question, isCutOffOnly }, words.language),
        `${say.fileName}_${localDay(new Date())}.csv`,
      ),
  });
  if (props.people.length === 0)
    return (
      <p>
        <strong>{say.nobody}</strong> <span className="text-14">{say.nobodyNote}</span>
      </p>
    );
  const shown = people.slice(0, PAGE * pages);
  const hidden = people.length - shown.length;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="font-bold">
          {say.list} <span className="number">{formatNumber(people.length)}</span>
        </h4>
        <Button className="not-printed" isDisabled={save.isPending} onPress={() => save.mutate()}>
          {say.csv}
        </Button>
      </div>
      <Checkbox
        label={say.filters['cut-off']}
        isChecked={isCutOffOnly}
        onChange={(isOnly) => changePlan({ isCutOffOnly: isOnly }, 'replace')}
      />
      <Refusal error={save.error} />
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
              <span className="number block text-14">
                {[
                  ...(person.address === null ? [] : [person.address]),
                  ...(person.age === null ? [] : [words.terms.years(person.age)]),
                  ...(person.careLevel === null
                    ? []
                    : [words.pick(CARE_LEVEL_LABELS[person.careLevel])]),
                ].join(words.dot)}
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

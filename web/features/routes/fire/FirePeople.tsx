import { useEffect, useMemo, useState } from 'react';
import { FIRE_ANSWERS, type FireCheckAnswer } from '#contract/fire-check';
import { formatNumber } from '../../../i18n/format.ts';
import { useView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { useFireWords } from '../use-fire-words.ts';
import { FireRow } from './FireRow.tsx';
import type { FirePlan, FireSort } from './fire-plan.ts';
import { shownRows } from './fire-rows.ts';
import { changeFire } from './use-fire-check.ts';

const PAGE = 50;

/** Everybody who was looked at, filtered and sorted. A row and the map show the same person. */
export function FirePeople(props: { readonly plan: FirePlan; readonly answer: FireCheckAnswer }) {
  const { plan, answer } = props;
  const say = useFireWords();
  const [pages, setPages] = useState(1);
  const rows = useMemo(() => shownRows(answer.people, plan), [answer.people, plan]);
  const selectedId = useView(({ selection }) =>
    selection?.kind === 'resident' ? selection.id : null,
  );
  const selectedAt = rows.findIndex(({ id }) => id === selectedId);
  // Whoever was selected on the map is among the rows that are there.
  const count = Math.max(PAGE * pages, selectedAt + 1);
  useEffect(() => {
    if (selectedAt >= 0)
      document
        .querySelector(`[data-fire-row="${selectedId}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  }, [selectedId, selectedAt]);
  const hidden = rows.length - Math.min(count, rows.length);
  return (
    <div className="flex flex-col gap-2">
      <h4 className="font-bold">{say.list.title}</h4>
      <div className="not-printed grid grid-cols-2 gap-3">
        <ChoiceField
          label={say.list.answer}
          value={plan.answer ?? ''}
          choices={[
            ['', say.list.all],
            ...FIRE_ANSWERS.map((one) => [one, say.result.answers[one]] as const),
          ]}
          onChange={(value) =>
            changeFire({ answer: FIRE_ANSWERS.find((one) => one === value) ?? null })
          }
        />
        <ChoiceField
          label={say.result.district}
          value={plan.shownDistrict ?? 'all'}
          choices={[
            ['all', say.list.allDistricts],
            ...answer.districts.map(
              ({ name }) => [name ?? '', name ?? say.result.noDistrict] as const,
            ),
          ]}
          onChange={(value) => changeFire({ shownDistrict: value === 'all' ? null : value })}
        />
      </div>
      <p role="status" className="number text-14">
        {say.list.shown(formatNumber(rows.length), formatNumber(answer.people.length))}
      </p>
      {plan.sort !== 'hardest' && (
        <Button
          className="not-printed self-start"
          onPress={() => changeFire({ sort: 'hardest', isDescending: false })}
        >
          {say.list.hardest}
        </Button>
      )}
      {rows.length === 0 ? (
        <p>{say.list.nobody}</p>
      ) : (
        <table className="w-full text-14 leading-normal">
          <caption className="sr-only">{say.list.title}</caption>
          <thead>
            <tr className="border-b border-line-strong">
              <Head sort="name" label={say.list.name} plan={plan} />
              <Head sort="answer" label={say.list.answer} plan={plan} />
              <Head sort="minutes" label={say.list.minutes} plan={plan} isNumber />
              <Head sort="walk" label={say.list.walk} plan={plan} isNumber />
              <Head sort="hose" label={say.list.hose} plan={plan} />
            </tr>
          </thead>
          {rows.slice(0, count).map((person) => (
            <FireRow key={person.id} person={person} isSelected={person.id === selectedId} />
          ))}
        </table>
      )}
      {hidden > 0 && (
        <Button
          className="not-printed self-start"
          onPress={() => setPages(Math.ceil(count / PAGE) + 1)}
        >
          {say.list.more(formatNumber(hidden))}
        </Button>
      )}
    </div>
  );
}

function Head(props: {
  readonly sort: FireSort;
  readonly label: string;
  readonly plan: FirePlan;
  readonly isNumber?: boolean;
}) {
  const { sort, label, plan, isNumber = false } = props;
  const say = useFireWords().list;
  const isSorted = plan.sort === sort;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (plan.isDescending ? 'descending' : 'ascending') : undefined}
      className={isNumber ? 'text-right' : 'text-left'}
    >
      <button
        type="button"
        aria-label={say.sort(label)}
        className="focus-inset min-h-11 py-1 pr-1 whitespace-nowrap hover:bg-surface-soft"
        onClick={() => changeFire({ sort, isDescending: isSorted && !plan.isDescending })}
      >
        {label}
        <span aria-hidden="true" className="not-printed ml-0.5">
          {isSorted ? (plan.isDescending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}

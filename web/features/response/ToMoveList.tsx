import { useEffect, useState } from 'react';
import type { ResponseDetail, ToMoveOnWire } from '#contract/response';
import {
  isLate,
  RESPONSE_GROUP_LABELS,
  RESPONSE_STATUS_LABELS,
  RESPONSE_STATUSES,
  type ResponseStatus,
} from '#domain/plan/response';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { beforePrinting } from '../../state/print-order.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { ReportsOf } from './ReportsOf.tsx';
import { useReport } from './use-report.ts';
import { useResponseWords } from './use-response-words.ts';

export type Shown = 'all' | 'late' | ResponseStatus;
const AT_ONCE = 100;

/** Everybody in the order of whom to move, with how they stand. */
export function ToMoveList(props: {
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly now: number;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}) {
  const { code, detail, now, shown } = props;
  const words = useWords();
  const say = useResponseWords();
  const [limit, setLimit] = useState(AT_ONCE);
  // On paper everybody.
  useEffect(() => beforePrinting(async () => setLimit(Number.POSITIVE_INFINITY)), []);
  const people = detail.people.filter((one) =>
    shown === 'all'
      ? true
      : shown === 'late'
        ? isLate(one.latestStart, one.status, now)
        : one.status === shown,
  );
  const listed = people.slice(0, limit);
  return (
    <section aria-label={say.list} className="flex flex-col gap-2">
      <h3 className="text-18 font-bold">
        {say.list} <span className="number">{say.people(formatNumber(people.length))}</span>
      </h3>
      <p className="text-14 text-ink-soft">{say.order}</p>
      {shown !== 'all' && (
        <Button className="not-printed w-fit" onPress={() => props.onShow('all')}>
          {say.all}
        </Button>
      )}
      {people.length === 0 && shown === 'all' && <p>{say.emptyList}</p>}
      <ol className="flex flex-col">
        {listed.map((person, at) => (
          <li key={person.id} data-person={person.id} className="border-t border-line py-2">
            {person.group !== listed[at - 1]?.group && (
              <h4 className="pb-1 font-bold">{words.pick(RESPONSE_GROUP_LABELS[person.group])}</h4>
            )}
            <ToMoveRow code={code} detail={detail} person={person} now={now} />
          </li>
        ))}
      </ol>
      {people.length > limit && (
        <Button className="not-printed w-fit" onPress={() => setLimit(limit + AT_ONCE)}>
          {say.all} ({formatNumber(people.length)})
        </Button>
      )}
    </section>
  );
}

function ToMoveRow(props: {
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly person: ToMoveOnWire;
  readonly now: number;
}) {
  const { code, detail, person, now } = props;
  const words = useWords();
  const say = useResponseWords();
  const report = useReport(code, detail.id);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-48 flex-1">
        <button
          type="button"
          className="min-h-11 text-left text-16 font-bold text-action underline"
          onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
        >
          {person.name}
        </button>
        <PersonFacts person={person} detail={detail} now={now} />
        <ReportsOf code={code} responseId={detail.id} person={person} />
      </div>
      <label className="flex flex-col text-14">
        <span className="sr-only">{say.statusOf(person.name)}</span>
        <select
          className="h-11 rounded-8 border border-line-strong bg-surface px-2"
          value={person.status}
          disabled={detail.closedAt !== null}
          onChange={({ target: { value } }) => {
            const status = RESPONSE_STATUSES.find((one) => one === value);
            if (status !== undefined) report(person, status);
          }}
        >
          {RESPONSE_STATUSES.map((status) => (
            <option key={status} value={status}>
              {words.pick(RESPONSE_STATUS_LABELS[status])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

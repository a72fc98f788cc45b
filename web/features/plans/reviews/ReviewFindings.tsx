import { Fragment } from 'react';
import { asItIsNow } from '#domain/plan/review/kept-findings';
import { useWords } from '../../../i18n/use-words.ts';
import { usePlanWords } from '../use-plan-words.ts';
import type { ReviewRow } from './use-confirm.ts';

/** What changed, from what to what and by data of when; then what people said. */
export function ReviewFindings({ row }: { readonly row: ReviewRow }) {
  const words = useWords();
  const say = usePlanWords().reviews;
  const told = new Set(row.findings.map(({ reason }) => reason));
  // Called for by somebody: there is nothing that the program compared.
  const others = row.reasons.filter(({ reason }) => !told.has(reason));
  return (
    <ul className="flex flex-col gap-2">
      {row.findings.map((one) => (
        <li
          key={`${one.reason} ${one.what.ja} ${one.to.ja}`}
          className="rounded-8 border border-line p-2"
        >
          <p className="font-bold">
            {say.finding(words.pick(one.what), words.pick(one.label))}
            <span className="ml-2 rounded-4 border border-line-strong px-1.5 text-14 font-normal">
              {one.isOver ? say.over : say.change[one.change]}
            </span>
          </p>
          <FromAndTo finding={one} />
        </li>
      ))}
      {others.map(({ reason, label }) => (
        <li key={reason} className="rounded-8 border border-line p-2 font-bold">
          {words.pick(label)}
        </li>
      ))}
      {row.calls.map(({ at, by, note }) => (
        <li key={`${at} ${by}`} className="text-14">
          {note ?? say.noNote}{' '}
          <span className="text-ink-soft">{say.said(by, words.moment(at))}</span>
        </li>
      ))}
    </ul>
  );
}

function FromAndTo({ finding }: { readonly finding: ReviewRow['findings'][number] }) {
  const words = useWords();
  const say = usePlanWords().reviews;
  const { from, fromDate, toDate } = finding;
  const { now, meanwhile } = asItIsNow(finding);
  const dated = (date: string | null) => (date === null ? say.noDate : say.asOf(words.date(date)));
  const rows = [
    { label: say.from, text: from, date: dated(fromDate) },
    ...(meanwhile === null
      ? [{ label: say.to, text: now, date: dated(toDate) }]
      : [
          { label: say.meanwhile, text: meanwhile, date: dated(toDate) },
          { label: say.to, text: now, date: '' },
        ]),
  ];
  return (
    <dl className="number grid grid-cols-[max-content_1fr] gap-x-3 text-14">
      {rows.map(({ label, text, date }) => (
        <Fragment key={label}>
          <dt className="text-ink-soft">{label}</dt>
          <dd>
            {words.pick(text)}
            <span className="text-ink-soft">{date}</span>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

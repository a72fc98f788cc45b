import type { Departures } from '#contract/plan-departures';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { openPlan } from '../use-plans-view.ts';
import { byDistrict } from './by-district.ts';
import { useDepartureWords } from './use-departure-words.ts';

type Plan = Departures['plans'][number];

function PlanLink(props: { readonly id: string; readonly name: string }) {
  const say = useDepartureWords().list;
  return (
    <button
      type="button"
      aria-label={say.open(props.name)}
      className="min-h-6 text-left text-action underline"
      onClick={() => openPlan(props.id)}
    >
      {props.name}
    </button>
  );
}

/** What cannot be kept comes first, by how much is lacking. */
export function LatePlans(props: {
  readonly answer: Departures;
  readonly nameOf: (id: string) => string;
}) {
  const say = useDepartureWords();
  const { tooLate } = props.answer;
  return (
    <section aria-label={say.late.title} className="flex flex-col gap-1">
      <h3 className="text-18 font-bold">{say.late.title}</h3>
      {tooLate.length === 0 && <p className="text-14">{say.late.none}</p>}
      <ul className="divide-y divide-line">
        {tooLate.map(({ residentId, lateByMinutes }) => (
          <li key={residentId} className="flex justify-between gap-2 py-1">
            <PlanLink id={residentId} name={props.nameOf(residentId)} />
            <strong className="number text-danger">
              {say.late.by(formatNumber(lateByMinutes))}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Latest starts of each district, the earliest first, with the pieces that they are reckoned from. */
export function StartsTable({ plans }: { readonly plans: readonly Plan[] }) {
  const words = useWords();
  const say = useDepartureWords().list;
  const startOf = ({ startAt, latestStartMinutes: minutes }: Plan) => {
    if (minutes === null) return say.unknown;
    const level = String(startAt);
    return minutes < 0
      ? say.before(level, formatNumber(-minutes))
      : say.at(level, formatNumber(minutes));
  };
  return (
    <section aria-label={say.title} className="flex flex-col gap-3">
      <h3 className="text-18 font-bold">{say.title}</h3>
      {byDistrict(plans).map(([district, own]) => {
        const name = district ?? say.noDistrict;
        return (
          <table key={name} className="w-full text-14">
            <caption className="text-left font-bold">
              {say.district(name, formatNumber(own.length))}
            </caption>
            <thead>
              <tr className="border-b border-line-strong text-left">
                {[say.name, say.start, say.missing].map((label) => (
                  <th key={label} scope="col" className="py-1 pr-2">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own.map((plan) => (
                <tr key={plan.residentId} className="border-b border-line align-top">
                  <th scope="row" className="py-1 pr-2 text-left">
                    <PlanLink id={plan.residentId} name={plan.name} />
                  </th>
                  <td className="number py-1 pr-2">
                    {startOf(plan)}
                    {plan.state === 'at-latest' && (
                      <span className="block text-ink-soft">{say.atLatest}</span>
                    )}
                    <span className="block text-ink-soft">
                      {plan.lines
                        .map(
                          ({ piece, minutes }) =>
                            `${say.pieces[piece]} ${minutes === null ? say.notKnown : say.minutes(formatNumber(minutes))}`,
                        )
                        .join(words.dot)}
                    </span>
                  </td>
                  <td className="py-1">
                    {plan.missing.length === 0
                      ? say.noMissing
                      : plan.missing.map((piece) => say.pieces[piece]).join(words.comma)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </section>
  );
}

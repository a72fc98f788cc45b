import { Fragment } from 'react';
import type { ProposalHead } from '#contract/plan-proposal';
import { UNPLACED_CODES } from '#domain/plan/assignment/proposal';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { figureRows } from './figure-rows.ts';
import { useProposalWords } from './use-proposal-words.ts';

/** What a proposal comes to, who is not placed and why, and of when its data are. */
export function ProposalFigures({ head }: { readonly head: ProposalHead }) {
  const words = useWords();
  const say = useProposalWords().figures;
  const { unplaced } = head.figures;
  return (
    <section aria-label={say.title}>
      <table className="w-full" aria-label={say.title}>
        <tbody>
          {figureRows(head.figures, words, say).map(({ key, label, text, isGrave }) => (
            <Fragment key={key}>
              <tr className="border-b border-line">
                <th scope="row" className="py-1 text-left text-14 font-normal">
                  {label}
                </th>
                <td className={`number py-1 pl-2 text-right ${isGrave ? 'font-bold' : ''}`}>
                  {text}
                </td>
              </tr>
              {key === 'unplaced' &&
                UNPLACED_CODES.filter((code) => (unplaced[code] ?? 0) > 0).map((code) => (
                  <tr key={code} className="border-b border-line">
                    <th scope="row" className="py-1 pl-4 text-left text-14 font-normal">
                      {say.why[code]}
                    </th>
                    <td className="number py-1 pl-2 text-right">
                      {say.persons(formatNumber(unplaced[code] ?? 0))}
                    </td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <DataOfProposal head={head} />
    </section>
  );
}

function DataOfProposal({ head: { data } }: { readonly head: ProposalHead }) {
  const words = useWords();
  const say = useProposalWords().figures;
  const dates = (all: readonly (string | null)[]) =>
    [...new Set(all)]
      .map((one) => (one === null ? say.undated : words.date(one)))
      .join(words.comma);
  return (
    <p className="pt-2 text-14 leading-normal text-ink-soft">
      {say.data}
      {words.dot}
      {[
        say.roster(dates([data.roster])),
        say.roads(dates(data.roads.map(({ asOf }) => asOf))),
        say.zones(dates(data.zones)),
        say.shelters(dates(data.shelters)),
      ].join(words.dot)}
      {!data.isCurrent && <strong> {say.notCurrent}</strong>}
    </p>
  );
}

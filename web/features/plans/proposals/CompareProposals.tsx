import { useQuery } from '@tanstack/react-query';
import type { ProposalComparison } from '#contract/plan-proposal';
import { proposalComparisonQuery } from '../../../api/plan-proposals.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { changePlansView } from '../use-plans-view.ts';
import { figureRows } from './figure-rows.ts';
import { useShelterNames } from './placement-words.ts';
import { useProposalWords } from './use-proposal-words.ts';

type Side = ProposalComparison['changes'][number]['from'];

/** Two proposals side by side: their figures, and for whom what changes. */
export function CompareProposals(props: {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}) {
  const words = useWords();
  const all = useProposalWords();
  const say = all.compare;
  const nameOf = useShelterNames(props.code);
  const query = useQuery(proposalComparisonQuery(props.code, props.from, props.to));
  const answer = query.data;
  if (answer === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={12} className="p-4" />
    );
  const before = figureRows(answer.from.figures, words, all.figures);
  const after = figureRows(answer.to.figures, words, all.figures);
  const sideText = (side: Side) => {
    if (side === null) return say.notIn;
    if (!side.isPlaced) return say.noPlace;
    const name = side.shelterId === null ? all.people.elsewhere : nameOf(side.shelterId);
    return side.redMeters === null
      ? name
      : `${name}${words.dot}${all.people.red(words.metersText(side.redMeters))}`;
  };
  const heads = [`${say.from}: ${answer.from.name}`, `${say.to}: ${answer.to.name}`];
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 p-4">
      <h3 className="text-18 font-bold">{say.title}</h3>
      <Button className="w-fit" onPress={() => changePlansView({ beside: null }, 'push')}>
        {say.back}
      </Button>
      <table className="w-full text-14" aria-label={all.figures.title}>
        <thead>
          <tr className="border-b border-line-strong">
            <td />
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pl-2 text-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before.map((row, at) => (
            <tr key={row.key} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {row.label}
              </th>
              <td className="number pl-2 text-right">{row.text}</td>
              <td
                className={`number pl-2 text-right ${row.value === after[at]?.value ? '' : 'font-bold'}`}
              >
                {after[at]?.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="number">
        {say.counts(formatNumber(answer.same), formatNumber(answer.changed))}
        {words.dot}
        {say.turned(formatNumber(answer.newlyPlaced), formatNumber(answer.newlyUnplaced))}
      </p>
      {answer.changes.length < answer.changed && (
        <p>{say.first(formatNumber(answer.changes.length))}</p>
      )}
      <table className="w-full text-14" aria-label={say.changes}>
        <thead>
          <tr className="border-b border-line-strong text-left">
            {[say.person, say.from, say.to].map((label) => (
              <th key={label} scope="col" className="py-1 pr-2">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.changes.map(({ residentId, name, from, to }) => (
            <tr key={residentId} className="border-b border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left">
                {name}
              </th>
              <td className="py-1 pr-2">{sideText(from)}</td>
              <td className="py-1">{sideText(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

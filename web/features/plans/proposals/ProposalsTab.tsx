import { useQuery } from '@tanstack/react-query';
import { proposalsQuery } from '../../../api/plan-proposals.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { CompareProposals } from './CompareProposals.tsx';
import { ProposalForm } from './ProposalForm.tsx';
import { ProposalJob } from './ProposalJob.tsx';
import { ProposalView } from './ProposalView.tsx';
import { useProposalWords } from './use-proposal-words.ts';

/** Destinations for many people at once: made, looked at, compared, taken over. */
export default function ProposalsTab({ code }: { readonly code: string }) {
  const view = usePlansView();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain" data-proposals>
      {view.job !== null ? (
        <ProposalJob key={view.job} code={code} id={view.job} />
      ) : view.proposal === null ? (
        <>
          <KeptProposals code={code} />
          <ProposalForm code={code} />
        </>
      ) : view.beside !== null ? (
        <CompareProposals code={code} from={view.proposal} to={view.beside} />
      ) : (
        <ProposalView key={view.proposal} code={code} id={view.proposal} />
      )}
    </div>
  );
}

function KeptProposals({ code }: { readonly code: string }) {
  const words = useWords();
  const say = useProposalWords().list;
  const query = useQuery(proposalsQuery(code));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={3} className="p-4" />
    );
  const { proposals } = query.data;
  return (
    <section aria-label={say.title} className="flex flex-col gap-2 p-4">
      <h3 className="text-18 font-bold">{say.title}</h3>
      {proposals.length === 0 && (
        <p>
          {say.none}
          <span className="block text-14 text-ink-soft">{say.noneText}</span>
        </p>
      )}
      <ul className="divide-y divide-line">
        {proposals.map(({ id, name, createdAt, createdBy, figures, taken }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={say.open(name)}
              className="focus-inset w-full py-2 text-left hover:bg-surface-soft"
              onClick={() => changePlansView({ proposal: id }, 'push')}
            >
              <span className="block font-bold text-action underline">{name}</span>
              <span className="number block text-14">
                {say.figures(formatNumber(figures.placed), formatNumber(figures.people))}
                {taken > 0 && `${words.dot}${say.taken(formatNumber(taken))}`}
              </span>
              <span className="block text-14 text-ink-soft">
                {say.made(words.moment(createdAt), createdBy)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

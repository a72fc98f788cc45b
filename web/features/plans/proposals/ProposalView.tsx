import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type ProposalFilters,
  proposalLinesQuery,
  proposalQuery,
  proposalsQuery,
  removeProposal,
  restoreProposal,
} from '../../../api/plan-proposals.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { changePlansView } from '../use-plans-view.ts';
import { setHandWork, useHandWork } from './by-hand.ts';
import { ProposalFigures } from './ProposalFigures.tsx';
import { ProposedPeople } from './ProposedPeople.tsx';
import { TakeOver } from './TakeOver.tsx';
import { UseTable } from './UseTable.tsx';
import { useProposalWords } from './use-proposal-words.ts';
import { useStartProposal } from './use-start-proposal.ts';

interface Props {
  readonly code: string;
  readonly id: string;
}

/** One proposal: its figures first, then where and who, then what is done with it. */
export function ProposalView({ code, id }: Props) {
  const words = useWords();
  const say = useProposalWords();
  const queryClient = useQueryClient();
  const [filters, setFilters] = useState<ProposalFilters>({ only: 'all', shelter: null });
  const query = useQuery(proposalQuery(code, id, filters, 0));
  const proposal = query.data;
  const others = useQuery(proposalsQuery(code)).data?.proposals.filter((one) => one.id !== id);
  if (proposal === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={12} className="p-4" />
    );
  const { name } = proposal;
  // The list alone: what is removed cannot be asked for, and is the same when it comes back.
  const refresh = () => queryClient.invalidateQueries({ queryKey: proposalsQuery(code).queryKey });
  const remove = async () => {
    await removeProposal(code, id);
    changePlansView({ proposal: null, picked: null });
    await refresh();
    offerUndo({
      text: say.removed(name),
      undo: async () => {
        await restoreProposal(code, id);
        await refresh();
      },
    });
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <div>
        <Button
          variant="quiet"
          className="-ml-3 px-3 text-14"
          onPress={() => changePlansView({ proposal: null, picked: null }, 'push')}
        >
          {say.back}
        </Button>
        <h3 className="text-18 font-bold">{name}</h3>
        <p className="text-14 text-ink-soft">
          {say.list.made(words.moment(proposal.createdAt), proposal.createdBy)}
          {proposal.taken > 0 && `${words.dot}${say.list.taken(formatNumber(proposal.taken))}`}
        </p>
      </div>
      <ProposalFigures head={proposal} />
      <p className="text-14 text-ink-soft">
        {say.map.legend}
        {words.dot}
        {[say.map.plain, say.map.red, say.map.unknown, say.map.unplaced].join(words.dot)}
      </p>
      <UseTable
        uses={proposal.uses}
        shown={filters.shelter}
        onShow={(shelter) => setFilters({ ...filters, shelter })}
      />
      <ProposedPeople
        code={code}
        proposal={proposal}
        filters={filters}
        onOnly={(only) => setFilters({ ...filters, only })}
      />
      <ProposeAgain code={code} id={id} name={name} conditions={proposal.conditions} />
      <TakeOver code={code} id={id} />
      {others !== undefined && others.length > 0 && (
        <LabelledField label={say.compare.choose}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value=""
              onChange={({ target }) => changePlansView({ beside: target.value || null }, 'push')}
            >
              <option value="">{say.compare.none}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      )}
      <Button className="w-fit" onPress={() => void remove()}>
        {say.remove}
      </Button>
    </div>
  );
}

/** With what was decided by hand, that of the proposal before included. */
function ProposeAgain(
  props: Props & {
    readonly name: string;
    readonly conditions: Parameters<ReturnType<typeof useStartProposal>['start']>[0];
  },
) {
  const { code, id } = props;
  const say = useProposalWords().again;
  const { places } = useHandWork(id);
  const lines = useQuery(proposalLinesQuery(code, id)).data?.lines;
  const { start, isPending, problem } = useStartProposal(code);
  if (places.size === 0 || lines === undefined) return null;
  const kept = lines.flatMap(({ residentId, shelterId, isFixed }) =>
    isFixed && shelterId !== null && !places.has(residentId) ? [{ residentId, shelterId }] : [],
  );
  const own = [...places].map(([residentId, shelterId]) => ({ residentId, shelterId }));
  return (
    <section aria-label={say.title} className="flex flex-col items-start gap-2">
      <h4 className="font-bold">{say.title}</h4>
      <p aria-live="polite">{say.count(formatNumber(places.size))}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() =>
            start({
              ...props.conditions,
              name: say.name(props.name).slice(0, 100),
              fixed: [...kept, ...own],
            })
          }
        >
          {say.start}
        </Button>
        <Button
          onPress={() => {
            setHandWork(id, { places: new Map() });
            offerUndo({ text: say.undone, undo: () => setHandWork(id, { places }) });
          }}
        >
          {say.undo}
        </Button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
    </section>
  );
}

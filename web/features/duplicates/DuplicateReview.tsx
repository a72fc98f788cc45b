import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Duplicates, JudgeDuplicate } from '#contract/people-desk';
import { PURPOSE_LABELS } from '#domain/access/consent';
import { duplicatesQuery, judgeDuplicate } from '../../api/people-desk.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution, EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { type JudgeProblem, judgeProblemOf, mergeBarOf } from './merge-bar.ts';
import { PairTable } from './PairTable.tsx';
import { useDuplicatePlanWords } from './use-duplicate-plan-words.ts';

type Pair = Duplicates['pairs'][number];

/** Records that look like one person, two by two, to be judged by somebody who knows. */
export default function DuplicateReview({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.peopleDesk.duplicates;
  const client = useQueryClient();
  const duplicates = useQuery(duplicatesQuery(code));
  const [place, setPlace] = useState(0);
  const plans = useDuplicatePlanWords();
  const [problem, setProblem] = useState<JudgeProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (duplicates.isError)
    return <LoadError error={duplicates.error} onRetry={() => void duplicates.refetch()} />;
  if (duplicates.data === undefined) return <SkeletonLines count={9} className="p-4" />;
  const { pairs, judged } = duplicates.data;
  const at = Math.min(place, Math.max(0, pairs.length - 1));
  const pair = pairs[at];
  const refresh = () => client.invalidateQueries({ queryKey: [code] });
  const judge = async (judgement: JudgeDuplicate, text: string) => {
    setProblem(null);
    setBusy(true);
    try {
      await judgeDuplicate(code, judgement);
      const { a, b } = judgement;
      offerUndo({
        text,
        undo: async () => {
          await judgeDuplicate(code, { a, b, decision: 'undo' });
          await refresh();
        },
      });
    } catch (error) {
      setProblem(judgeProblemOf(error));
    }
    await refresh();
    setBusy(false);
  };
  const progress = say.progress(formatNumber(judged.same), formatNumber(judged.different));
  if (pair === undefined)
    return (
      <EmptyState title={say.empty.title} text={`${say.empty.text} ${progress}`}>
        <Button variant="primary" onPress={() => changeView({ task: 'list' })}>
          {say.empty.action}
        </Button>
      </EmptyState>
    );
  const same = (kept: 'a' | 'b') =>
    void judge(
      {
        a: pair.a.id,
        b: pair.b.id,
        decision: 'same',
        keepId: pair[kept].id,
        versions: { a: pair.a.version, b: pair.b.version },
      },
      say.saidSame,
    );
  const { consentsApart, onlyPlan, hasTwoPlans } = mergeBarOf(pair);
  const isApart = consentsApart.length > 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-18 font-bold">{say.title}</h2>
        <p className="number text-14 text-ink-soft" aria-live="polite">
          {progress}
        </p>
      </div>
      <p className="text-14 text-ink-soft">{say.intro}</p>
      <PairHead pair={pair} at={at} all={pairs.length} />
      {problem !== null && (
        <Caution>{typeof problem === 'string' ? say[problem] : words.pick(problem)}</Caution>
      )}
      <PairTable pair={pair} />
      {isApart && (
        <Caution>
          {plans.consentsApart(
            consentsApart.map((purpose) => words.pick(PURPOSE_LABELS[purpose])).join(words.comma),
          )}
        </Caution>
      )}
      {onlyPlan !== null && <Caution>{plans.keepPlan(onlyPlan)}</Caution>}
      {hasTwoPlans && <Caution>{plans.twoPlans}</Caution>}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          isDisabled={isBusy || isApart || onlyPlan === 'B'}
          onPress={() => same('a')}
        >
          {say.same('A')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={isBusy || isApart || onlyPlan === 'A'}
          onPress={() => same('b')}
        >
          {say.same('B')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={isBusy}
          onPress={() =>
            void judge({ a: pair.a.id, b: pair.b.id, decision: 'different' }, say.saidDifferent)
          }
        >
          {say.different}
        </Button>
        {pairs.length > 1 && (
          <Button onPress={() => setPlace((at + 1) % pairs.length)}>{say.skip}</Button>
        )}
      </div>
    </div>
  );
}

function PairHead(props: { readonly pair: Pair; readonly at: number; readonly all: number }) {
  const say = useWords().peopleDesk.duplicates;
  return (
    <p className="flex flex-wrap gap-x-4">
      <b className="number">{say.pair(formatNumber(props.at + 1), formatNumber(props.all))}</b>
      <span className="number">{say.score(formatNumber(props.pair.score))}</span>
      <span>{props.pair.reasons.map((reason) => say.reasons[reason]).join(' ・ ')}</span>
    </p>
  );
}

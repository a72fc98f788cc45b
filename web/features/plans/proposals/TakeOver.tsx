import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { TakenOver } from '#contract/plan-proposal';
import { proposalLinesQuery, takeOver } from '../../../api/plan-proposals.ts';
import { plansKey } from '../../../api/plans.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { changePlansView } from '../use-plans-view.ts';
import { setHandWork, useHandWork } from './by-hand.ts';
import { useProposalWords } from './use-proposal-words.ts';

/** So many are taken over by one request, so that it is seen to go on and can be stopped. */
const AT_ONCE = 50;

interface Run {
  readonly done: number;
  readonly total: number;
  readonly taken: number;
  readonly skipped: TakenOver['skipped'];
  readonly state: 'running' | 'ended' | 'stopped' | 'failed';
}

/** Puts what is proposed into plans that can be written; who could not be is told with the reason. */
export function TakeOver({ code, id }: { readonly code: string; readonly id: string }) {
  const say = useProposalWords().take;
  const queryClient = useQueryClient();
  const { chosen } = useHandWork(id);
  const lines = useQuery(proposalLinesQuery(code, id)).data?.lines ?? [];
  const [run, setRun] = useState<Run | null>(null);
  const isStopped = useRef(false);
  const left = lines.filter(({ isTaken, isPlaced }) => !isTaken && isPlaced);
  const start = async (ids: readonly string[]) => {
    isStopped.current = false;
    let now: Run = { done: 0, total: ids.length, taken: 0, skipped: [], state: 'running' };
    setRun(now);
    try {
      while (now.done < ids.length && !isStopped.current) {
        const part = ids.slice(now.done, now.done + AT_ONCE);
        const { taken, skipped } = await takeOver(code, id, part);
        now = {
          ...now,
          done: now.done + part.length,
          taken: now.taken + taken.length,
          skipped: [...now.skipped, ...skipped],
        };
        setRun(now);
      }
      setRun({ ...now, state: now.done < ids.length ? 'stopped' : 'ended' });
    } catch {
      setRun({ ...now, state: 'failed' });
    }
    setHandWork(id, { chosen: new Set() });
    await queryClient.invalidateQueries({ queryKey: plansKey(code) });
  };
  return (
    <section aria-label={say.title} className="flex flex-col items-start gap-2">
      <h4 className="font-bold">{say.title}</h4>
      <p className="text-14 text-ink-soft">{say.explain}</p>
      {run?.state === 'running' ? (
        <>
          <ProgressBar title={say.running} share={run.done / Math.max(1, run.total)} />
          <Button
            onPress={() => {
              isStopped.current = true;
            }}
          >
            {say.stop}
          </Button>
        </>
      ) : (
        <div className="flex flex-wrap gap-2">
          {chosen.size > 0 && (
            <Button variant="primary" onPress={() => void start([...chosen])}>
              {say.chosen(formatNumber(chosen.size))}
            </Button>
          )}
          {left.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <Button
              variant="secondary"
              onPress={() => void start(left.map(({ residentId }) => residentId))}
            >
              {say.all(formatNumber(left.length))}
            </Button>
          )}
        </div>
      )}
      {run !== null && run.state !== 'running' && <Outcome run={run} />}
    </section>
  );
}

function Outcome({ run }: { readonly run: Run }) {
  const words = useWords();
  const say = useProposalWords().take;
  const reasons = new Map<string, { text: string; count: number }>();
  for (const { code, message } of run.skipped) {
    const count = (reasons.get(code)?.count ?? 0) + 1;
    reasons.set(code, { text: words.pick(message), count });
  }
  return (
    <div role="status" className="flex flex-col items-start gap-1">
      {run.state === 'failed' && <p className="font-bold text-error">{say.failed}</p>}
      {run.state === 'stopped' && <p>{say.stopped}</p>}
      <p className="font-bold">{say.taken(formatNumber(run.taken))}</p>
      {run.skipped.length > 0 && (
        <>
          <p>{say.skipped(formatNumber(run.skipped.length))}</p>
          <ul className="list-disc pl-5 text-14">
            {[...reasons].map(([code, { text, count }]) => (
              <li key={code}>{say.reason(text, formatNumber(count))}</li>
            ))}
          </ul>
        </>
      )}
      <Button onPress={() => changePlansView({ tab: 'list', isMine: false }, 'push')}>
        {say.board}
      </Button>
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAccount } from '../../../api/session.ts';
import { useLostConnection } from '../../../state/connection.ts';
import { Button } from '../../../ui/Button.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { openPlan } from '../use-plans-view.ts';
import type { PlanDraft } from './draft.ts';
import { loadDrafts, useDrafts } from './drafts.ts';
import { sendDraft } from './send-draft.ts';

/** While something waits the server is tried again this often. */
const RETRY_MILLIS = 20_000;

interface Sent {
  readonly draft: PlanDraft;
  readonly outcome: 'sent' | 'conflict' | 'refused';
}

/** Sends the edits that wait for the network, and says what became of each. */
export default function WaitingPlans() {
  const say = usePlanWords().waiting;
  const queryClient = useQueryClient();
  const account = useAccount()?.id ?? '';
  const isLost = useLostConnection() !== null;
  const drafts = useDrafts();
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(() => void loadDrafts(account), [account]);
  const waiting = [...drafts.values()].filter(
    (draft) => draft.isWaiting && draft.account === account,
  );
  const count = waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew when the server answers again or more waits
  useEffect(() => {
    if (count === 0) return;
    const sendAll = async () => {
      for (const draft of waiting) {
        const outcome = await sendDraft(draft, queryClient).catch(() => 'refused' as const);
        if (outcome !== 'waiting')
          setSent({ draft, outcome: outcome === 'saved' ? 'sent' : outcome });
      }
    };
    void sendAll();
    const timer = setInterval(() => void sendAll(), RETRY_MILLIS);
    addEventListener('online', sendAll);
    return () => {
      clearInterval(timer);
      removeEventListener('online', sendAll);
    };
  }, [count, isLost, account]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-30 flex justify-center"
    >
      {sent !== null && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-8 bg-ink px-4 py-2 text-surface shadow-lg">
          <span>{say[sent.outcome](sent.draft.personName ?? '')}</span>
          <Button
            onPress={() => {
              openPlan(sent.draft.residentId);
              setSent(null);
            }}
          >
            {say.open}
          </Button>
          <Button onPress={() => setSent(null)}>{say.close}</Button>
        </div>
      )}
    </div>
  );
}

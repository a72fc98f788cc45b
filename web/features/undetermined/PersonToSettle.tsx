import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ResidentDetail } from '#contract/resident';
import { candidatesQuery } from '../../api/people-desk.ts';
import { useWords } from '../../i18n/use-words.ts';
import { moveDraft } from '../../state/move-draft.ts';
import { setSettleChoice, useSettleChoice } from '../../state/settle-choice.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { CandidateList } from './CandidateList.tsx';
import { LeaveReasons } from './LeaveReasons.tsx';
import { useSettleKeys } from './use-settle-keys.ts';
import type { useSettling } from './use-settling.ts';

interface PersonToSettleProps {
  readonly code: string;
  readonly resident: ResidentDetail;
  readonly settling: ReturnType<typeof useSettling>;
}

/** One person of the queue: the address, where it may be, and the three ways to go on. */
export function PersonToSettle({ code, resident, settling }: PersonToSettleProps) {
  const words = useWords();
  const say = words.peopleDesk.settle;
  const choice = useSettleChoice(resident.id);
  const [text, setText] = useState(resident.address ?? '');
  const [isLeaving, setLeaving] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const headRef = useRef<HTMLHeadingElement>(null);
  const candidates = useQuery(candidatesQuery(code, resident.id, choice.text));
  const found = candidates.data?.candidates ?? [];
  const chosen = found[choice.index];
  // The next person is said by a screen reader, and its keys are at hand.
  useEffect(() => headRef.current?.focus(), []);
  const moveByHand = () => {
    moveDraft.set({ residentId: resident.id, position: chosen?.position ?? resident.position });
    setTool('move-point');
    changeView({ tab: 'map' }, 'replace');
  };
  const accept = () => {
    if (chosen !== undefined) void settling.accept(resident, chosen);
  };
  useSettleKeys({
    choose: (index) => {
      if (index < found.length) setSettleChoice({ ...choice, index });
    },
    accept,
    moveByHand,
    leave: () => setLeaving(true),
    search: () => searchRef.current?.focus(),
  });
  return (
    <div className="flex flex-col gap-3">
      <h3 ref={headRef} tabIndex={-1} className="text-20 font-bold">
        {resident.name}
      </h3>
      <p>
        <span className="text-14 text-ink-soft">{say.address} </span>
        {resident.address ?? say.noAddress}
      </p>
      <p className="text-14 text-caution">
        {words.terms.accuracy[resident.accuracy]}
        {words.dot}
        {words.pick(resident.hazard.sentence)}
      </p>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          setSettleChoice({ residentId: resident.id, text: text.trim() || null, index: 0 });
          headRef.current?.focus();
        }}
      >
        <input
          ref={searchRef}
          aria-label={say.search}
          value={text}
          maxLength={200}
          className="min-h-11 min-w-0 flex-1 rounded-8 border border-line-strong bg-surface px-3"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') headRef.current?.focus();
          }}
        />
      </form>
      <CandidateList
        found={found}
        reason={candidates.data?.reason ?? null}
        isLoading={candidates.isPending}
        chosenIndex={choice.index}
        onChoose={(index) => setSettleChoice({ ...choice, index })}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isDisabled={chosen === undefined} onPress={accept}>
          {say.accept}
        </Button>
        <Button variant="secondary" onPress={moveByHand}>
          {say.moveIt}
        </Button>
        <Button onPress={() => setLeaving(!isLeaving)}>{say.leave}</Button>
      </div>
      {isLeaving && (
        <LeaveReasons
          onLeave={(reason) => void settling.leave(resident, reason)}
          onCancel={() => {
            setLeaving(false);
            headRef.current?.focus();
          }}
        />
      )}
    </div>
  );
}

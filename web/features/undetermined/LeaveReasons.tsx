import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';

/** Why a position is left as it is: one of the usual reasons, or in words. */
export function LeaveReasons(props: {
  readonly onLeave: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const words = useWords();
  const say = words.peopleDesk.settle;
  const [text, setText] = useState('');
  const firstRef = useRef<HTMLButtonElement>(null);
  useEffect(() => firstRef.current?.focus(), []);
  return (
    <fieldset className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <legend className="px-1 text-14 font-bold">{say.leaveReason}</legend>
      {say.leaveReasons.map((reason, index) => (
        <button
          key={reason}
          ref={index === 0 ? firstRef : undefined}
          type="button"
          className="min-h-11 rounded-8 border border-line-strong px-3 text-left hover:bg-surface-soft"
          onClick={() => props.onLeave(reason)}
        >
          {reason}
        </button>
      ))}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') props.onLeave(text.trim());
        }}
      >
        <input
          aria-label={words.peopleDesk.move.reasonOther}
          placeholder={words.peopleDesk.move.reasonOther}
          value={text}
          maxLength={500}
          className="min-h-11 min-w-0 flex-1 rounded-8 border border-line-strong bg-surface px-3"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" isDisabled={text.trim() === ''}>
          {say.leave}
        </Button>
      </form>
      <Button onPress={props.onCancel}>{words.peopleDesk.move.cancel}</Button>
    </fieldset>
  );
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { dropUndo, type Undoable, useUndo } from '../state/undo.ts';
import { Button } from './Button.tsx';
import { useMessageRoom } from './use-message-room.ts';

const OFFERED_MILLIS = 10_000;

/** For ten seconds what was just done can be taken back, by the button or by Ctrl+Z. */
export function UndoBar() {
  const undoable = useUndo();
  return (
    <div
      role="status"
      // What was done in an open menu can be taken back without closing it first.
      data-react-aria-top-layer
    >
      {undoable !== null && <Offer key={undoable.number} undoable={undoable} />}
    </div>
  );
}

function Offer({ undoable }: { readonly undoable: Undoable }) {
  const words = useWords();
  const [isHeld, setHeld] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const style = useMessageRoom(bar);
  const cameFrom = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const node = bar.current;
    return () => {
      // Before the bar is taken out of the page: its buttons must not take the focus with them.
      if (!node?.contains(document.activeElement)) return;
      const former = cameFrom.current;
      setTimeout(() => {
        if (former?.isConnected) former.focus();
        else document.querySelector<HTMLElement>('main')?.focus();
      }, 0);
    };
  }, []);
  const takeBack = useCallback(async () => {
    try {
      await undoable.undo();
      dropUndo();
    } catch {
      setFailed(true);
    }
  }, [undoable]);
  useEffect(() => {
    if (isHeld || isFailed) return;
    const timer = setTimeout(dropUndo, OFFERED_MILLIS);
    return () => clearTimeout(timer);
  }, [isHeld, isFailed]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey || event.altKey);
      if (!isUndo || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      void takeBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [takeBack]);
  return (
    <div
      className="pointer-events-none fixed inset-x-0 bottom-2 z-30 flex justify-center px-2"
      style={style}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a bar of buttons is no fieldset */}
      <div
        ref={bar}
        role="group"
        className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-1 rounded-8 bg-ink px-4 py-2 text-surface shadow-lg"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={({ relatedTarget }) => {
          if (relatedTarget instanceof HTMLElement && !bar.current?.contains(relatedTarget))
            cameFrom.current = relatedTarget;
          setHeld(true);
        }}
        onBlur={() => setHeld(false)}
      >
        <span>{isFailed ? words.frame.undo.failed : undoable.text}</span>
        <span className="ml-auto flex gap-4">
          {!isFailed && <Button onPress={() => void takeBack()}>{words.frame.undo.button}</Button>}
          <Button onPress={dropUndo}>{words.frame.close}</Button>
        </span>
      </div>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

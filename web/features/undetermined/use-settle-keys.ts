import { useEffect, useRef } from 'react';
import { activeTool } from '../../state/tool.ts';

export interface SettleActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly choose: (index: number) => void;
  readonly accept: () => void;
  readonly moveByHand: () => void;
  readonly leave: () => void;
  readonly search: () => void;
}

/** Single keys of the queue. They are silent while something is typed or a map tool is in hand. */
export function useSettleKeys(actions: SettleActions): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isOurs || activeTool() !== null || isTyping(event.target)) return;
      const act = actionOf(event, current.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function actionOf({ key, target }: KeyboardEvent, actions: SettleActions): (() => void) | null {
  // On a button or link Enter is theirs, on the map the arrows.
  const isOnControl = target instanceof HTMLElement && target.closest('button, a, canvas') !== null;
  if (/^[1-9]$/.test(key)) return () => actions.choose(Number(key) - 1);
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowDown':
      return isOnControl ? null : actions.next;
    case 'ArrowUp':
      return isOnControl ? null : actions.previous;
    case 'Enter':
      return isOnControl ? null : actions.accept;
    case 'm':
      return actions.moveByHand;
    case 'l':
      return actions.leave;
    case 's':
      return actions.search;
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

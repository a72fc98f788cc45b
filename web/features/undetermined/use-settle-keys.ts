import { useEffect, useRef } from 'react';
import { activeTool } from '../../state/tool.ts';

interface SettleActions {
  readonly next: () => void;
  readonly previous: () => void;
  /** By the digit of the list, from 0. */
  readonly choose: (index: number) => void;
  readonly accept: () => void;
  readonly moveByHand: () => void;
  readonly leave: () => void;
  readonly search: () => void;
}

/** Single keys of the queue, those that there is something to do for. They are silent while something is typed or a map tool is in hand. */
export function useSettleKeys(actions: Partial<SettleActions>): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isOurs || activeTool() !== null || isTyping(event.target)) return;
      const act = actionOf(event, current.current);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function actionOf(
  { key, target }: KeyboardEvent,
  actions: Partial<SettleActions>,
): (() => void) | undefined {
  // On a button or link Enter is theirs, on the map the arrows.
  const isOnControl = target instanceof HTMLElement && target.closest('button, a, canvas') !== null;
  const { choose } = actions;
  if (/^[1-9]$/.test(key)) return choose && (() => choose(Number(key) - 1));
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'ArrowDown':
      return isOnControl ? undefined : actions.next;
    case 'ArrowUp':
      return isOnControl ? undefined : actions.previous;
    case 'Enter':
      return isOnControl ? undefined : actions.accept;
    case 'm':
      return actions.moveByHand;
    case 'l':
      return actions.leave;
    case 's':
      return actions.search;
    default:
      return undefined;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

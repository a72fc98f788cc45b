import { useEffect } from 'react';
import type { DraftSession } from './draft-session.ts';

/** Ctrl+Z takes the last change back, Ctrl+Shift+Z or Ctrl+Y does it again; fields of text included. */
export function useEditorKeys(session: DraftSession): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && !isRedo) return;
      const { canUndo, canRedo } = session.getState();
      if (isRedo ? !canRedo : !canUndo) return;
      event.preventDefault();
      if (isRedo) session.redo();
      else session.undo();
    };
    // Before the bar that offers to undo what was done elsewhere.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [session]);
}

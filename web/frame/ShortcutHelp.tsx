import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from '../ui/Icon.tsx';

const ShortcutList = lazy(() => import('./ShortcutList.tsx'));

/** What the keyboard can do, under ? and behind a button. */
export function ShortcutHelp() {
  const words = useWords();
  const say = words.frame.shortcuts;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === '?' && !isTyping) setOpen(true);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={say.title}
        title={`${say.title} (?)`}
        className="inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong max-sm:hidden"
        onClick={() => setOpen(true)}
      >
        <Icon name="question" />
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShortcutList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

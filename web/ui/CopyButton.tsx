import { useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';

const SAID_MILLIS = 3000;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const words = useWords();
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MILLIS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    // Without a secure address there is no clipboard.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('none'));
    written.then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-action px-3 text-14 font-bold text-action hover:bg-action-soft"
        onClick={copy}
      >
        <Icon name="copy" className="size-4" />
        {words.mapTools.copy}
      </button>
      <span role="status" className="self-center text-14">
        {said === null ? '' : words.mapTools[said]}
      </span>
    </>
  );
}

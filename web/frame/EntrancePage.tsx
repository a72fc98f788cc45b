import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { DisplayChoices } from './DisplayChoices.tsx';

const CARD =
  'rounded-12 border border-line bg-surface p-8 max-sm:rounded-none max-sm:border-0 max-sm:p-5';

/** The page before one is let in: one thing at a time, in the middle. */
export function EntrancePage(props: {
  /** Null while it is on its way. */
  readonly title: string | null;
  readonly children: ReactNode;
  /** What else is there, beside it where there is room. */
  readonly aside?: ReactNode;
}) {
  const words = useWords();
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-surface-soft">
      <header className="flex min-h-14 items-center gap-2 border-b border-line bg-surface px-4 py-1.5">
        <p className="flex-1 text-20 font-bold tracking-wide text-action">{words.frame.appName}</p>
        <DisplayChoices />
      </header>
      <main
        id="main"
        className={`mx-auto grid w-full flex-1 items-start gap-6 p-6 max-sm:gap-0 max-sm:p-0 ${
          props.aside === undefined ? 'max-w-xl' : 'max-w-5xl lg:grid-cols-2'
        }`}
      >
        <div className={`flex flex-col gap-5 ${CARD}`}>
          {props.title === null ? (
            <span className="sr-only">{words.frame.loading}</span>
          ) : (
            <h1 className="text-24 font-bold">{props.title}</h1>
          )}
          {props.children}
        </div>
        {props.aside !== undefined && <div className={CARD}>{props.aside}</div>}
      </main>
    </div>
  );
}

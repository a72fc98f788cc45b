import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';

/** Head of a panel with what it is and a way out; its sections scroll below. */
export function PanelFrame(props: {
  readonly kind: string;
  readonly title: ReactNode;
  readonly mark?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-start gap-3 border-b border-line px-5 py-3">
        {props.mark}
        <div className="min-w-0 flex-1">
          <p className="text-14 text-ink-soft leading-snug">{props.kind}</p>
          <h2 className="text-20 leading-snug font-bold break-words">{props.title}</h2>
          {props.subtitle !== undefined && (
            <div className="text-14 leading-normal break-keep text-ink-soft">{props.subtitle}</div>
          )}
        </div>
        <button
          type="button"
          aria-label={words.frame.close}
          title={`${words.frame.close} (Esc)`}
          className="-mr-2 inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong"
          onClick={props.onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="min-h-0 flex-1 divide-y divide-line overflow-y-auto overscroll-contain">
        {props.children}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';

/** A box of a tool at the foot of the map, which stays to be seen above it. */
export function MapBox(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords();
  return (
    <section
      aria-label={props.title}
      className="absolute bottom-3 left-3 z-10 flex max-h-[calc(100%-1.5rem)] w-[min(22rem,calc(100%-5.5rem))] flex-col gap-2 overflow-y-auto rounded-8 border border-line-strong bg-surface p-3 text-16 leading-normal text-ink"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-bold">{props.title}</h2>
        <button
          type="button"
          aria-label={words.mapTools.close}
          className="focus-inset inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong"
          onClick={props.onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      {props.children}
    </section>
  );
}

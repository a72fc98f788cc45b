import type { ReactNode, Ref } from 'react';

/** The part of a screen that scrolls, by keyboard too where nothing in it takes the focus. */
export function Scrolled(props: {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}) {
  return (
    <section
      ref={props.ref}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className={`focus-inset min-h-0 flex-1 overflow-y-auto ${props.className ?? ''}`}
    >
      {props.children}
    </section>
  );
}

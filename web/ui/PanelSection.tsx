import type { ReactNode } from 'react';

/** A part of a panel with its heading. */
export function PanelSection(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-2 px-5 py-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-16 font-bold">{props.title}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

import type { ReactNode } from 'react';

/** A list of facts: word left, value right. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="divide-y divide-line border-y border-line">{children}</dl>;
}

export function FactRow(props: {
  readonly label: string;
  readonly children: ReactNode;
  /** Source and date of the value, in small print. */
  readonly source?: string | null;
}) {
  return (
    <div className="grid grid-cols-[7.5rem_1fr] gap-3 py-2">
      <dt className="text-14 text-ink-soft leading-[1.7]">{props.label}</dt>
      <dd className="min-w-0 break-words">
        {props.children}
        {props.source ? <p className="text-14 text-ink-soft">{props.source}</p> : null}
      </dd>
    </div>
  );
}

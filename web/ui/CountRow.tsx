import type { ReactNode } from 'react';
import { formatNumber } from '../i18n/format.ts';

/** Figures side by side, each under its word. */
export function CountRow(props: {
  readonly counts: readonly { readonly label: string; readonly value: number }[];
  readonly children?: ReactNode;
}) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {props.counts.map(({ label, value }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-14 leading-snug text-ink-soft">{label}</dt>
          <dd className="number text-right text-18 leading-snug font-bold">
            {formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

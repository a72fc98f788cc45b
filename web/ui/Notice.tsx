import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** What is to be done where there is nothing to see. */
export function EmptyState(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 p-6">
      <p className="text-18 font-bold">{props.title}</p>
      <p className="text-ink-soft">{props.text}</p>
      {props.children}
    </div>
  );
}

/** A remark on the freshness or reach of what is shown. */
export function Caution({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 border-l-4 border-caution-line bg-caution-soft px-3 py-2 text-14 text-caution">
      <Icon name="warning" className="mt-0.5 size-5" />
      <span>{children}</span>
    </p>
  );
}

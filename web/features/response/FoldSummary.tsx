import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';

/** What unfolds a `details` of the class `group`, and looks as if it could be pressed. */
export function FoldSummary({ children }: { readonly children: ReactNode }) {
  return (
    <summary className="flex min-h-11 w-fit cursor-pointer list-none items-center gap-2 rounded-8 border border-line-strong bg-surface px-4 hover:bg-surface-soft [&::-webkit-details-marker]:hidden">
      {children}
      <Icon name="down" className="size-4 group-open:rotate-180" />
    </summary>
  );
}

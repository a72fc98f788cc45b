import type { ReactNode } from 'react';

/** What to do on the map while a tool is in hand. */
export function MapHint({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="status"
      className="absolute bottom-3 left-3 z-2 mr-20 max-w-md rounded-8 bg-ink px-4 py-2 text-14 leading-normal text-surface"
    >
      {children}
    </div>
  );
}

/** Where the keyboard presses. */
export function MapCross() {
  return (
    <svg
      viewBox="0 0 32 32"
      className="pointer-events-none absolute top-1/2 left-1/2 size-8 -translate-1/2"
      aria-hidden="true"
    >
      <path d="M16 2v28M2 16h28" className="stroke-surface" strokeWidth="4" />
      <path d="M16 2v28M2 16h28" className="stroke-ink" strokeWidth="1.5" />
    </svg>
  );
}

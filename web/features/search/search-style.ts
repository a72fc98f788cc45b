export const SEARCH_ICON = 'pointer-events-none absolute top-3 left-3 size-5 text-ink-soft';
export const SEARCH_INPUT =
  'h-11 w-full rounded-8 border border-line-strong bg-surface pr-3 pl-10 placeholder:text-ink-soft';

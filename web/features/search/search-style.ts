export const SEARCH_ICON = 'pointer-events-none absolute top-3 left-3 size-5 text-ink-soft';
export const SEARCH_INPUT =
  'h-11 w-full rounded-8 border border-line-strong bg-surface pr-3 pl-10 text-ellipsis placeholder:text-ink-soft';

/** With the key that leads there, where there is room and most likely a keyboard. */
export const searchPlaceholder = (text: string) =>
  matchMedia('(min-width: 1024px)').matches ? `${text}  ( / )` : text;

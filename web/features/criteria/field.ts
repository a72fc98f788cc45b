/** How a field of the editor looks. */
export const FIELD = 'h-11 rounded-8 border border-line-strong bg-surface px-3 text-16 text-ink';

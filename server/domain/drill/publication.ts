/** Where the publication of a drill stands: `asked` waits for an officer. */
export const PUBLICATION_STATES = ['none', 'asked', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

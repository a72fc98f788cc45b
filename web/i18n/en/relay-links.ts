import type { relayLinks as japanese } from '../ja/relay-links.ts';

export const relayLinks: typeof japanese = {
  write: 'Write a relay sheet',
  sheets: 'Their sheets',
  near: 'Resources within walking distance',
  guide: 'What may be done with this',
};

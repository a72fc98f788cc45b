import { createHash } from 'node:crypto';

/** What the database holds of a token: whoever reads the table cannot enter by it. */
export const hashOf = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex');

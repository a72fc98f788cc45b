/** How many wrong attempts stay without a delay: people mistype. */
const FREE_FOR_ACCOUNT = 4;
/** A whole city hall may come from one address. */
const FREE_FOR_ADDRESS = 40;
const MOST_SECONDS = 300;
const FIRST_SECONDS = 2;

/**
 * Seconds until the next attempt after so many wrong ones: they double from 2 s up to 5 minutes. Nobody is
 * locked out for good, as anybody could do that to an officer; 300 guesses a day find no password.
 */
export function delaySeconds(kind: 'account' | 'address', failures: number): number {
  const free = kind === 'account' ? FREE_FOR_ACCOUNT : FREE_FOR_ADDRESS;
  if (failures <= free) return 0;
  return Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.min(20, failures - free - 1));
}

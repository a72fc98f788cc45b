/** The key of a new row: two people who add one at the same time get different ones. */
export const newRowId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36)).join('');

/** A sign-in name as it is compared: people type it full-width or with capitals. */
export const loginKeyOf = (loginName: string): string =>
  loginName.normalize('NFKC').trim().toLowerCase();

/** Ids keep slashes, which an address may show as they are. */
export function writeText(text: string): string {
  return encodeURIComponent(text).replaceAll('!', '%21').replaceAll('%2F', '/');
}

export function readText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

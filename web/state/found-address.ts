/** What the address behind a looked-up point was called; kept while the page is open and nowhere else. */
const labels = new Map<string, string>();

export function rememberAddress(pointId: string, label: string): void {
  labels.set(pointId, label);
}

export function addressOf(pointId: string): string | null {
  return labels.get(pointId) ?? null;
}

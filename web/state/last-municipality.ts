const KEY = 'michishirube.municipality';

/** The municipality that this browser had open last. */
export function lastMunicipality(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberMunicipality(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // A browser that keeps nothing asks again.
  }
}

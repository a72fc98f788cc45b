import { useSyncExternalStore } from 'react';

import type { Language } from '../i18n/language.ts';

export type Theme = 'light' | 'dark';
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

const KEY = 'michishirube.preferences';
const listeners = new Set<() => void>();
let current: Preferences = read();
apply(current);

function read(): Preferences {
  const stored = readStored();
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    language: stored.language === 'en' ? 'en' : 'ja',
    theme:
      stored.theme === 'dark' || stored.theme === 'light'
        ? stored.theme
        : prefersDark
          ? 'dark'
          : 'light',
  };
}

/** A browser that keeps nothing for us is served with the usual choices. */
function readStored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function apply({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
}

/** Language and theme of this browser: no matter of the address, which is shared with others. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function currentPreferences(): Preferences {
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  apply(current);
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Kept until the page is closed.
  }
  for (const listener of listeners) listener();
}

import { createStore } from './store.ts';

const KEY = 'michishirube.columns';

/** Columns of the table of people in their order, as this browser keeps them; null: the usual ones. */
const store = createStore<readonly string[] | null>(read());

function read(): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
  } catch {
    return null;
  }
}

export const useListColumns = store.use;

export function setListColumns(columns: readonly string[] | null): void {
  store.set(columns);
  try {
    if (columns === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(columns));
  } catch {
    // Kept until the page is closed.
  }
}

import { createStore } from '../../state/store.ts';

/** What roads are called that were met on the map or in lists, by id; the address holds ids alone. */
export const roadNames = createStore<ReadonlyMap<string, string>>(new Map());

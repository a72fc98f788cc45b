import { createStore } from '../../../state/store.ts';

/** By what ways are looked for, the same for table and map. `policy` null: the first that there is. */
export const conditions = createStore<{
  readonly policy: string | null;
  /** From the start of the drill: what is closed by then. */
  readonly minute: number;
  readonly alternatives: boolean;
}>({ policy: null, minute: 0, alternatives: false });

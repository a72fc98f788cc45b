import { createStore } from '../../../state/store.ts';

/** What was decided on a proposal and not sent yet: who goes where by hand, and who is to be taken over. */
export interface HandWork {
  readonly proposal: string;
  /** Shelters by the person. */
  readonly places: ReadonlyMap<string, string>;
  readonly chosen: ReadonlySet<string>;
}

const NOTHING: HandWork = { proposal: '', places: new Map(), chosen: new Set() };
const store = createStore<HandWork>(NOTHING);

const of = (work: HandWork, proposal: string) =>
  work.proposal === proposal ? work : { ...NOTHING, proposal };

export const useHandWork = (proposal: string): HandWork => of(store.use(), proposal);

export function setHandWork(proposal: string, change: Partial<Omit<HandWork, 'proposal'>>): void {
  store.set({ ...of(store.get(), proposal), ...change });
}

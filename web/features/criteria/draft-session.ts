import { useSyncExternalStore } from 'react';
import type { CriteriaDraft } from '#contract/criteria-desk';
import type { CriteriaContent } from '#domain/priority/content';
import { ApiError } from '../../api/client.ts';
import { readDraft, saveDraft } from '../../api/criteria.ts';

const SAVE_AFTER_MILLIS = 700;
const RETRY_AFTER_MILLIS = 4000;
/** Changes of one field that follow each other this fast are one step to go back. */
const ONE_STEP_MILLIS = 1200;
const MOST_STEPS = 200;

export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'gone' | 'refused';

export interface DraftState {
  readonly document: CriteriaContent;
  /** The version on the server that the document rests on. */
  readonly version: number;
  readonly save: SaveState;
  /** What somebody else saved meanwhile. */
  readonly theirs: CriteriaDraft | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A draft as it is worked on: saved by itself, with steps back and forth. It outlives its screen. */
export class DraftSession {
  #past: CriteriaContent[] = [];
  #future: CriteriaContent[] = [];
  #state: DraftState;
  #lastStep = { field: '', at: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly code: string,
    readonly head: CriteriaDraft,
  ) {
    const { document, version } = head;
    this.#state = {
      document,
      version,
      save: 'saved',
      theirs: null,
      canUndo: false,
      canRedo: false,
    };
  }

  readonly getState = (): DraftState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isSettled(): boolean {
    return this.#state.save === 'saved' && this.#state.theirs === null;
  }

  /** `field` names what is changed: a slider that is dragged is one step to go back. */
  change(update: (document: CriteriaContent) => CriteriaContent, field: string): void {
    const next = update(this.#state.document);
    if (next === this.#state.document) return;
    const now = performance.now();
    const isSameStep = this.#lastStep.field === field && now - this.#lastStep.at < ONE_STEP_MILLIS;
    if (!isSameStep) this.#past = [...this.#past, this.#state.document].slice(-MOST_STEPS);
    this.#lastStep = { field, at: now };
    this.#future = [];
    this.#put(next);
  }

  undo(): void {
    const former = this.#past.at(-1);
    if (former === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#state.document, ...this.#future];
    this.#lastStep = { field: '', at: 0 };
    this.#put(former);
  }

  redo(): void {
    const [next, ...later] = this.#future;
    if (next === undefined) return;
    this.#future = later;
    this.#past = [...this.#past, this.#state.document];
    this.#lastStep = { field: '', at: 0 };
    this.#put(next);
  }

  /** What was not chosen stays one step back. */
  takeTheirs(): void {
    const { theirs, document } = this.#state;
    if (theirs === null) return;
    this.#past = [...this.#past, document];
    this.#future = [];
    this.#set({ document: theirs.document, version: theirs.version, theirs: null, save: 'saved' });
  }

  keepMine(): void {
    const { theirs, document } = this.#state;
    if (theirs === null) return;
    this.#past = [...this.#past, theirs.document];
    this.#future = [];
    this.#set({ version: theirs.version, theirs: null });
    this.#put(document);
  }

  #put(document: CriteriaContent): void {
    const { save, theirs } = this.#state;
    this.#set({ document, save: save === 'saving' || save === 'gone' ? save : 'changed' });
    if (save !== 'saving' && save !== 'gone' && theirs === null) this.#saveIn(SAVE_AFTER_MILLIS);
  }

  #saveIn(millis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), millis);
  }

  async #save(): Promise<void> {
    const { document, version } = this.#state;
    this.#set({ save: 'saving' });
    try {
      const saved = await saveDraft(this.code, this.head.id, version, document);
      const isLatest = this.#state.document === document;
      this.#set({ version: saved.version, save: isLatest ? 'saved' : 'changed' });
      if (!isLatest) this.#saveIn(SAVE_AFTER_MILLIS);
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<void> {
    const status = error instanceof ApiError ? error.status : 0;
    try {
      if (status === 409) {
        const theirs = await readDraft(this.code, this.head.id);
        this.#set({ theirs, save: 'changed' });
        return;
      }
    } catch {
      // Asked again below, as a save that failed.
    }
    if (status === 404) this.#set({ save: 'gone' });
    else if (status >= 400 && status < 500 && status !== 409) this.#set({ save: 'refused' });
    else {
      this.#set({ save: 'offline' });
      this.#saveIn(RETRY_AFTER_MILLIS);
    }
  }

  #set(change: Partial<DraftState>): void {
    this.#state = {
      ...this.#state,
      ...change,
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
    for (const listener of this.#listeners) listener();
  }
}

const sessions = new Map<string, DraftSession>();

/** The session of a draft: the one that is worked on, unless the server has a newer draft and nothing is lost by it. */
export function sessionOf(code: string, draft: CriteriaDraft): DraftSession {
  const known = sessions.get(draft.id);
  if (known !== undefined && (!known.isSettled || known.getState().version >= draft.version))
    return known;
  const session = new DraftSession(code, draft);
  sessions.set(draft.id, session);
  return session;
}

/** The browser asks before a page with unsaved work is closed. */
window.addEventListener('beforeunload', (event) => {
  if ([...sessions.values()].some((session) => !session.isSettled)) event.preventDefault();
});

export function useDraftState(session: DraftSession): DraftState {
  return useSyncExternalStore(session.subscribe, session.getState);
}

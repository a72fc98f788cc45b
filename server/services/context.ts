import type { Actor } from '../db/actor.ts';
import type { Database } from '../db/database.ts';

/** What a use case works with: where the data is, and on whose behalf. */
export interface ServiceContext {
  readonly database: Database;
  readonly actor: Actor;
  /** YYYY-MM-DD: ages are reckoned on this day. */
  readonly today: string;
}

/** How far a long piece of work is. */
export interface Progress {
  readonly phase: 'reading' | 'comparing' | 'previewing' | 'applying' | 'assessing' | 'ranking';
  readonly done: number;
  /** null where the end is not known. */
  readonly total: number | null;
  /** Records read so far, where that is not what `done` counts. */
  readonly records?: number | undefined;
}

export interface LongWork {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

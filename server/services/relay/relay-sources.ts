import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';

export interface RelaySources {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
}

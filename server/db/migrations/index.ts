import { InitialSchema20261124000001 } from './0001-initial-schema.ts';

/** Every migration, oldest first. One that was released is never changed. */
export const MIGRATIONS = [InitialSchema20261124000001];

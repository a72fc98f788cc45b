import { type Actor, COMMAND_LINE } from '../../server/db/actor.ts';

/** An officer who reaches everything, for services that are asked without a session. */
export const LOCAL_OFFICER: Actor = { ...COMMAND_LINE, role: 'disaster-officer' };

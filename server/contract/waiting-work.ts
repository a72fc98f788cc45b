import { z } from 'zod';

/** `GET …/waiting-work`: how much waits for the actor; null where its role has nothing to do with it. */
export const waitingWorkSchema = z.object({
  /** Plans of those whom the actor sees. */
  plans: z.object({ reviewDue: z.number().int() }).nullable(),
  /** Relay sheets that wait for an answer of the actor's office, and all overdue ones that it sees. */
  relay: z.object({ toAnswer: z.number().int(), overdue: z.number().int() }).nullable(),
  /** The drill that comes next or is being run. */
  drill: z
    .object({ id: z.string(), title: z.string(), date: z.string(), isRunning: z.boolean() })
    .nullable(),
});
export type WaitingWork = z.output<typeof waitingWorkSchema>;

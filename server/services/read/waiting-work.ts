import type { WaitingWork } from '#contract/waiting-work';
import { mayUse } from '#domain/access/rules';
import { localDay } from '#domain/local-day';
import { withActor } from '../../db/actor.ts';
import { countForMe } from '../../db/queries/relay-sheets.ts';
import { type DrillSources, readDrills } from '../drills/read-drills.ts';

/** How much waits for the actor, in figures alone: nobody is named, so nobody is looked up. */
export async function readWaitingWork(sources: DrillSources): Promise<WaitingWork> {
  const { role } = sources.actor;
  return {
    plans: mayUse(role, 'plans.see') ? await plansToReview(sources) : null,
    relay: mayUse(role, 'relay.see') ? await sheetsToAnswer(sources) : null,
    drill: mayUse(role, 'drills.see') ? await nextDrill(sources) : null,
  };
}

async function plansToReview({ readers, municipality, actor }: DrillSources) {
  const { entries } = await readers.planBoard(municipality, actor);
  return { reviewDue: entries.filter(({ record }) => record.stage === 'review-due').length };
}

async function sheetsToAnswer({ database, actor, municipality: { code }, now }: DrillSources) {
  const { toAnswer, overdue } = await withActor(database, actor, code, (tx) =>
    countForMe(tx, code, now),
  );
  return { toAnswer, overdue };
}

async function nextDrill(sources: DrillSources): Promise<WaitingWork['drill']> {
  const today = localDay(sources.now);
  const drills = await readDrills(sources, false);
  const next = drills
    .filter(({ state, date }) => state === 'running' || (state === 'planned' && date >= today))
    .sort((a, b) => a.date.localeCompare(b.date))[0];
  if (next === undefined) return null;
  const { id, title, date, state } = next;
  return { id, title, date, isRunning: state === 'running' };
}

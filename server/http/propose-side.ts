import type { ProposalConditions } from '#contract/plan-proposal';
import type { Bilingual } from '#domain/resident/labels';
import type { Actor } from '../db/actor.ts';
import { type ProposalPhase, proposeAll } from '../services/plans/propose-all.ts';
import type { MunicipalityVersions } from '../services/read/data-versions.ts';
import { serviceOf } from './adopt-side.ts';
import type { AppContext } from './context.ts';
import type { JobWork } from './jobs.ts';

const PHASES: Readonly<Record<ProposalPhase, Bilingual>> = {
  people: { ja: '対象者を読んでいます', en: 'Reading the people' },
  ways: { ja: '避難先までの経路を調べています', en: 'Finding the ways to the destinations' },
  supporters: { ja: '支援者からの経路を調べています', en: 'Finding the ways of supporters' },
  assigning: { ja: '全員の避難先を割り当てています', en: 'Assigning destinations to everybody' },
  storing: { ja: '提案を保存しています', en: 'Keeping the proposal' },
};
const ORDER: readonly ProposalPhase[] = ['people', 'ways', 'supporters', 'assigning', 'storing'];
/** Parts of a hundred, by what each takes of the whole. */
const STARTS = [0, 5, 45, 60, 90, 100];

/** A proposal for everybody as a job: nothing of it runs on the thread that answers but reading and keeping. */
export function proposeWork(
  context: AppContext,
  municipality: MunicipalityVersions,
  actor: Actor,
  conditions: ProposalConditions,
): JobWork {
  return async ({ signal, progress }) => {
    const { readers, routing } = context;
    const sources = { context: serviceOf(context, actor), readers, routing, municipality };
    const tell = (phase: ProposalPhase, done: number, total: number) => {
      const at = ORDER.indexOf(phase);
      const [from = 0, to = 100] = [STARTS[at], STARTS[at + 1]];
      progress(Math.round(from + ((to - from) * done) / total), 100, PHASES[phase]);
    };
    const proposed = await proposeAll(sources, conditions, { signal, progress: tell });
    return proposed.ok ? { ok: true, result: proposed.value } : proposed;
  };
}

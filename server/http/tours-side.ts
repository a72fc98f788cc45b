import type { z } from 'zod';
import type { planToursSchema } from '#contract/drill-routes';
import type { Bilingual } from '#domain/resident/labels';
import { planDrillTours, type TourPhase } from '../services/drills/plan-tours.ts';
import type { RouteSources } from '../services/drills/read-routes.ts';
import type { JobWork } from './jobs.ts';

const PHASES: Readonly<Record<TourPhase, Bilingual>> = {
  people: { ja: '参加する人を読んでいます', en: 'Reading who takes part' },
  ways: { ja: '道のりを調べています', en: 'Finding the ways' },
  tours: { ja: '送迎の順番を組んでいます', en: 'Putting the pick-ups in order' },
  storing: { ja: '送迎の計画を保存しています', en: 'Keeping the tours' },
};
const ORDER: readonly TourPhase[] = ['people', 'ways', 'tours', 'storing'];
/** Parts of a hundred, by what each takes of the whole. */
const STARTS = [0, 5, 40, 97, 100];

/** Tours as a job: nothing of them runs on the thread that answers but reading and keeping. */
export function toursWork(
  sources: Omit<RouteSources, 'signal'>,
  drillId: string,
  conditions: z.output<typeof planToursSchema>,
): JobWork {
  return async ({ signal, progress }) => {
    const tell = (phase: TourPhase, done: number, total: number) => {
      const at = ORDER.indexOf(phase);
      const [from = 0, to = 100] = [STARTS[at], STARTS[at + 1]];
      progress(Math.round(from + ((to - from) * done) / total), 100, PHASES[phase]);
    };
    const planned = await planDrillTours({ ...sources, signal }, drillId, conditions, tell);
    return planned.ok ? { ok: true, result: planned.value } : planned;
  };
}

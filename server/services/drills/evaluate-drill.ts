import type { DrillEvaluationOnWire } from '#contract/drill-after';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { compareDrills, type PastDrill } from '#domain/drill/evaluate/compare-drills';
import { failure, type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import { findDrill, listDrills } from '../../db/queries/drills/drills.ts';
import { readHeldDrill } from './drill-record.ts';
import type { DrillSources } from './read-drills.ts';

/** More earlier drills than a city holds in some years. */
const MOST_EARLIER = 40;

/** Planned against actual, beside earlier drills of the same shelter and of others. */
export function readEvaluation(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
): Promise<Result<DrillEvaluationOnWire>> {
  const nowMillis = now.getTime();
  return withActor(database, actor, code, async (tx): Promise<Result<DrillEvaluationOnWire>> => {
    const record = await findDrill(tx, code, id);
    if (record === null) return failure(DRILL_DESK_FAILURES.unknown());
    const held = await readHeldDrill(tx, code, record, nowMillis);
    if (!held.ok) return held;
    const others = (await listDrills(tx, code, false)).filter(
      (other) => other.isEnded && other.id !== id && other.heldOn < record.heldOn,
    );
    const earlier: (PastDrill & { readonly title: string })[] = [];
    for (const other of others.slice(0, MOST_EARLIER)) {
      const past = await readHeldDrill(tx, code, other, nowMillis);
      if (!past.ok) continue;
      const { id: drillId, heldOn: date, shelterIds, title } = other;
      earlier.push({ drillId, date, shelterIds, title, evaluation: past.value.evaluation });
    }
    const { run, evaluation } = held.value;
    const { heldOn: date, shelterIds } = record;
    const comparison = compareDrills({ drillId: id, date, shelterIds, evaluation }, earlier);
    const inState = (...states: readonly string[]) =>
      run.people.filter(({ state }) => states.includes(state)).length;
    return success({
      evaluation: {
        ...evaluation,
        steps: evaluation.steps.map((step) => ({ ...step, problems: [...step.problems] })),
        phases: evaluation.phases.map((phase) => ({ ...phase })),
        bottlenecks: evaluation.bottlenecks.map((one) => ({ ...one })),
      },
      comparison: {
        sameShelter: [...comparison.sameShelter],
        others: [...comparison.others],
        steps: comparison.steps.map((step) => ({ ...step })),
        totalMinutes: { ...comparison.totalMinutes },
      },
      earlier: earlier.map((one) => ({ id: one.drillId, title: one.title, date: one.date })),
      people: {
        expected: run.people.length,
        arrived: inState('arrived'),
        notComing: inState('not-coming'),
        missing: inState('expected', 'overdue'),
        unexpected: run.unexpected.length,
      },
      notices: run.notices.map((notice) => ({ ...notice })),
    });
  });
}

import type { DrillContentOnWire } from '#contract/drill-plan';
import { planOf, suppliesAt } from '#domain/drill/content';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { type DrillEvaluation, evaluateDrill } from '#domain/drill/evaluate/evaluate';
import { expectedMinutes } from '#domain/drill/run/expected-minutes';
import { type RunState, runState } from '#domain/drill/run/run-state';
import { supplyState } from '#domain/drill/run/supply';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { tourSpanOf, withTourMinutes } from '#domain/drill/tours/tour-span';
import { failure, type Result, success } from '#domain/problem';
import type { Transaction } from '../../db/database.ts';
import { selectEventsAfter } from '../../db/queries/drills/drill-events.ts';
import { listTours } from '../../db/queries/drills/drill-tours.ts';
import type { DrillRecord } from '../../db/queries/drills/drills.ts';
import { readDrillContent } from './drill-content.ts';

/** A drill that was begun, with all that became of it, as the actor of the transaction sees it. */
export interface HeldDrill {
  readonly content: DrillContentOnWire;
  readonly run: RunState;
  readonly evaluation: DrillEvaluation;
}

export async function readHeldDrill(
  tx: Transaction,
  code: string,
  record: DrillRecord,
  nowMillis: number,
): Promise<Result<HeldDrill>> {
  const found = await readDrillContent(tx, code, record.id, record.version);
  if (found === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { content } = found;
  const events = (await selectEventsAfter(tx, code, record.id, 0)).map(({ event }) => event);
  const [tour] = await listTours(tx, code, record.id, 1);
  const plan = planOf(record.id, content);
  const expected = expectedMinutes(content, tour?.plan ?? null);
  const begun = runState(plan, [], expected, events, nowMillis);
  if (begun.startedMillis === null) return failure(DRILL_DESK_FAILURES.notBegun());
  const minute = ((begun.endedMillis ?? nowMillis) - begun.startedMillis) / 60_000;
  const supplies = suppliesAt(content, minute).map((supply) =>
    supplyState(supply, plan.people, begun.people),
  );
  const run = { ...begun, supplies };
  const span = tour === undefined ? null : tourSpanOf(tour.plan, content);
  const planned = planTimeline(content.manual, content.scenario, span);
  if (!planned.ok) return failure(DRILL_DESK_FAILURES.noTimeline(planned.problem));
  return success({
    content,
    run,
    evaluation: evaluateDrill(withTourMinutes(content.manual, span), planned.timeline, run),
  });
}

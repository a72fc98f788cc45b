import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import type { FindingChange } from '#domain/drill/evaluate/finding';
import type { Problem } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import type { CarriedOut } from '../../db/entities/drill-after.ts';
import { markCarriedOut, storeCarriedOut } from '../../db/queries/drills/drill-findings.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import { type Effect, type FindingToCarryOut, whyNotForMe } from './carry-out/effect.ts';
import { carryOutPlans, takeBackPlans } from './carry-out/plans.ts';
import { carryOutRoads, takeBackRoads } from './carry-out/roads.ts';
import { carryOutShelter, takeBackShelter } from './carry-out/shelter.ts';
import { carryOutTemplate, takeBackTemplate } from './carry-out/template.ts';
import { standingOf } from './findings.ts';
import type { DrillSources } from './read-drills.ts';

/** Does what a finding says is to change, or takes it back. */
export async function carryOut(
  sources: DrillSources,
  drillId: string,
  findingId: string,
  version: number,
  isCarriedOut: boolean,
): Promise<Problem | null> {
  const { database, actor, now } = sources;
  const { code } = sources.municipality;
  const read = await withActor(database, actor, code, async (tx) => {
    const standing = await standingOf(tx, code, drillId, findingId, version);
    return standing.ok
      ? { ...standing.value, drill: await findDrill(tx, code, drillId) }
      : standing;
  });
  if ('ok' in read) return read.problem;
  const { drill, finding, carriedOut, residentIds, id } = read;
  if (drill === null) return DRILL_DESK_FAILURES.unknown();
  const notForMe = whyNotForMe(actor.role, finding.change.kind);
  if (notForMe !== null) return DRILL_DESK_FAILURES.findingNotForYou(notForMe);
  if (isCarriedOut === (carriedOut !== null)) return null;
  const about = { drillId, drillTitle: drill.title, drillDate: drill.heldOn, text: finding.text };
  const done = { at: now.toISOString(), by: actor.name };
  const mark = (as: CarriedOut | null) =>
    withActor(database, actor, code, (tx) =>
      markCarriedOut(tx, code, drillId, { id, version }, as),
    );
  // Before anything is done: whoever presses at the same time does not do it a second time.
  if (!(await mark(carriedOut === null ? { ...done, ...NOTHING } : null)))
    return DRILL_DESK_FAILURES.findingStale();
  const doing =
    carriedOut === null
      ? effectOf(sources, about, finding.change, residentIds)
      : takeBack(sources, about, carriedOut.undo);
  const effect = await doing.catch(async (error: unknown) => {
    await mark(carriedOut);
    throw error;
  });
  if (effect === null) {
    await mark(null);
    return DRILL_DESK_FAILURES.nothingCarriedOut();
  }
  const next = carriedOut === null ? { ...done, ...effect } : null;
  await withActor(database, actor, code, (tx) =>
    storeCarriedOut(tx, code, drillId, { id, carriedOut: next, at: now, by: actor.name }),
  );
  return null;
}

const NOTHING: Effect = { effects: [], undo: { kind: 'none' } };

/** Null where nothing of it could be done. */
function effectOf(
  sources: DrillSources,
  about: FindingToCarryOut,
  change: FindingChange,
  residentIds: readonly string[],
): Promise<Effect | null> {
  switch (change.kind) {
    case 'none':
      return Promise.resolve(NOTHING);
    case 'template':
      return carryOutTemplate(sources, about, change);
    case 'route-closure':
      return carryOutRoads(sources, about, change.roads);
    case 'shelter':
      return carryOutShelter(sources, about, change);
    case 'plans':
      return carryOutPlans(sources, about, residentIds);
  }
}

async function takeBack(
  sources: DrillSources,
  about: FindingToCarryOut,
  undo: CarriedOut['undo'],
): Promise<Effect> {
  switch (undo.kind) {
    case 'none':
      break;
    case 'template':
      await takeBackTemplate(sources, undo);
      break;
    case 'route-closure':
      await takeBackRoads(sources, undo.overrideIds);
      break;
    case 'shelter':
      await takeBackShelter(sources, undo);
      break;
    case 'plans':
      await takeBackPlans(sources, about, undo.residentIds);
      break;
  }
  return NOTHING;
}

import { localDay } from '#domain/local-day';
import type { HelperBundle } from '#domain/plan/helper-bundles';
import { planDeparture } from '#domain/plan/plan-departure';
import type { Result } from '#domain/problem';
import { success } from '#domain/problem';
import type { Actor } from '../../db/actor.ts';
import type { Sheet } from '../../output/paper/sheet.ts';
import { type HelperPart, helperSheet } from '../../output/paper/sheets/helper-sheet.ts';
import {
  bookingOf,
  type DepartureSources,
  type Reckoned,
  reckonPlans,
  waysBack,
} from '../plans/reckon-plans.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { type PaperSources, readPlanOnPaper } from './read-plan-on-paper.ts';

/** When plans have to be begun, and how far it is from one to the next: for all sheets of helpers at once. */
export interface ReckonedParts {
  readonly plans: ReadonlyMap<string, Reckoned>;
  readonly backMinutes: ReadonlyMap<string, number>;
  readonly roadsAsOf: readonly (string | null)[];
}

export async function reckonParts(sources: DepartureSources): Promise<Result<ReckonedParts>> {
  const found = await reckonPlans(sources, null, {});
  if (!found.ok) return found;
  const { reckoned, data } = found.value;
  const back = await waysBack(sources, reckoned, reckoned.flatMap(bookingOf));
  if (!back.ok) return back;
  return success({
    plans: new Map(reckoned.map((one) => [one.plan.residentId, one])),
    backMinutes: back.value,
    roadsAsOf: (data?.roads ?? []).map(({ asOf }) => asOf),
  });
}

/** All of one helper's part, as far as the actor may see it now; null where nothing of it is left. */
export async function helperOnPaper(
  sources: PaperSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  bundle: HelperBundle,
  reckoned: ReckonedParts,
): Promise<Sheet | null> {
  const parts: HelperPart[] = [];
  for (const { residentId, supporterId } of bundle.parts) {
    const plan = await readPlanOnPaper(sources, municipality, actor, residentId);
    const isNamed = plan?.content.supporters.some(({ id }) => id === supporterId) ?? false;
    if (plan === null || !isNamed) continue;
    parts.push({ residentId, plan, supporterId, ...timesOf(reckoned, residentId, supporterId) });
  }
  if (parts.length === 0) return null;
  const { name, isOrganisation, isNameShared } = bundle;
  return helperSheet({
    ...{ name, isOrganisation, isNameShared, parts },
    municipalityName: municipality.name,
    backMinutes: (from, to) => reckoned.backMinutes.get(`${from} ${to}`) ?? null,
    roadsAsOf: reckoned.roadsAsOf,
    printedOn: localDay(sources.clock()),
  });
}

function timesOf({ plans }: ReckonedParts, residentId: string, supporterId: string) {
  const one = plans.get(residentId);
  const at = one?.plan.content.supporters.findIndex(({ id }) => id === supporterId) ?? -1;
  const supporter = one?.plan.content.supporters[at];
  if (one === undefined || supporter === undefined) return { departure: null, booking: null };
  const { content } = one.plan;
  return {
    departure: planDeparture({
      plan: { ...content, supporters: [supporter] },
      waySeconds: [one.waySeconds[at] ?? null],
      arrivalMinutes: {},
    }),
    booking: one.departure.supporterId === supporterId ? (bookingOf(one)[0] ?? null) : null,
  };
}

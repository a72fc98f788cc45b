import type { ScenarioRoad } from '#domain/drill/scenario';
import { localDay } from '#domain/local-day';
import { findSiteOverride } from '../../../db/queries/site-overrides.ts';
import { createSiteOverride, takeBackSiteOverride } from '../../site-overrides.ts';
import type { DrillSources } from '../read-drills.ts';
import type { Effect, FindingToCarryOut } from './effect.ts';

/** Closes roads as somebody on site would: until it is taken back, and routes go round them from now on. */
export async function carryOutRoads(
  { database, actor, now, municipality: { code } }: DrillSources,
  { drillTitle, drillDate, text }: FindingToCarryOut,
  roads: readonly ScenarioRoad[],
): Promise<Effect | null> {
  const overrideIds: string[] = [];
  for (const { source, id, middle } of roads) {
    const closed = await createSiteOverride({ database, actor, today: localDay(now) }, code, {
      road: { source, id, middle: [middle[0], middle[1]] },
      facts: {
        ...{ closed: { from: null, until: null }, widthMeters: null, heightMeters: null },
        ...{ passability: [], turningPlace: null, hydrant: null },
        note: `訓練「${drillTitle}」(${drillDate})の課題: ${text}`.slice(0, 2000),
      },
      expiresAt: null,
    });
    if (closed.ok) overrideIds.push(closed.value);
  }
  if (overrideIds.length === 0) return null;
  const left = roads.length - overrideIds.length;
  return {
    effects: [
      {
        ja: `道路${overrideIds.length}本を、現地確認の通行止めとして記録しました`,
        en: `${overrideIds.length} roads were recorded as closed on site`,
      },
      ...(left === 0
        ? []
        : [
            {
              ja: `${left}本の道路は、通行止めとして記録できませんでした`,
              en: `${left} roads could not be recorded as closed`,
            },
          ]),
    ],
    undo: { kind: 'route-closure', overrideIds },
  };
}

export async function takeBackRoads(
  { database, actor, now, municipality: { code } }: DrillSources,
  overrideIds: readonly string[],
): Promise<void> {
  for (const id of overrideIds) {
    const standing = await findSiteOverride(database, code, id);
    if (standing === null || standing.isTakenBack) continue;
    const { version } = standing;
    const context = { database, actor, today: localDay(now) };
    await takeBackSiteOverride(context, code, id, { version, isTakenBack: true });
  }
}

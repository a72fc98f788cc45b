import type { Bilingual } from '#domain/resident/labels';
import { tellFinding } from '../../plans/tell-findings.ts';
import { untellFinding } from '../../plans/untell-finding.ts';
import type { DrillSources } from '../read-drills.ts';
import type { Effect, FindingToCarryOut } from './effect.ts';

const whatOf = ({ drillTitle, drillDate }: FindingToCarryOut): Bilingual => ({
  ja: `訓練「${drillTitle}」(${drillDate})の課題`,
  en: `Finding of the drill “${drillTitle}” (${drillDate})`,
});

/** Sends plans to review, each by itself: one that is not in force keeps no other from it. */
export async function carryOutPlans(
  sources: DrillSources,
  about: FindingToCarryOut,
  residentIds: readonly string[],
): Promise<Effect | null> {
  const { code } = sources.municipality;
  const told: string[] = [];
  let refused = 0;
  for (const residentId of residentIds) {
    const done = await tellFinding(sources, code, residentId, {
      what: whatOf(about),
      from: { ja: '訓練の前の計画', en: 'The plan as it was before the drill' },
      to: { ja: about.text, en: about.text },
      ...{ change: 'other', fromDate: null, toDate: about.drillDate },
    });
    if (done.ok) told.push(residentId);
    else refused += 1;
  }
  if (told.length === 0) return null;
  return {
    effects: [
      {
        ja: `${told.length}件の計画を見直しに回しました`,
        en: `${told.length} plans were sent to review`,
      },
      ...(refused === 0
        ? []
        : [
            {
              ja: `${refused}件の計画は運用中でないため、見直しに回せませんでした`,
              en: `${refused} plans are not in force and could not be sent to review`,
            },
          ]),
    ],
    undo: { kind: 'plans', residentIds: told },
  };
}

export async function takeBackPlans(
  sources: DrillSources,
  about: FindingToCarryOut,
  residentIds: readonly string[],
): Promise<void> {
  const told = { what: whatOf(about).ja, to: about.text };
  for (const residentId of residentIds)
    await untellFinding(sources, sources.municipality.code, residentId, told);
}

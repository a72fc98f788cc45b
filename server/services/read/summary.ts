import type { SummaryFigures } from '#contract/municipality';
import { isRed } from '#domain/hazard/zone';
import { tierLabels } from '#domain/priority/criteria';
import type { Bilingual } from '#domain/resident/labels';
import { type Actor, personRuleOf } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { findLatestRun, type LatestRun } from '../../db/queries/assessments.ts';
import { hasDataToCheck, isCheckCurrent } from '../currency.ts';
import { countedFigures, together } from './counted-figures.ts';
import { listCriteria } from './criteria.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import type { Readers, ZoneData } from './readers.ts';
import type { ResidentSnapshot } from './resident-snapshot.ts';
import { listShelters } from './shelters.ts';

const NOT_RANKED: Bilingual = { ja: '未判定', en: 'Not ranked yet' };

/** The figures above the list, and the dates that they rest on. */
export async function readSummary(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  actor: Actor,
): Promise<SummaryFigures> {
  const snapshot = await readers.residents(municipality, actor);
  const zoneData = await readers.zoneData(municipality);
  const shelters = await listShelters(readers, municipality);
  const lastRun = await findLatestRun(database, municipality.code);
  const criteria = await listCriteria(database, municipality.code);
  const inForce = criteria.find(({ id }) => id === municipality.settings.criteriaId);
  const { rows, plans } = snapshot;
  const others = await readers.counted(municipality, actor);
  const counted = countedFigures(others);
  const inside = rows.filter((row) => row.redRelation === 'inside').length;
  const undetermined = rows.filter((row) => row.redRelation === 'undetermined').length;
  // A plan that nobody knows of counts as missing, never as made.
  const withoutPlan = plans.filter((plan) => plan === null || plan === 'none').length;
  // Who may see nobody is told of nobody; "0 people" would say that there are none.
  const isTold = personRuleOf(actor).reach !== 'nobody';
  const told = (seen: number, also: number | null) => (isTold ? together(seen, also) : null);
  const labels = inForce === undefined ? [] : tierLabels(inForce);
  return {
    residents: told(rows.length, counted.residents),
    insideRed: told(inside, counted.insideRed),
    undetermined: told(undetermined, counted.undetermined),
    withoutPlan: told(withoutPlan, counted.withoutPlan),
    seen:
      others.length === 0
        ? null
        : { residents: rows.length, insideRed: inside, undetermined, withoutPlan },
    byTier: countTiers(snapshot, labels, counted.tiers).map(({ count, ...tier }) => ({
      ...tier,
      count: isTold ? count : null,
    })),
    shelters: shelters.length,
    sheltersInZone: shelters.filter(({ relation }) => relation === 'inside').length,
    zones: countZoneKinds(zoneData),
    zoneDataAsOf: [...zoneData.asOf],
    assessedAt: lastRun?.assessedAt.toISOString() ?? null,
    assessmentStale: isStale(municipality, lastRun),
  };
}

function countTiers(
  { rows }: ResidentSnapshot,
  labels: readonly Bilingual[],
  counted: ReadonlyMap<number, number | null>,
): SummaryFigures['byTier'] {
  const counts = new Map(labels.map((_, place) => [place + 1, 0]));
  for (const tier of counted.keys()) if (!counts.has(tier)) counts.set(tier, 0);
  for (const { tier } of rows) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([tier, count]) => ({
      tier,
      label: { ...(labels[tier - 1] ?? NOT_RANKED) },
      count: together(count, counted.has(tier) ? (counted.get(tier) ?? null) : 0),
    }));
}

function countZoneKinds({ counts }: ZoneData): SummaryFigures['zones'] {
  const sum = (wanted: (row: ZoneData['counts'][number]) => boolean) =>
    counts.filter(wanted).reduce((total, { count }) => total + count, 0);
  return {
    red: sum(({ zone_class }) => zone_class === 'red'),
    yellow: sum(({ zone_class }) => zone_class === 'yellow'),
    beforeDesignation: sum(({ zone_class }) => zone_class.endsWith('before-designation')),
    redNotSurveyed: sum((row) => row.red_not_surveyed && !isRed(row.zone_class)),
  };
}

/** The last check rested on another state of the data, or on another margin, than what is in force. */
function isStale({ settings, topics }: MunicipalityVersions, run: LatestRun | null): boolean {
  const now = { marginMeters: settings.marginMeters, versions: topics };
  return hasDataToCheck(topics) && !isCheckCurrent(run, now);
}

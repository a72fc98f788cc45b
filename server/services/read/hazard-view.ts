import type { z } from 'zod';
import type { hazardJudgementSchema } from '#contract/resident';
import type { Relation } from '#domain/hazard/relation';
import type { Accuracy } from '#domain/resident/accuracy';
import type { StoredZoneJudgement, ZoneNameRow } from '../../db/queries/read/zone-judgement.ts';
import { judgementSentence } from './judgement-sentence.ts';

/** A judgement as it was stored; its parts are null where the place has not been assessed. */
export interface StoredJudgement {
  readonly relation: Relation | null;
  readonly red_relation: Relation | null;
  readonly zones: readonly StoredZoneJudgement[] | null;
  readonly assessed_at: Date | null;
  readonly margin_meters: number | null;
}

interface Surroundings {
  readonly accuracy: Accuracy;
  readonly zoneDataAsOf: readonly (string | null)[];
  /** Margin of the settings, said where no assessment has one. */
  readonly marginMeters: number;
  readonly zoneNames: ReadonlyMap<string, ZoneNameRow>;
}

export type HazardView = z.infer<typeof hazardJudgementSchema>;

/** What was not assessed is undetermined. */
export function hazardView(stored: StoredJudgement, around: Surroundings): HazardView {
  const relation = stored.relation ?? 'undetermined';
  const redRelation = stored.red_relation ?? 'undetermined';
  const zones = stored.zones ?? [];
  const place = { relation, redRelation, zones, ...around };
  return {
    relation,
    redRelation,
    zones: zones.map((zone) => ({
      zoneId: zone.zoneId,
      zoneName: around.zoneNames.get(zone.zoneId)?.zone_name ?? null,
      zoneClass: zone.zoneClass,
      phenomenon: zone.phenomenon,
      redNotSurveyed: zone.redNotSurveyed,
      relation: zone.relation,
      signedDistanceMeters: zone.signedDistanceMeters,
      nearestBoundary: [zone.nearestBoundary[0], zone.nearestBoundary[1]],
      noticeDate: around.zoneNames.get(zone.zoneId)?.notice_date ?? null,
    })),
    marginMeters: stored.margin_meters ?? around.marginMeters,
    zoneDataAsOf: [...around.zoneDataAsOf],
    assessedAt: stored.assessed_at?.toISOString() ?? null,
    sentence: judgementSentence(place),
  };
}

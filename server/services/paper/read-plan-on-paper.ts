import type { ResidentDetail, ResidentRow } from '#contract/resident';
import { localDay } from '#domain/local-day';
import { planAddress } from '#domain/plan/paper-address';
import type { PlanContent } from '#domain/plan/plan';
import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import type { Actor } from '../../db/actor.ts';
import { seenByMaps } from '../../output/paper/sheets/plan-map.ts';
import type {
  PersonOnPaper,
  PlanOnPaper,
  Surroundings,
} from '../../output/paper/sheets/plan-on-paper.ts';
import { readPlan } from '../plans/read-plan.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { asOfWords } from '../read/date-words.ts';
import { findResidentDetail } from '../read/resident-detail.ts';
import type { RoutingService } from '../routing/routing-service.ts';
import { type MapSources, readSurroundings } from './read-surroundings.ts';

export interface PaperSources extends MapSources {
  readonly clock: () => Date;
  /** Under which address browsers find the application; null where that is not known. */
  readonly publicOrigin: string | null;
  /** The router, for the ways of those who help. */
  readonly routing: RoutingService;
}

/** One plan as the actor sees it; null where it sees none. */
export async function readPlanOnPaper(
  sources: PaperSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  residentId: string,
): Promise<PlanOnPaper | null> {
  const { database, publicOrigin } = sources;
  const view = await readPlan({ database, actor }, municipality.code, residentId);
  if (view === null) return null;
  const detail = await findResidentDetail(sources, municipality, actor, residentId);
  if (detail === null || detail.isMasked) return null;
  const content: PlanContent = view.content;
  const person = personOf(detail);
  return {
    municipalityName: municipality.name,
    planAddress:
      view.planId === null ? null : planAddress(publicOrigin, municipality.code, view.planId),
    person,
    content,
    version: view.contentVersion,
    stage: view.stage,
    surroundings: await readSurroundings(sources, municipality, seenByMaps(person, content)),
    printedOn: localDay(sources.clock()),
  };
}

/** What a list of people on paper needs of each: neither phone nor date of birth. */
export function personOfRow(row: ResidentRow): PersonOnPaper {
  const { name, nameKana, age, address, district, careLevel, position, accuracy } = row;
  return {
    ...{ name, nameKana, age, address, district, position, accuracy },
    ...{ birthDate: null, phone: null, radiusMeters: null, hazardSentence: '' },
    careLevel: careLevel === null ? null : CARE_LEVEL_LABELS[careLevel].ja,
  };
}

function personOf(detail: ResidentDetail): PersonOnPaper {
  const { name, nameKana, birthDate, age, address, phone, district } = detail;
  const { position, accuracy, radiusMeters, careLevel, hazard } = detail;
  const asOf =
    hazard.zoneDataAsOf.length === 0 ? '区域データがありません' : asOfWords(hazard.zoneDataAsOf).ja;
  return {
    ...{ name, nameKana, birthDate, age, address, phone, district, position, accuracy },
    radiusMeters,
    careLevel: careLevel.value === null ? null : CARE_LEVEL_LABELS[careLevel.value].ja,
    hazardSentence: `${hazard.sentence.ja}(${asOf})`,
  };
}

export const NO_SURROUNDINGS: Surroundings = {
  zones: [],
  ground: { roads: [], water: [], waterways: [], buildings: [] },
  zonesAsOf: [],
  roadsAsOf: [],
  credits: [],
};

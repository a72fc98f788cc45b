import type { ResidentDetail } from '#contract/resident';
import { localDay } from '#domain/local-day';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { explainRank } from '#domain/priority/explain';
import type { Fact, ResidentFacts } from '#domain/resident/facts';
import { type Actor, personRuleOf, withActorFor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type ResidentDetailRow,
  selectResidentDetail,
} from '../../db/queries/read/resident-detail.ts';
import {
  type ResidentFactsRow,
  selectResidentFacts,
} from '../../db/queries/read/resident-facts.ts';
import { selectZoneNames } from '../../db/queries/read/zone-judgement.ts';
import { findCriteriaVersion, listCriteria } from './criteria.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { type HazardView, hazardView } from './hazard-view.ts';
import { maskedSentence } from './judgement-sentence.ts';
import type { Readers } from './readers.ts';
import { factsReader, hazardSource, OWN_PLANS } from './resident-facts.ts';

interface Sources {
  readonly database: Database;
  readonly readers: Readers;
  readonly clock: () => Date;
}

/** One person with facts, judgement, and the rank explained; null where the actor can see no such person. */
export async function findResidentDetail(
  { database, readers, clock }: Sources,
  municipality: MunicipalityVersions,
  actor: Actor,
  residentId: string,
): Promise<ResidentDetail | null> {
  const { code } = municipality;
  const found = await withActorFor(database, actor, code, residentId, async (transaction) => {
    const row = await selectResidentDetail(transaction, code, actor.districts, residentId);
    const [facts] = await selectResidentFacts(transaction, code, actor.districts, residentId);
    return row === null || facts === undefined ? null : { row, facts };
  });
  if (found === null) return null;
  const { row, facts: factsRow } = found;
  const zoneData = await readers.zoneData(municipality);
  const zoneIds = (row.zones ?? []).map(({ zoneId }) => zoneId);
  const names = zoneIds.length === 0 ? [] : await selectZoneNames(database, code, zoneIds);
  const hazard = hazardView(row, {
    accuracy: factsRow.accuracy,
    zoneDataAsOf: zoneData.asOf,
    marginMeters: municipality.settings.marginMeters,
    zoneNames: new Map(names.map((name) => [name.id, name])),
  });
  const facts = factsReader(localDay(clock()), hazardSource(zoneData.asOf))(factsRow);
  const criteria = await criteriaOf(database, municipality, row);
  const detail = present(row, factsRow, facts, hazard, criteria);
  const rule = personRuleOf(actor);
  if (rule.keepsRoster) return detail;
  const { rows } = await readers.residents(municipality, actor);
  const rank = rows.find(({ id }) => id === residentId)?.rank ?? 0;
  const priority = { ...detail.priority, rank };
  if (rule.shown === 'full') return { ...detail, priority };
  const sentence = maskedSentence(hazard);
  return { ...detail, priority, isMasked: true, hazard: { ...hazard, sentence } };
}

/** The criteria that ranked the person; those in force where nobody has been ranked yet. */
async function criteriaOf(
  database: Database,
  { code, settings }: MunicipalityVersions,
  { criteria_id, criteria_version }: ResidentDetailRow,
): Promise<PriorityCriteria> {
  const used =
    criteria_id === null || criteria_version === null
      ? null
      : await findCriteriaVersion(database, code, criteria_id, criteria_version);
  if (used !== null) return used;
  const all = await listCriteria(database, code);
  const chosen = all.find(({ id }) => id === settings.criteriaId) ?? all[0];
  if (chosen === undefined) throw new Error('there are no criteria, not even presets');
  return chosen;
}

function present(
  row: ResidentDetailRow,
  factsRow: ResidentFactsRow,
  facts: ResidentFacts,
  hazard: HazardView,
  criteria: PriorityCriteria,
): ResidentDetail {
  const listed = row.supporters_known === true ? row.supporters : null;
  // Whichever says more, as it is counted for the rank.
  const isSupportersOfPlan = factsRow.is_supporter_count_of_plan;
  const supporters = isSupportersOfPlan ? (row.plan_supporters ?? []) : listed;
  return {
    id: row.id,
    version: row.version,
    rosterNumber: row.roster_number,
    name: row.name,
    nameKana: row.name_kana,
    birthDate: factsRow.birth_date,
    age: facts.age.value,
    sex: row.sex,
    address: row.address,
    phone: row.phone,
    district: factsRow.district_name,
    reason: row.reason,
    notes: row.notes,
    position: row.position === null ? null : [row.position[0], row.position[1]],
    accuracy: factsRow.accuracy,
    radiusMeters: row.radius_meters,
    positionSource: factsRow.position_source,
    careLevel: fact(facts.careLevel),
    disabilities: listFact(facts.disabilities),
    devices: listFact(facts.devices),
    household: fact(facts.household),
    communication: fact(facts.communication),
    plan: fact(facts.plan),
    isPlanHere: facts.plan.source === OWN_PLANS,
    supporters,
    isSupportersOfPlan,
    supportersHidden: row.supporters_hidden,
    hazard,
    priority: {
      criteriaId: criteria.id,
      criteriaVersion: criteria.version,
      criteriaName: { ...criteria.name },
      effectiveOn: criteria.effectiveOn,
      tier: row.tier ?? 0,
      rank: row.rank ?? 0,
      score: row.score ?? 0,
      possibleTier: row.possible_tier ?? 0,
      lines: explainRank(criteria, facts),
    },
    archivedAt: row.archived_at?.toISOString() ?? null,
    isMasked: false,
  };
}

const fact = <Value>({ value, source, asOf }: Fact<Value>) => ({ value, source, asOf });
const listFact = <Item>({ value, source, asOf }: Fact<readonly Item[]>) => ({
  value: value === null ? null : [...value],
  source,
  asOf,
});

import type { Position } from '#domain/geo/position';
import type { Relation } from '#domain/hazard/relation';
import type { ShelterEquipment, ShelterKind, SiteHazard } from '#domain/shelter/shelter';
import type { ShelterOverrides } from '#domain/shelter/shelter-edit';
import type { Queryable } from '../../database.ts';
import type { StoredZoneJudgement } from './zone-judgement.ts';

export interface ShelterDbRow {
  readonly id: string;
  readonly dataset_id: string;
  readonly kind: ShelterKind;
  readonly name: string;
  readonly name_kana: string | null;
  readonly address: string | null;
  readonly position: Position | null;
  readonly designated_hazards: SiteHazard[] | null;
  readonly capacity: number | null;
  readonly capacity_note: string | null;
  readonly accepted_groups: string[] | null;
  readonly basis: 'designated' | 'agreement' | null;
  readonly equipment: ShelterEquipment[] | null;
  readonly phone: string | null;
  readonly notes: string | null;
  readonly as_of: string | null;
  readonly relation: Relation | null;
  readonly red_relation: Relation | null;
  readonly zones: StoredZoneJudgement[] | null;
  readonly assessed_at: Date | null;
  readonly margin_meters: number | null;
  readonly outside_boundary: boolean;
  /** What the officer says in its place; null where nobody said anything. */
  readonly edit_version: number | null;
  readonly overrides: ShelterOverrides | null;
  /** What the list said of these fields then. */
  readonly listed_then: ShelterOverrides | null;
}

/**
 * Shelters in force as their lists have them, with what the officer says of them and their judgement,
 * which rests on the position that the officer chose. Whether one stands outside is told by the boundary of the
 * municipality, or by the districts together where no boundary was imported.
 */
export function selectShelters(database: Queryable, code: string): Promise<ShelterDbRow[]> {
  return database.query(
    `WITH active AS (
       SELECT id, kind, as_of FROM dataset WHERE municipality_code = $1 AND status = 'active'
     ), boundary AS (
       SELECT t.geometry FROM active d JOIN district t ON t.municipality_code = $1 AND t.dataset_id = d.id
       WHERE d.kind = CASE WHEN EXISTS (SELECT 1 FROM active WHERE kind = 'boundary')
                           THEN 'boundary' ELSE 'districts' END
     )
     SELECT s.id, s.dataset_id, s.kind, s.name, s.name_kana, s.address, s.designated_hazards, s.capacity,
            s.capacity_note, s.accepted_groups, s.basis, s.equipment, s.phone, s.notes, d.as_of,
            CASE WHEN s.position IS NOT NULL
                 THEN json_build_array(ST_X(s.position), ST_Y(s.position)) END AS position,
            a.relation, a.red_relation, a.zones, run.assessed_at, run.margin_meters,
            place.position IS NOT NULL AND EXISTS (SELECT 1 FROM boundary)
              AND NOT EXISTS (SELECT 1 FROM boundary b WHERE ST_Intersects(b.geometry, place.position))
              AS outside_boundary,
            e.version AS edit_version, e.overrides, e.listed AS listed_then
     FROM active d JOIN shelter s ON s.municipality_code = $1 AND s.dataset_id = d.id
     LEFT JOIN shelter_edit e ON e.municipality_code = $1 AND e.shelter_id = s.id
     CROSS JOIN LATERAL (SELECT coalesce(e.position, s.position) AS position) place
     LEFT JOIN assessment a
       ON a.municipality_code = $1 AND a.subject_kind = 'shelter' AND a.subject_id = s.id
     LEFT JOIN assessment_run run ON run.municipality_code = $1 AND run.id = a.run_id
     WHERE d.kind = 'shelters'
     ORDER BY s.kind, s.name, s.id`,
    [code],
  );
}

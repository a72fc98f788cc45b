import type { ShelterDetail, ShelterRow } from '#contract/shelter';
import type { ConflictField, FacilityConflict } from '#domain/shelter/facility-conflicts';
import { listedOf, overtakenFields } from '#domain/shelter/shelter-edit';
import type { Database } from '../../db/database.ts';
import type { ShelterDbRow } from '../../db/queries/read/shelters.ts';
import { selectZoneNames } from '../../db/queries/read/zone-judgement.ts';
import { type Agreement, listShelterChanges } from '../../db/queries/shelter-edits.ts';
import type { MunicipalityVersions } from './data-versions.ts';
import { hazardView } from './hazard-view.ts';
import { listedValues, valuesInForce } from './overridden-shelter.ts';
import type { Readers } from './readers.ts';
import { conflictsAmong } from './shelter-conflicts.ts';

/** Shelters of all lists in force, each list's record on its own. */
export async function listShelters(
  readers: Readers,
  municipality: MunicipalityVersions,
): Promise<ShelterRow[]> {
  const shelters = await readers.shelters(municipality);
  const agreements = await readers.shelterAgreements(municipality);
  const conflicts = conflictsAmong(shelters);
  return shelters.map((shelter) => rowOf(shelter, conflicts.get(shelter.id) ?? [], agreements));
}

/** One record with its judgement, and the records of the same facility that say something else. */
export async function findShelterDetail(
  database: Database,
  readers: Readers,
  municipality: MunicipalityVersions,
  id: string,
): Promise<ShelterDetail | null> {
  const shelters = await readers.shelters(municipality);
  const shelter = shelters.find((one) => one.id === id);
  if (shelter === undefined) return null;
  const agreements = await readers.shelterAgreements(municipality);
  const zoneData = await readers.zoneData(municipality);
  const conflicts = conflictsAmong(shelters).get(id) ?? [];
  const zoneIds = (shelter.zones ?? []).map(({ zoneId }) => zoneId);
  const names =
    zoneIds.length === 0 ? [] : await selectZoneNames(database, municipality.code, zoneIds);
  const values = valuesInForce(shelter);
  return {
    ...rowOf(shelter, conflicts, agreements),
    nameKana: shelter.name_kana,
    designatedHazards: shelter.designated_hazards,
    capacityNote: shelter.capacity_note,
    basis: shelter.basis,
    phone: values.phone,
    openingNote: values.openingNote,
    notes: shelter.notes,
    hazard: hazardView(shelter, {
      accuracy: values.position === null ? 'none' : 'building',
      zoneDataAsOf: zoneData.asOf,
      marginMeters: municipality.settings.marginMeters,
      zoneNames: new Map(names.map((name) => [name.id, name])),
    }),
    conflicts: conflicts.flatMap((conflict) =>
      conflictView(shelter, conflict, shelters, agreements),
    ),
    edit: await editView(database, municipality.code, shelter),
  };
}

function rowOf(
  shelter: ShelterDbRow,
  conflicts: readonly FacilityConflict[],
  agreements: readonly Agreement[],
): ShelterRow {
  const values = valuesInForce(shelter);
  const open = conflicts.map((conflict) => ({
    ...conflict,
    fields: undecided(shelter.id, conflict, agreements),
  }));
  const distances = open.flatMap(({ fields, distanceMeters }) =>
    fields.includes('position') && distanceMeters !== null ? [distanceMeters] : [],
  );
  const overrides = shelter.overrides ?? {};
  return {
    id: shelter.id,
    kind: shelter.kind,
    name: values.name,
    address: shelter.address,
    position: pairOf(values.position),
    designatedForLandslide: values.designatedForLandslide,
    capacity: values.capacity,
    acceptedGroups: values.acceptedGroups === null ? null : [...values.acceptedGroups],
    equipment: values.equipment === null ? null : [...values.equipment],
    redRelation: shelter.red_relation ?? 'undetermined',
    relation: shelter.relation ?? 'undetermined',
    outsideBoundary: shelter.outside_boundary,
    conflictMeters: distances.length === 0 ? null : Math.max(...distances),
    conflictFields: [...new Set(open.flatMap(({ fields }) => fields))],
    isEdited: Object.keys(overrides).length > 0,
    isOvertaken:
      overtakenFields(overrides, shelter.listed_then ?? {}, listedValues(shelter)).length > 0,
    datasetAsOf: shelter.as_of,
  };
}

function conflictView(
  shelter: ShelterDbRow,
  conflict: FacilityConflict,
  shelters: readonly ShelterDbRow[],
  agreements: readonly Agreement[],
): ShelterDetail['conflicts'] {
  const other = shelters.find(({ id }) => id === conflict.otherId);
  if (other === undefined) return [];
  const { name, capacity, position } = valuesInForce(other);
  const fields = undecided(shelter.id, conflict, agreements);
  return [
    {
      ...{ id: other.id, kind: other.kind, name, capacity, position: pairOf(position), fields },
      agreed: conflict.fields.filter((field) => !fields.includes(field)),
      distanceMeters: conflict.distanceMeters,
      datasetAsOf: other.as_of,
      editVersion: other.edit_version ?? 0,
      overrides: editable(other.overrides ?? {}),
    },
  ];
}

/** What two records differ in without the officer having said that both are right. */
function undecided(
  id: string,
  { otherId, fields }: FacilityConflict,
  agreements: readonly Agreement[],
): ConflictField[] {
  const [first, second] = [id, otherId].sort();
  return fields.filter(
    (field) =>
      !agreements.some(
        (one) => one.shelterId === first && one.otherId === second && one.field === field,
      ),
  );
}

async function editView(
  database: Database,
  code: string,
  shelter: ShelterDbRow,
): Promise<ShelterDetail['edit']> {
  const overrides = shelter.overrides ?? {};
  const listedThen = shelter.listed_then ?? {};
  const listed = listedValues(shelter);
  const version = shelter.edit_version ?? 0;
  const history = version === 0 ? [] : await listShelterChanges(database, code, shelter.id);
  return {
    version,
    overrides: editable(overrides),
    listed: { ...listedOf(overrides, listed) } as ShelterDetail['edit']['listed'],
    listedThen: { ...listedThen } as ShelterDetail['edit']['listedThen'],
    overtaken: overtakenFields(overrides, listedThen, listed),
    history: history.map(({ former, overrides: changed, changedAt, ...change }) => ({
      ...change,
      former: editable(former),
      overrides: editable(changed),
      changedAt: changedAt.toISOString(),
    })),
  };
}

/** What is stored was checked by this very schema when it came in. */
const editable = (overrides: object) => overrides as ShelterDetail['edit']['overrides'];

function pairOf(position: readonly [number, number] | null): [number, number] | null {
  return position === null ? null : [position[0], position[1]];
}

import type { ShelterRow } from '#contract/shelter';
import type { DestinationFacts } from '#domain/plan/destinations';

/** A shelter of the list as destinations are chosen by it. */
export function destinationFacts(shelter: ShelterRow, planned: number): DestinationFacts {
  return {
    id: shelter.id,
    kind: shelter.kind,
    acceptedGroups: shelter.acceptedGroups,
    capacity: shelter.capacity,
    planned,
    redRelation: shelter.redRelation,
    relation: shelter.relation,
    designatedForLandslide: shelter.designatedForLandslide,
    equipment: shelter.equipment,
  };
}

import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import { COMMUNICATION_LABELS } from '#domain/resident/labels';
import type { PlanPersonRow } from '../../db/queries/read/plan-person.ts';

/** A first draft of what the roster knows, so that nobody types it; all else is not known yet. */
export function prefilled(person: PlanPersonRow): PlanContent {
  const { devices, communication, supporters } = person;
  const isNeeded = communication !== null && communication !== 'none';
  return {
    ...EMPTY_PLAN,
    body: {
      ...EMPTY_PLAN.body,
      devices: (devices ?? []).map((device) => ({
        ...{ id: `roster-${device}`, device, batteryHours: null, watts: null, spare: null },
      })),
      communication: isNeeded ? COMMUNICATION_LABELS[communication].ja : null,
    },
    supporters: supporters.slice(0, MOST_SUPPORTERS).map((one) => ({
      id: `roster-${one.ordinal}`,
      kind: 'person',
      name: one.name,
      relationship: one.relationship,
      phone: one.phone,
      address: one.address,
      place:
        one.lng === null || one.lat === null
          ? { position: null, accuracy: 'none' }
          : { position: { lng: one.lng, lat: one.lat }, accuracy: one.accuracy },
      ...{ part: null, hasVehicle: null, readyMinutes: null },
    })),
  };
}

const MOST_SUPPORTERS = 10;

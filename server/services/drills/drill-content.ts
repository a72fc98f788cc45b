import type { DrillContentOnWire } from '#contract/drill-plan';
import type { Transaction } from '../../db/database.ts';
import {
  type DrillPersonRecord,
  type PersonFacts,
  selectDrillPeople,
} from '../../db/queries/drills/drill-people.ts';
import { type DrillVersionRecord, findDrillVersion } from '../../db/queries/drills/drills.ts';

export type PersonOnWire = DrillContentOnWire['people'][number];

/** One version as the actor sees it; null where there is none. */
export async function readDrillContent(
  tx: Transaction,
  code: string,
  drillId: string,
  version: number,
): Promise<{
  readonly saved: DrillVersionRecord;
  readonly content: DrillContentOnWire;
  readonly people: readonly DrillPersonRecord[];
} | null> {
  const record = await findDrillVersion(tx, code, drillId, version);
  if (record === null) return null;
  const people = await selectDrillPeople(tx, code, drillId, version);
  // It was parsed by the schema of the wire when it was saved.
  const content = record.content as Omit<DrillContentOnWire, 'people'>;
  return { saved: record, content: { ...content, people: people.map(personOnWire) }, people };
}

function personOnWire(record: DrillPersonRecord): PersonOnWire {
  const { personId: id, residentId, facts, isMasked, agreedOn } = record;
  const { name: ownName, devices, pickUp, ...rest } = facts;
  return {
    ...rest,
    id,
    kind: residentId === null ? 'stand-in' : 'real',
    residentId,
    consentDate: residentId === null ? null : agreedOn,
    name: (residentId === null ? ownName : record.name) ?? '―',
    isMasked,
    // What somebody lives on is masked with the person.
    devices: isMasked ? [] : devices.map((one) => ({ ...one })),
    // Where somebody is picked up says where they live.
    pickUp:
      pickUp === null || isMasked
        ? null
        : { label: pickUp.label, position: [pickUp.position[0], pickUp.position[1]] },
  };
}

/** What is kept of a person; of a masked one what was not shown stays as it was. */
export function factsOf(person: PersonOnWire, former: DrillPersonRecord | undefined): PersonFacts {
  const { id, kind, residentId, consentDate, name, isMasked, ...facts } = person;
  if (residentId === null) return { ...facts, name };
  if (former?.isMasked !== true) return facts;
  const { pickUp, devices } = former.facts;
  return { ...facts, pickUp, devices };
}

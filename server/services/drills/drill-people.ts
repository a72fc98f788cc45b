import type { z } from 'zod';
import type {
  DrillCandidates,
  drillAgreementSchema,
  searchDrillCandidatesSchema,
} from '#contract/drill';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { failure, type Result, success } from '#domain/problem';
import { foldText } from '#domain/text/fold-text';
import { personRuleOf, withActor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import {
  type CandidateRecord,
  selectCandidates,
  selectDrillPeople,
  storeAgreement,
} from '../../db/queries/drills/drill-people.ts';
import { findDrill } from '../../db/queries/drills/drills.ts';
import type { DrillSources } from './read-drills.ts';
import { planContentOf } from './travellers.ts';

type Candidate = DrillCandidates['people'][number];

/** People with a plan in force that leads to a shelter of the drill, who are not in it yet. */
export async function readCandidates(
  { database, actor, municipality: { code } }: DrillSources,
  id: string,
  { text, offset, limit }: z.output<typeof searchDrillCandidatesSchema>,
): Promise<Result<DrillCandidates>> {
  const isMasked = personRuleOf(actor).shown !== 'full';
  const answer = await withActor(database, actor, code, async (tx) => {
    const drill = await findDrill(tx, code, id);
    if (drill === null) return null;
    const there = await selectDrillPeople(tx, code, id, drill.version);
    const taken = new Set(there.map(({ residentId }) => residentId));
    const words = foldText(text);
    const all = (await selectCandidates(tx, code, drill.shelterIds)).filter(
      (one) =>
        !taken.has(one.residentId) &&
        (words === '' ||
          [one.name, one.nameKana ?? '', one.district ?? ''].some((own) =>
            foldText(own).includes(words),
          )),
    );
    const people: Candidate[] = [];
    for (const one of all.slice(offset, offset + limit))
      people.push(isMasked ? unknownNeeds(one) : await withNeeds(tx, code, one));
    return { total: all.length, people };
  });
  return answer === null ? failure(DRILL_DESK_FAILURES.unknown()) : success(answer);
}

function unknownNeeds({ nameKana, ...one }: CandidateRecord): Candidate {
  return {
    ...one,
    isMasked: true,
    ...{ needsWheelchairPlace: null, supporters: 0, devices: [], profile: null },
  };
}

/** What the plan says of the person's way. */
async function withNeeds(
  tx: Transaction,
  code: string,
  { nameKana, ...one }: CandidateRecord,
): Promise<Candidate> {
  const content = await planContentOf(tx, code, one.residentId);
  return {
    ...one,
    isMasked: false,
    needsWheelchairPlace:
      content?.means === null || content === null
        ? null
        : content.means === 'wheelchair' || content.means === 'stretcher',
    supporters: content?.supporters.length ?? 0,
    devices: (content?.body.devices ?? []).map(({ device, watts }) => ({ device, watts })),
    profile: content?.route?.profile ?? null,
  };
}

/** Records that somebody agreed to take part, or that it was taken back. */
export async function recordAgreement(
  { database, actor, municipality: { code }, now }: DrillSources,
  id: string,
  personId: string,
  { agreedOn, explainedBy }: z.output<typeof drillAgreementSchema>,
): Promise<Result<null>> {
  return withActor(database, actor, code, async (tx): Promise<Result<null>> => {
    const drill = await findDrill(tx, code, id);
    if (drill === null || drill.removedAt !== null) return failure(DRILL_DESK_FAILURES.unknown());
    const people = await selectDrillPeople(tx, code, id, drill.version);
    const person = people.find((one) => one.personId === personId);
    if (person === undefined) return failure(DRILL_DESK_FAILURES.personUnknown());
    if (person.residentId === null) return failure(DRILL_DESK_FAILURES.standInNeedsNone());
    if (agreedOn !== null && agreedOn > drill.heldOn)
      return failure(DRILL_DESK_FAILURES.agreementLate());
    const agreement = { agreedOn, explainedBy, at: now, by: actor.name };
    await storeAgreement(tx, code, id, person.residentId, agreement);
    return success(null);
  });
}

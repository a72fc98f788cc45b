import { randomUUID } from 'node:crypto';
import type { Placement, ProposalSummary } from '#contract/plan-proposal';
import { proposeAllSchema } from '#contract/plan-proposal';
import { SYSTEM, withActor } from '../../../server/db/actor.ts';
import type { Database } from '../../../server/db/database.ts';
import { insertProposal } from '../../../server/db/queries/plan-proposals.ts';
import { CENTRE, CODE } from './city.ts';

const SUMMARY: ProposalSummary = {
  figures: {
    ...{ people: 1, placed: 0, fixed: 0, redMeters: 0, peopleInRed: 0, waysUnknown: 0 },
    unplaced: { 'no-position': 1, 'off-roads': 0, 'no-way': 0, 'none-suitable': 0, 'all-full': 0 },
    ...{ farthestSeconds: null, meanSeconds: null, capacityUsed: 0, capacityKnown: 0 },
    ...{ placedAtUnknownCapacity: 0, supportersProposed: 0, withoutSupporter: 0 },
    ...{ supportersUnknown: 0, inFacilities: 0 },
  },
  uses: [],
  data: { roads: [], zones: [], isCurrent: true, roster: null, shelters: [] },
};

/** A proposal that gives everybody a supporter of their own name, so that it is seen where a line leaks. */
export async function keepProposal(
  database: Database,
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<string> {
  const id = randomUUID();
  const { fixed: _, ...conditions } = proposeAllSchema.parse({ name: '歩く提案' });
  const lines = people.map(({ id: residentId, name }) => ({
    residentId,
    placement: placementOf(name),
  }));
  const proposal = { id, name: '歩く提案', conditions, summary: SUMMARY, districts: null };
  await withActor(database, SYSTEM, CODE, (tx) =>
    insertProposal(tx, CODE, { ...proposal, createdBy: '架空 担当' }, lines),
  );
  return id;
}

function placementOf(name: string): Placement {
  return {
    ...{ shelterId: null, isFixed: false, redMeters: null, seconds: null, reasons: [] },
    ...{ givenToOthers: [], nextBest: null, unplaced: 'no-position' },
    travel: { profile: 'stretcher', isAssumed: false, because: { ja: '', en: '' } },
    supporter: {
      helper: { name, phone: null, address: null, position: [...CENTRE], helps: 1 },
      ...{ seconds: 60, nextBest: null, unplaced: null },
    },
  };
}

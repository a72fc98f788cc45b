import type { ConsentRecord } from '#domain/access/consent-record';
import { CONSENT_REASONS } from '#geodata/consent-reasons';
import type { Actor } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import type { DatasetKey } from '../../db/queries/datasets.ts';
import {
  applyConsents,
  compareConsents,
  stageConsents,
  undoConsents,
} from '../../db/queries/import-consents.ts';
import { auditLine } from '../audit/record-access.ts';
import { type DatasetHandler, KEPT, type Verdict } from './dataset-handler.ts';

/** What a staged list of consents is compared with and does when it goes into force. */
export function consentsSwap(
  key: DatasetKey,
  actor: Actor,
): Pick<DatasetHandler<ConsentRecord>, 'difference' | 'apply'> {
  return {
    difference: (tx) => compareConsents(tx, key),
    apply: async (tx) => note(tx, key, actor, await applyConsents(tx, key, actor.name)),
  };
}

/** Takes back what a list changed. Nobody sees more by it than before the list. */
export async function takeBackConsents(
  tx: Transaction,
  key: DatasetKey,
  actor: Actor,
): Promise<void> {
  await note(tx, key, actor, await undoConsents(tx, key, actor.name));
}

/** A list of consents, looked at line by line while it is staged. */
export function consentsHandler(
  key: DatasetKey,
  actor: Actor,
  today: string,
): DatasetHandler<ConsentRecord> {
  return {
    keyOf: ({ rosterNumber, purpose }) => `${rosterNumber} ${purpose}`,
    weightOf: () => 1,
    stage: async (tx, items) => {
      const due = items.filter(({ value }) => !isInFuture(value, today));
      const verdicts = await stageConsents(
        tx,
        key,
        due.map(({ recordNumber, value }) => ({ ...value, recordNumber })),
      );
      const looked = new Map(due.map((item, at) => [item, verdicts[at]]));
      return items.map((item): Verdict => {
        if (isInFuture(item.value, today)) return { kept: false, reason: CONSENT_REASONS.inFuture };
        const verdict = looked.get(item);
        if (verdict?.isKnown !== true)
          return { kept: false, reason: CONSENT_REASONS.personUnknown };
        return verdict.isOlder ? { kept: false, reason: CONSENT_REASONS.older } : KEPT;
      });
    },
    scope: () => 'default',
    ...consentsSwap(key, actor),
    notes: async () => [],
    confirmation: async () => null,
  };
}

const isInFuture = ({ decidedOn }: ConsentRecord, today: string): boolean =>
  decidedOn !== null && decidedOn > today;

async function note(
  tx: Transaction,
  { municipalityCode, datasetId }: DatasetKey,
  actor: Actor,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  const line = auditLine(actor, { action: 'consent.change', people, details: { datasetId } });
  await appendAudit(tx, municipalityCode, [line]);
}

import type { Consent, ConsentContent, ConsentRule, Consents } from '#contract/access';
import { ACCESS_FAILURES } from '#domain/access/access-failures';
import { CONSENT_PURPOSES, type ConsentPurpose, isGiven } from '#domain/access/consent';
import { failure, PROBLEMS, type Problem, type Result, success } from '#domain/problem';
import { withActor, withActorFor } from '../db/actor.ts';
import type { Queryable, Transaction } from '../db/database.ts';
import { listScans, type ScanRecord } from '../db/queries/consent-scans.ts';
import {
  type ConsentRecord,
  findConsentRule,
  hasResident,
  insertConsentChange,
  listConsentChanges,
  listConsents,
  storeConsent,
  storeConsentRule,
} from '../db/queries/consents.ts';
import { raiseDataVersions } from '../db/queries/data-versions.ts';
import type { ServiceContext } from './context.ts';

const NOT_ASKED: ConsentContent = {
  state: 'not-asked',
  decidedOn: null,
  explainedBy: null,
  onPaper: false,
  shelterIds: [],
};

/** What a person consented to, and how that came about; null where the actor can see no such person. */
export async function readConsents(
  { database, actor }: Pick<ServiceContext, 'database' | 'actor'>,
  code: string,
  residentId: string,
): Promise<Consents | null> {
  const rule = await findConsentRule(database, code);
  return withActorFor(database, actor, code, residentId, async (tx) => {
    if (!(await hasResident(tx, code, residentId))) return null;
    const records = await listConsents(tx, code, residentId);
    const changes = await listConsentChanges(tx, code, residentId);
    const scans = await listScans(tx, code, residentId);
    return {
      consents: CONSENT_PURPOSES.map((purpose) =>
        present(
          purpose,
          recordOf(records, purpose),
          rule?.byOrdinance ?? false,
          scans.find((scan) => scan.purpose === purpose),
        ),
      ),
      history: changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    };
  });
}

const scanView = ({ id, mediaType, bytes, addedAt, addedBy }: ScanRecord) => ({
  ...{ id, mediaType, bytes, addedBy },
  addedAt: addedAt.toISOString(),
});

const recordOf = (records: readonly ConsentRecord[], purpose: ConsentPurpose) =>
  records.find((record) => record.purpose === purpose) ?? null;

function present(
  purpose: ConsentPurpose,
  record: ConsentRecord | null,
  isByOrdinance: boolean,
  scan: ScanRecord | undefined,
): Consent {
  const stored = record ?? { ...NOT_ASKED, version: 0 };
  return {
    ...stored,
    purpose,
    isGiven: isGiven(stored.state, isByOrdinance),
    scan: scan === undefined ? null : scanView(scan),
  };
}

/**
 * Records what a person said. From the end of this on nobody sees more than that allows: caches are made
 * anew for the version that it raises.
 */
export async function saveConsent(
  { database, actor, today }: ServiceContext,
  code: string,
  { residentId, purpose }: { readonly residentId: string; readonly purpose: ConsentPurpose },
  { version, ...content }: ConsentContent & { readonly version: number },
): Promise<Result<null>> {
  const wrong = mistakeIn(content, purpose, today);
  if (wrong !== null) return failure(wrong);
  const problem = await withActor<Problem | null>(database, actor, code, async (tx) => {
    if (!(await hasResident(tx, code, residentId))) return PROBLEMS.residentUnknown();
    const standing = recordOf(await listConsents(tx, code, residentId), purpose);
    if ((standing?.version ?? 0) !== version) return ACCESS_FAILURES.consentStale();
    const isStored = await storeConsent(tx, code, residentId, { purpose, version, ...content });
    if (!isStored) return ACCESS_FAILURES.consentStale();
    const former = standing === null ? null : contentOf(standing);
    await insertConsentChange(tx, code, residentId, {
      ...{ purpose, version: version + 1, former, record: content, by: actor.name },
    });
    await raiseDataVersions(tx, code, ['consent']);
    return null;
  });
  return problem === null ? success(null) : failure(problem);
}

const contentOf = ({ purpose: _purpose, version: _version, ...content }: ConsentRecord) => content;

function mistakeIn(
  { state, decidedOn, explainedBy, shelterIds }: ConsentContent,
  purpose: ConsentPurpose,
  today: string,
): Problem | null {
  const isDecided = state !== 'not-asked' && state !== 'asked';
  if (isDecided && (decidedOn === null || explainedBy === null))
    return ACCESS_FAILURES.consentIncomplete();
  if (decidedOn !== null && decidedOn > today) return ACCESS_FAILURES.consentInFuture();
  if (purpose !== 'plan' && shelterIds.length > 0) return ACCESS_FAILURES.consentNamesFacilities();
  return null;
}

export async function readConsentRule(database: Queryable, code: string): Promise<ConsentRule> {
  return (
    (await findConsentRule(database, code)) ?? { version: 0, byOrdinance: false, ordinance: null }
  );
}

/** Says whether an ordinance lets data be given unless the person refuses. */
export async function saveConsentRule(
  { database, actor }: ServiceContext,
  code: string,
  rule: ConsentRule,
): Promise<Result<ConsentRule>> {
  if (rule.byOrdinance && rule.ordinance === null)
    return failure(ACCESS_FAILURES.ruleWithoutOrdinance());
  const isStored = await withActor(database, actor, code, async (tx: Transaction) => {
    if (!(await storeConsentRule(tx, code, rule, actor.name))) return false;
    await raiseDataVersions(tx, code, ['consent']);
    return true;
  });
  if (!isStored) return failure(ACCESS_FAILURES.ruleStale());
  return success(await readConsentRule(database, code));
}

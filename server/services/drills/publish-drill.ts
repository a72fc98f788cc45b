import type { DrillPublication } from '#contract/drill-publication';
import { mayUse } from '#domain/access/rules';
import { planOf } from '#domain/drill/content';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { PUBLICATION_FAILURES } from '#domain/drill/publication';
import { namesIn } from '#domain/drill/publish/names-in';
import type { PublicDrillResult } from '#domain/drill/publish/public-result';
import { publishDrill } from '#domain/drill/publish/publish-drill';
import { type NameProblem, publishProblems } from '#domain/drill/publish/publish-problems';
import { isSame } from '#domain/plan/same';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { type Actor, followingUp, withActor } from '../../db/actor.ts';
import { listFindings } from '../../db/queries/drills/drill-findings.ts';
import {
  findPublication,
  type PublicationRecord,
  selectRosterNames,
  storePublication,
} from '../../db/queries/drills/drill-publications.ts';
import { type DrillRecord, findDrill } from '../../db/queries/drills/drills.ts';
import { listShelters } from '../read/shelters.ts';
import { readDrillContent } from './drill-content.ts';
import { type HeldDrill, readHeldDrill } from './drill-record.ts';
import type { DrillSources } from './read-drills.ts';

interface Standing {
  readonly isRemoved: boolean;
  readonly publication: PublicationRecord;
  /** Names that no text may hold. */
  readonly known: readonly string[];
  readonly preview: Result<{
    readonly result: PublicDrillResult;
    readonly names: readonly NameProblem[];
  }>;
}

export async function readPublication(
  sources: DrillSources,
  id: string,
): Promise<Result<DrillPublication>> {
  const standing = await readStanding(sources, id);
  return standing.ok ? success(onWire(sources.actor, id, standing.value)) : standing;
}

export type PublicationStep =
  | { readonly kind: 'ask' | 'approve' | 'take-back' }
  | { readonly kind: 'withdraw'; readonly reason: string };

/** Names in its texts where they are what stands in the way. */
export interface StepRefused {
  readonly problem: Problem;
  readonly names: DrillPublication['names'];
}

/** Takes a step towards publishing or back; null where it was taken. */
export async function takePublicationStep(
  sources: DrillSources,
  id: string,
  version: number,
  step: PublicationStep,
): Promise<StepRefused | null> {
  const { database, actor, municipality } = sources;
  const refused = (problem: Problem, names: DrillPublication['names'] = []): StepRefused => ({
    ...{ problem, names },
  });
  const standing = await readStanding(sources, id);
  if (!standing.ok) return refused(standing.problem);
  const { isRemoved, publication, preview, known } = standing.value;
  // One that is published cannot be taken away, so one that was taken away is not published.
  if (isRemoved && (step.kind === 'ask' || step.kind === 'approve'))
    return refused(DRILL_DESK_FAILURES.unknown());
  if (publication.version !== version) return refused(PUBLICATION_FAILURES.stale());
  if (step.kind === 'ask') {
    if (!preview.ok) return refused(PUBLICATION_FAILURES.notReady(preview.problem));
    const { names } = preview.value;
    if (names.length > 0)
      return refused(PUBLICATION_FAILURES.nameInText(names.length), names.map(nameOnWire));
  }
  if (step.kind === 'withdraw') {
    // The reason stands at the public address.
    const names = namesIn({ reason: step.reason }, known).map((hit) => ({
      ...{ ...PUBLICATION_FAILURES.nameInReason(hit.found, hit.at), ...hit },
    }));
    if (names.length > 0) return refused(PUBLICATION_FAILURES.nameInText(names.length), names);
  }
  const next = recordAfter(sources, publication, step, preview);
  if (!next.ok) return refused(next.problem);
  const isStored = await withActor(database, actor, municipality.code, (tx) =>
    storePublication(tx, municipality.code, id, { ...next.value, version: version + 1 }),
  );
  return isStored ? null : refused(PUBLICATION_FAILURES.stale());
}

const NOT_ASKED = { askedResult: null, askedAt: null, askedBy: null, askedByAccount: null };

function recordAfter(
  { actor, now }: DrillSources,
  record: PublicationRecord,
  step: PublicationStep,
  preview: Standing['preview'],
): Result<PublicationRecord> {
  switch (step.kind) {
    case 'ask': {
      if (!preview.ok) return preview;
      const asked = { askedAt: now, askedBy: actor.name, askedByAccount: actor.accountId };
      return success({ ...record, ...asked, state: 'asked', askedResult: preview.value.result });
    }
    case 'take-back':
      if (record.state !== 'asked') return failure(PUBLICATION_FAILURES.notAsked());
      return success({ ...record, ...NOT_ASKED, state: stateWithout(record) });
    case 'approve': {
      if (record.state !== 'asked') return failure(PUBLICATION_FAILURES.notAsked());
      if (isAsker(record, actor)) return failure(PUBLICATION_FAILURES.ownRequest());
      return success({
        ...{ ...record, state: 'published', result: record.askedResult, askedResult: null },
        ...{ approvedAt: now, approvedBy: actor.name },
        ...{ withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
      });
    }
    case 'withdraw':
      if (!isPublic(record)) return failure(PUBLICATION_FAILURES.notPublished());
      return success({
        ...{ ...record, ...NOT_ASKED, state: 'withdrawn' },
        ...{ withdrawnAt: now, withdrawnBy: actor.name, withdrawnReason: step.reason },
      });
  }
}

/** Something is to be seen at the public address. */
const isPublic = ({ result, withdrawnAt }: PublicationRecord) =>
  result !== null && withdrawnAt === null;
const stateWithout = (record: PublicationRecord): PublicationRecord['state'] =>
  isPublic(record) ? 'published' : record.withdrawnAt === null ? 'none' : 'withdrawn';

const isAsker = ({ askedBy, askedByAccount }: PublicationRecord, actor: Actor): boolean =>
  askedByAccount === null || actor.accountId === null
    ? askedBy === actor.name
    : askedByAccount === actor.accountId;

/** Counted of everybody, whoever asks: what is published is the same for all. */
async function readStanding(sources: DrillSources, id: string): Promise<Result<Standing>> {
  const { database, actor, municipality, now } = sources;
  const { code } = municipality;
  const own = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    return record && { record, publication: await findPublication(tx, code, id) };
  });
  if (own === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { record, publication } = own;
  const of = { isRemoved: record.removedAt !== null, publication };
  const notOver = failure(PUBLICATION_FAILURES.notOver());
  if (!record.isEnded && publication.result === null)
    return success({ ...of, known: [], preview: notOver });
  const read = await withActor(database, followingUp(actor), code, async (tx) => {
    const held = record.isEnded ? await readHeldDrill(tx, code, record, now.getTime()) : notOver;
    // What is withdrawn needs a reason without names, however the drill itself stands by then.
    const content = held.ok
      ? held.value.content
      : (await readDrillContent(tx, code, id, record.version))?.content;
    const findings = await listFindings(tx, code, id);
    return { held, content, findings, roster: await selectRosterNames(tx, code) };
  });
  const known = [
    ...read.roster,
    ...(read.content?.participants ?? []).map(({ name }) => name),
    ...(read.content?.people ?? []).map(({ name }) => name),
  ];
  if (!read.held.ok) return success({ ...of, known, preview: read.held });
  const result = await resultOf(sources, record, read.held.value, read.findings);
  const names = publishProblems(result, known);
  return success({ ...of, known, preview: success({ result, names }) });
}

async function resultOf(
  { readers, municipality }: DrillSources,
  { id, shelterIds }: DrillRecord,
  { content, run, evaluation }: HeldDrill,
  findings: Awaited<ReturnType<typeof listFindings>>,
): Promise<PublicDrillResult> {
  const shelters = (await listShelters(readers, municipality)).filter((one) =>
    shelterIds.includes(one.id),
  );
  const { asOf } = await readers.zoneData(municipality);
  // The oldest of several: no part of it is newer than told.
  const oldest = (dates: readonly (string | null)[]) =>
    dates.flatMap((date) => date ?? []).sort()[0] ?? null;
  return publishDrill({
    ...{ plan: planOf(id, content), run, evaluation },
    findings: findings
      .filter(({ removedAt }) => removedAt === null)
      .map((one) => ({ ...one.finding, id: one.id, doneDate: one.doneOn })),
    shelters: shelters.map((one) => ({
      ...{ id: one.id, name: one.name, position: one.position },
      careBeds: content.supplies.find(({ shelterId }) => shelterId === one.id)?.careBeds ?? null,
    })),
    dataDates: [
      {
        label: { ja: '避難所の一覧', en: 'List of shelters' },
        date: oldest(shelters.map(({ datasetAsOf }) => datasetAsOf)),
      },
      { label: { ja: '土砂災害警戒区域', en: 'Landslide zones' }, date: oldest(asOf) },
    ],
  });
}

type OnWire = NonNullable<DrillPublication['preview']>;
/** The same lists, as zod has them. */
const resultOnWire = (result: PublicDrillResult) => result as OnWire;

const nameOnWire = ({ code, ja, en, hit }: NameProblem) => ({ code, ja, en, ...hit });

function onWire(actor: Actor, id: string, { publication, preview }: Standing): DrillPublication {
  const { version, state, result, askedResult } = publication;
  const shown = preview.ok ? preview.value : null;
  const frozen = state === 'asked' ? askedResult : result;
  const { askedAt, askedBy, approvedAt, approvedBy } = publication;
  const { withdrawnAt, withdrawnBy, withdrawnReason } = publication;
  const moment = (at: Date | null, by: string | null) =>
    at === null || by === null ? null : { at: at.toISOString(), by };
  const withdrawn = moment(withdrawnAt, withdrawnBy);
  const mayAsk = mayUse(actor.role, 'drills.plan');
  const mayPublish = mayUse(actor.role, 'drills.publish');
  return {
    ...{ state, version },
    preview: shown && resultOnWire(shown.result),
    unready: preview.ok ? null : { ja: preview.problem.ja, en: preview.problem.en },
    names: (shown?.names ?? []).map(nameOnWire),
    frozen: frozen && resultOnWire(frozen),
    isOutdated: frozen !== null && shown !== null && !isSame(frozen, shown.result),
    asked: moment(askedAt, askedBy),
    approved: moment(approvedAt, approvedBy),
    withdrawn: withdrawn && { ...withdrawn, reason: withdrawnReason ?? '' },
    address: result === null ? null : `/public/drills/${id}`,
    mayAsk: mayAsk && (state === 'asked' || (shown !== null && shown.names.length === 0)),
    mayApprove: mayPublish && state === 'asked' && !isAsker(publication, actor),
    mayWithdraw: mayPublish && isPublic(publication),
  };
}

// Over 200 lines: one entry for each of nine doors.
import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import {
  ATTACHMENT_MEDIA_TYPES,
  MOST_ATTACHMENT_BYTES,
  type RelayQuery,
  relayConflictSchema,
  relayListSchema,
  relayOfficesSchema,
  relayQuerySchema,
  relaySheetSchema,
  relayStepSchema,
  removeAttachmentSchema,
  searchRelaySchema,
  writeRelaySchema,
} from '#contract/relay';
import { RELAY_FAILURES } from '#domain/relay/relay-failures';
import type { Actor } from '../../db/actor.ts';
import {
  addAttachment,
  readAttachment,
  setAttachmentRemoved,
} from '../../services/relay/attachments.ts';
import { listOffices, readRelayList, readRelaySheet } from '../../services/relay/read-relay.ts';
import type { RelaySources } from '../../services/relay/relay-sources.ts';
import { takeStepOfSheet } from '../../services/relay/take-relay-step.ts';
import { writeRelaySheet } from '../../services/relay/write-sheet.ts';
import { noteChange } from '../audit-trail.ts';
import { bodyOf } from '../body-of.ts';
import type { AppContext } from '../context.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/relay-sheets';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });
const withAttachment = params.extend({ attachmentId: z.uuid() });

interface Asked {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly request: Request;
}
const sourcesOf = ({ context, actor }: Asked): RelaySources => ({
  ...{ database: context.database, actor, now: context.clock() },
});

const shown = { tag: 'relay', personal: true, audit: 'relay.see' } as const;
const one = { ...shown, params, access: 'relay.see' } as const;

export const relaySheetEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...shown,
    method: 'get',
    path: PATH,
    access: 'relay.see',
    summary: {
      ja: 'つなぐシートの一覧(返事を待つものを期限の早い順に)',
      en: 'Relay sheets; those that wait for an answer first, by when it is due',
    },
    query: relayQuerySchema,
    response: relayListSchema,
    handle: (asked) => answerList(asked, asked.params.code, asked.query, null),
  }),
  municipalEndpoint({
    ...shown,
    method: 'post',
    path: `${PATH}/search`,
    access: 'relay.see',
    summary: {
      ja: 'つなぐシートを言葉で探す(言葉はアドレスにも記録にも残さない)',
      en: 'Relay sheets by words, which stay out of addresses and logs',
    },
    body: searchRelaySchema,
    response: relayListSchema,
    handle: (asked) => answerList(asked, asked.params.code, asked.body, asked.body.text),
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/offices`,
    access: 'relay.see',
    tag: 'relay',
    summary: { ja: 'つなぐシートの送り先', en: 'To whom relay sheets can be written' },
    response: relayOfficesSchema,
    handle: async (asked) =>
      ok({ offices: await listOffices(sourcesOf(asked), asked.params.code) }),
  }),
  municipalEndpoint({
    ...shown,
    method: 'post',
    path: PATH,
    access: 'relay.write',
    summary: {
      ja: 'つなぐシートを書く(同じidは一度だけ)',
      en: 'Write a relay sheet (an id counts once)',
    },
    body: writeRelaySchema,
    status: 201,
    response: relaySheetSchema,
    problems: [
      ...(['relay.unknown', 'relay.person-not-seen', 'relay.office-may-not-see'] as const),
      ...(['relay.office-unlisted', 'relay.subject-missing', 'relay.link-unlisted'] as const),
    ],
    changes: {
      action: 'relay.write',
      people: ({ body }) => (body.personId === null ? [] : [body.personId]),
    },
    async handle(asked) {
      const { code } = asked.params;
      const written = await writeRelaySheet(sourcesOf(asked), code, asked.body);
      if (!written.ok) return fail(fromDomainProblem(written.problem));
      return answerSheet(asked, code, asked.body.id);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'get',
    path: `${PATH}/:id`,
    summary: { ja: 'つなぐシートとそのやり取り', en: 'A relay sheet and what came of it' },
    response: relaySheetSchema,
    problems: ['relay.unknown'],
    handle: (asked) => answerSheet(asked, asked.params.code, asked.params.id),
  }),
  municipalEndpoint({
    ...one,
    method: 'post',
    path: `${PATH}/:id/steps`,
    access: 'relay.write',
    summary: {
      ja: '対応・返事・引き継ぎ・終了(versionが古いと409で、今の様子と送ったものを返す)',
      en: 'Take in hand, answer, hand over, close (409 with both where version is old)',
    },
    body: relayStepSchema,
    response: relaySheetSchema,
    conflict: relayConflictSchema,
    problems: [
      ...(['relay.unknown', 'relay.stale', 'relay.not-yours', 'relay.not-now'] as const),
      ...(['relay.text-missing', 'relay.office-may-not-see', 'relay.office-unlisted'] as const),
    ],
    changes: { action: 'relay.step', people: () => [] },
    async handle(asked) {
      const { code, id } = asked.params;
      const outcome = await takeStepOfSheet(sourcesOf(asked), code, id, asked.body);
      if (outcome.kind === 'problem') return fail(fromDomainProblem(outcome.problem));
      const answer = await answerSheet(asked, code, id);
      if (outcome.kind === 'taken' || !answer.ok) return answer;
      const stale = fromDomainProblem(RELAY_FAILURES.stale());
      return fail({ ...stale, more: { current: answer.body, yours: asked.body } });
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'post',
    path: `${PATH}/:id/attachments`,
    access: 'relay.write',
    summary: {
      ja: '写真やPDFを添付(PNG、JPEG、PDF。10メガバイト、5件まで)',
      en: 'Attach a photo or a PDF (PNG, JPEG, PDF; up to 10 MB, five of them)',
    },
    accepts: ATTACHMENT_MEDIA_TYPES,
    status: 201,
    response: relaySheetSchema,
    problems: [
      ...(['relay.unknown', 'relay.not-yours', 'relay.not-now', 'request.too-large'] as const),
      ...(['relay-attachment.unreadable', 'relay-attachment.too-many'] as const),
    ],
    changes: { action: 'relay.step', people: () => [] },
    async handle(asked) {
      const { code, id } = asked.params;
      const content = await bodyOf(asked.request, MOST_ATTACHMENT_BYTES);
      if (content === null) return fail(httpProblem('request.too-large'));
      const added = await addAttachment(sourcesOf(asked), code, id, content);
      return added.ok ? answerSheet(asked, code, id) : fail(fromDomainProblem(added.problem));
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'get',
    path: `${PATH}/:id/attachments/:attachmentId`,
    summary: { ja: '添付の写真・PDF', en: 'An attached photo or PDF' },
    params: withAttachment,
    response: { mediaType: 'application/octet-stream' },
    problems: ['relay-attachment.unknown'],
    async handle(asked) {
      const { code, id: sheetId, attachmentId: id } = asked.params;
      const file = await readAttachment(sourcesOf(asked), code, { sheetId, id });
      if (!file.ok) return fail(fromDomainProblem(file.problem));
      const { mediaType, content, people } = file.value;
      await noteOfPlace(asked, people);
      const name = `attachment.${mediaType.slice(mediaType.indexOf('/') + 1)}`;
      // A download, never a page of ours: what is in the file is not looked at.
      const write: BodyWriter = (_request, response) => {
        response.attachment(name).type(mediaType).send(content);
      };
      return ok(write, people);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:id/attachments/:attachmentId/removed`,
    access: 'relay.write',
    summary: {
      ja: '添付の取り外し、またはその取り消し',
      en: 'Take an attachment away, or that back',
    },
    params: withAttachment,
    body: removeAttachmentSchema,
    response: relaySheetSchema,
    problems: ['relay.unknown', 'relay.not-yours', 'relay.not-now', 'relay-attachment.unknown'],
    changes: { action: 'relay.step', people: () => [] },
    async handle(asked) {
      const { code, id: sheetId, attachmentId: id } = asked.params;
      const { isRemoved } = asked.body;
      const done = await setAttachmentRemoved(sourcesOf(asked), code, { sheetId, id }, isRemoved);
      return done.ok ? answerSheet(asked, code, sheetId) : fail(fromDomainProblem(done.problem));
    },
  }),
];

async function answerList(asked: Asked, code: string, query: RelayQuery, text: string | null) {
  const list = await readRelayList(sourcesOf(asked), code, query, text);
  const people = list.rows.flatMap(({ person }) => (person === null ? [] : [person.id]));
  if (list.rows.length > 0) await noteOfPlace(asked, people);
  return ok(list, people);
}

async function answerSheet(asked: Asked, code: string, id: string) {
  const sheet = await readRelaySheet(sourcesOf(asked), code, id);
  if (sheet === null) return fail(fromDomainProblem(RELAY_FAILURES.unknown()));
  const people = sheet.person === null ? [] : [sheet.person.id];
  await noteOfPlace(asked, people);
  return ok(sheet, people);
}

/** Words about a place may tell of somebody whose name nobody chose: that they were read is written down too. */
async function noteOfPlace({ context, request }: Asked, people: readonly string[]) {
  if (people.length > 0) return;
  const route = `${request.method} ${PATH}`;
  await noteChange(request, context, route, { action: 'relay.see', people: [], details: {} });
}

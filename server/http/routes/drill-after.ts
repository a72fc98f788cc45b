import { z } from 'zod';
import {
  carryOutFindingSchema,
  doneFindingSchema,
  drillEvaluationSchema,
  findingListSchema,
  newFindingSchema,
  removeFindingSchema,
  saveFindingSchema,
} from '#contract/drill-after';
import type { Problem, Result } from '#domain/problem';
import { carryOut } from '../../services/drills/carry-out.ts';
import { readEvaluation } from '../../services/drills/evaluate-drill.ts';
import {
  createFinding,
  markFinding,
  readFindings,
  saveFinding,
} from '../../services/drills/findings.ts';
import { answerWith } from '../edit-place.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';
import { DRILLS, type DrillAsked, drillParams, drillSources } from './drills.ts';

const PATH = `${DRILLS}/:id/findings`;
const params = drillParams.extend({ findingId: z.uuid() });

async function answerFindings(asked: DrillAsked, id: string) {
  const read = await readFindings(drillSources(asked), id);
  if (!read.ok) return fail(fromDomainProblem(read.problem));
  const people = read.value.findings.flatMap(({ change }) =>
    change.kind === 'plans' ? change.residentIds : [],
  );
  return ok(read.value, people);
}

/** The list as it stands; all that a finding still lacks is told at once. */
function afterWriting(asked: DrillAsked, id: string, written: Result<readonly Problem[]>) {
  if (!written.ok) return fail(fromDomainProblem(written.problem));
  const lacking = written.value;
  if (lacking.length === 0) return answerFindings(asked, id);
  const errors = lacking.map(({ code, ja, en }) => ({ path: code, message: `${ja} / ${en}` }));
  const detail = {
    ja: lacking.map(({ ja }) => ja).join('。'),
    en: lacking.map(({ en }) => en).join('. '),
  };
  return fail(httpProblem('finding.incomplete', { errors, detail }));
}

const afterMark = (asked: DrillAsked, id: string, problem: Problem | null) =>
  problem === null ? answerFindings(asked, id) : fail(fromDomainProblem(problem));

const shown = {
  ...({ tag: 'drills', personal: true, audit: 'people.drill' } as const),
  response: findingListSchema,
};
const one = { ...shown, params, access: 'drills.plan' } as const;
const stale = ['finding.unknown', 'finding.stale'] as const;
const changes = { action: 'drill.finding', people: () => [] } as const;

export const drillAfterEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'get',
    path: `${DRILLS}/:id/evaluation`,
    params: drillParams,
    access: 'drills.see',
    tag: 'drills',
    personal: true,
    summary: {
      ja: '訓練の評価(予定と実際、滞ったところ、これまでの訓練との比較)',
      en: 'Planned against actual, bottlenecks, and beside earlier drills',
    },
    response: drillEvaluationSchema,
    problems: ['drill.unknown', 'drill.not-begun', 'drill.no-timeline'],
    async handle(asked) {
      return answerWith(await readEvaluation(drillSources(asked), asked.params.id));
    },
  }),
  municipalEndpoint({
    ...shown,
    method: 'get',
    path: PATH,
    params: drillParams,
    access: 'drills.see',
    summary: { ja: '訓練の課題', en: 'Findings of a drill' },
    problems: ['drill.unknown'],
    handle: (asked) => answerFindings(asked, asked.params.id),
  }),
  municipalEndpoint({
    ...shown,
    method: 'post',
    path: PATH,
    params: drillParams,
    access: 'drills.plan',
    summary: { ja: '課題を書き留める', en: 'Write a finding down' },
    body: newFindingSchema,
    status: 201,
    problems: ['drill.unknown', 'drill-person.unknown', 'finding.incomplete'],
    changes,
    async handle(asked) {
      const { id } = asked.params;
      return afterWriting(asked, id, await createFinding(drillSources(asked), id, asked.body));
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:findingId`,
    summary: { ja: '課題を書き直す', en: 'Change a finding' },
    body: saveFindingSchema,
    problems: [...stale, 'drill-person.unknown', 'finding.incomplete', 'finding.carried-out'],
    changes,
    async handle(asked) {
      const { id, findingId } = asked.params;
      const saved = await saveFinding(drillSources(asked), id, findingId, asked.body);
      return afterWriting(asked, id, saved);
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:findingId/done`,
    summary: { ja: '課題の対応済み・取り消し', en: 'A finding was seen to, or that back' },
    body: doneFindingSchema,
    problems: stale,
    changes,
    async handle(asked) {
      const { id, findingId } = asked.params;
      const { version, doneDate: doneOn } = asked.body;
      const mark = { doneOn };
      return afterMark(
        asked,
        id,
        await markFinding(drillSources(asked), id, findingId, version, mark),
      );
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:findingId/removed`,
    summary: { ja: '課題を片付ける・元に戻す', en: 'Take a finding away, or that back' },
    body: removeFindingSchema,
    problems: [...stale, 'finding.carried-out'],
    changes,
    async handle(asked) {
      const { id, findingId } = asked.params;
      const { version, isRemoved } = asked.body;
      const mark = { isRemoved };
      return afterMark(
        asked,
        id,
        await markFinding(drillSources(asked), id, findingId, version, mark),
      );
    },
  }),
  municipalEndpoint({
    ...one,
    method: 'put',
    path: `${PATH}/:findingId/carried-out`,
    summary: {
      ja: '課題を反映する・取り消す(ひな形、通行止め、施設の記載、計画の見直し)',
      en: 'Carry a finding out or take that back: template, closures, shelter, plans to review',
    },
    body: carryOutFindingSchema,
    problems: [...stale, 'finding.not-yours', 'finding.nothing-done'],
    changes,
    async handle(asked) {
      const { id, findingId } = asked.params;
      const { version, isCarriedOut } = asked.body;
      return afterMark(
        asked,
        id,
        await carryOut(drillSources(asked), id, findingId, version, isCarriedOut),
      );
    },
  }),
];

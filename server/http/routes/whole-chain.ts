import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { wholeChainQuestionSchema, wholeChainSchema } from '#contract/whole-chain';
import { answerWholeChain } from '../../services/routing/answer-whole-chain.ts';
import { closedSignal } from '../closed-signal.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });

export const wholeChainEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: '/api/municipalities/:code/residents/:id/whole-chain',
    access: 'routes.see',
    tag: 'routes',
    summary: {
      ja: '経路の総点検(自宅、支援者の家、落ち合い方、経路、避難先を、重いことから順に)',
      en: 'Whole-chain check of one person: home, supporters, ways to meet, route, destination; worst first',
    },
    params,
    body: wholeChainQuestionSchema,
    response: wholeChainSchema,
    personal: true,
    audit: 'people.whole-chain',
    problems: [
      'resident.unknown',
      'shelter.unknown',
      'chain.profile-needed',
      'chain.destination-not-placed',
      'route.no-roads',
      'route.profile-unknown',
      'route.policy-unknown',
      'route.stopped',
    ],
    async handle({ context, municipality, actor, params: { id }, body, request }) {
      const signal = closedSignal(request);
      const answer = await answerWholeChain(context, municipality, actor, id, body, signal);
      if (!answer.ok) return fail(fromDomainProblem(answer.problem));
      return ok(answer.value, [answer.value.resident.id]);
    },
  }),
];

import { z } from 'zod';
import { type Job, jobSchema } from '#contract/dataset';
import type { AppContext } from '../context.ts';
import { type BodyWriter, type Endpoint, endpoint, fail, ok } from '../endpoint.ts';
import { httpProblem } from '../problems.ts';

/** A job is personal data: its report quotes cells that were repaired. */
const params = z.object({ id: z.uuid() });

export const jobEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/jobs/:id',
    access: 'data.see',
    tag: 'jobs',
    summary: { ja: '処理の状態', en: 'State of a job' },
    params,
    response: jobSchema,
    personal: true,
    audit: { action: 'people.data', of: 'hour' },
    problems: ['job.unknown'],
    handle({ context, actor, params: { id } }) {
      const job = context.jobs.find(id, actor.municipalityCode);
      return job === null ? fail(httpProblem('job.unknown')) : ok(job);
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/jobs/:id/events',
    access: 'data.see',
    tag: 'jobs',
    summary: {
      ja: '処理の進み具合(サーバー送信イベント。event: job。終わると閉じます)',
      en: 'Progress of a job as server-sent events named `job`; the last one has ended',
    },
    params,
    response: { mediaType: 'text/event-stream' },
    personal: true,
    audit: { action: 'people.data', of: 'unnamed' },
    problems: ['job.unknown'],
    handle({ context, actor, params: { id } }) {
      const job = context.jobs.find(id, actor.municipalityCode);
      return job === null ? fail(httpProblem('job.unknown')) : ok(followJob(context, job));
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/jobs/:id',
    access: 'data.change',
    tag: 'jobs',
    summary: { ja: '処理の中止', en: 'Cancel a job' },
    params,
    status: 202,
    response: jobSchema,
    personal: true,
    problems: ['job.unknown', 'job.ended'],
    changes: { action: 'data.change', people: () => [] },
    handle({ context, actor, params: { id } }) {
      if (context.jobs.find(id, actor.municipalityCode) === null)
        return fail(httpProblem('job.unknown'));
      const outcome = context.jobs.cancel(id);
      if (outcome === 'ended') return fail(httpProblem('job.ended'));
      const job = context.jobs.find(id, actor.municipalityCode);
      return job === null ? fail(httpProblem('job.unknown')) : ok(job);
    },
  }),
];

/** Progress at most this often: more cannot be seen. */
const PROGRESS_MILLIS = 100;

function followJob(context: AppContext, job: Job): BodyWriter {
  const { jobs, streams } = context;
  return (request, response) => {
    let sentAt = 0;
    const stream = streams.open(
      response,
      () => unfollow(),
      () => context.isStillIn(request),
    );
    const tell = (latest: Job) => {
      const isRunning = latest.state === 'running';
      const now = performance.now();
      if (isRunning && now - sentAt < PROGRESS_MILLIS) return;
      sentAt = now;
      stream.send('job', latest);
      if (!isRunning) stream.end();
    };
    const unfollow = jobs.follow(job.id, tell);
    tell(job);
  };
}

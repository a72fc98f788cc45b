import { expect, test } from 'vitest';
import { JobRegistry } from '../../server/http/jobs.ts';

const CODE = '99903';
const nothing = async () => ({ ok: true, result: null }) as const;
const registry = () =>
  new JobRegistry((error) => {
    throw error;
  });

test('a reserved place keeps others out, of this municipality only, until it is let go', () => {
  const jobs = registry();
  const reservation = jobs.reserve(CODE);
  expect(jobs.start('assess', CODE, nothing)).toBeNull();
  expect(jobs.reserve(CODE)).toBeNull();
  expect(jobs.start('assess', '99904', nothing)).not.toBeNull();
  reservation?.release();
  expect(jobs.start('assess', CODE, nothing)).not.toBeNull();
});

test('a job takes its reserved place, and nobody else can before it has ended', async () => {
  const jobs = registry();
  const reservation = jobs.reserve(CODE);
  const job = reservation?.start('rank', nothing);
  reservation?.release();
  expect(jobs.reserve(CODE)).toBeNull();
  expect((await jobs.ended(job?.id ?? '')).state).toBe('succeeded');
  expect(jobs.reserve(CODE)).not.toBeNull();
});

test('a job that was reserved before the server stopped is cancelled', async () => {
  const jobs = registry();
  const reservation = jobs.reserve(CODE);
  await jobs.stop();
  const job = reservation?.start('rank', async ({ signal }) => {
    signal.throwIfAborted();
    return { ok: true, result: null };
  });
  expect((await jobs.ended(job?.id ?? '')).state).toBe('cancelled');
});

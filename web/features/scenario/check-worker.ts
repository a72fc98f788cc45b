import { checkPointsSchema } from '#contract/scenario';
import { requestJson } from '../../api/client.ts';
import type { CheckAnswer, CheckRequest } from './check-messages.ts';
import { type CheckPeople, checkPeopleOf, runCheck } from './run-check.ts';

/*
 * The check of hypothetical zones off the main thread. It fetches the people itself: neither the answer of
 * megabytes nor the check ever stands in the way of the map.
 */
let people: { readonly key: string; readonly loaded: Promise<CheckPeople> } | null = null;

function peopleOf(code: string, token: string): Promise<CheckPeople> {
  const key = `${code} ${token}`;
  if (people?.key === key) return people.loaded;
  const loaded = requestJson(checkPointsSchema, `/municipalities/${code}/check-points`).then(
    checkPeopleOf,
  );
  people = { key, loaded };
  // A failure is tried again when next asked.
  loaded.catch(() => {
    if (people?.loaded === loaded) people = null;
  });
  return loaded;
}

async function answer(request: CheckRequest): Promise<CheckAnswer> {
  const { number } = request;
  try {
    const known = await peopleOf(request.code, request.token);
    const startedAt = performance.now();
    const result = runCheck(known, request);
    return { number, ok: true, result: { ...result, millis: performance.now() - startedAt } };
  } catch {
    return { number, ok: false };
  }
}

self.onmessage = async ({ data }: MessageEvent<CheckRequest>) => {
  self.postMessage(await answer(data));
};

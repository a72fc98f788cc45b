import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type OwnAccount,
  recoveryCodesSchema,
  type SessionView,
  secondFactorStartSchema,
  sessionListSchema,
  sessionViewSchema,
  signedOutSchema,
} from '#contract/account';
import { forgetAnswers, keepAnswer } from '../offline/kept-answers.ts';
import { keepOnlyFor } from '../offline/kept-for.ts';
import { holderOf } from '../state/holder.ts';
import { requestJson, send } from './client.ts';

const PATH = '/session';
/** Where only the doing matters. */
const anything = z.unknown();

export const readSession = async (signal?: AbortSignal): Promise<SessionView> =>
  settle(
    await requestJson(sessionViewSchema, PATH, { cache: 'no-store', ...(signal && { signal }) }),
  );

/** Who is signed in; read once, and changed by what happens on this page. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => readSession(signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Null before anybody is signed in. */
export function useAccount(): OwnAccount | null {
  return useQuery(sessionQuery()).data?.account ?? null;
}

/** ApiError of 401 for a wrong pair, of 429 where one has to wait. */
export async function signIn(loginName: string, password: string): Promise<SessionView> {
  return settle(await requestJson(sessionViewSchema, PATH, send('POST', { loginName, password })));
}

/** `code` is one of the authenticator or a recovery code. */
export async function proveSecondFactor(code: string): Promise<SessionView> {
  return settle(
    await requestJson(sessionViewSchema, `${PATH}/second-factor`, send('POST', { code })),
  );
}

/**
 * What was kept on the device goes first: it goes also where the server cannot be reached. Fulfilled with
 * where to go on to.
 */
export async function signOut(): Promise<string> {
  await forgetAnswers();
  return (await requestJson(signedOutSchema, PATH, send('DELETE'))).signOutAt ?? '/';
}

export const sessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => requestJson(sessionListSchema, '/sessions', { signal }),
    staleTime: 0,
  });

export const endSession = (id: string) =>
  requestJson(anything, `/sessions/${encodeURIComponent(id)}`, send('DELETE'));

export const changePassword = (current: string, next: string) =>
  requestJson(anything, '/account/password', send('POST', { current, next }));

export const beginSecondFactor = () =>
  requestJson(secondFactorStartSchema, '/account/second-factor/begin', send('POST'));

export const confirmSecondFactor = (code: string) =>
  requestJson(recoveryCodesSchema, '/account/second-factor/confirm', send('POST', { code }));

export const stopSecondFactor = (password: string) =>
  requestJson(anything, '/account/second-factor', send('DELETE', { password }));

/** What is kept on the device for another account, or for nobody, goes before anything is seen. */
async function settle(session: SessionView): Promise<SessionView> {
  if (session.account !== null) {
    await keepOnlyFor(holderOf(session.account));
    await keepAnswer(PATH, session);
  } else if (!session.needsSecondFactor) await forgetAnswers();
  return session;
}

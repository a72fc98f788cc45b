import type { Request } from 'express';
import { z } from 'zod';
import {
  type Account,
  accountListSchema,
  accountSchema,
  changeAccountSchema,
  createAccountSchema,
  oneTimePasswordSchema,
  resetAccountSchema,
} from '#contract/account';
import type { Actor } from '../../db/actor.ts';
import {
  changeAccount,
  createAccount,
  type Manager,
  readAccounts,
  resetAccount,
  type StoredAccount,
} from '../../services/accounts/manage-accounts.ts';
import { originOf } from '../audit-trail.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, endpoint, fail, ok } from '../endpoint.ts';
import { fromDomainProblem } from '../problems.ts';

const params = z.object({ id: z.uuid() });

export const accountEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/accounts',
    access: 'accounts',
    tag: 'account',
    summary: { ja: 'アカウントの一覧', en: 'The accounts' },
    response: accountListSchema,
    personal: true,
    async handle({ context: { database }, actor }) {
      return ok({ accounts: (await readAccounts({ database, actor })).map(accountOf) });
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/accounts',
    access: 'accounts',
    tag: 'account',
    summary: {
      ja: 'アカウントを作る(一度だけのパスワードはここでだけ示します)',
      en: 'Make an account; its one-time password is told here alone',
    },
    body: createAccountSchema,
    status: 201,
    response: oneTimePasswordSchema,
    personal: true,
    problems: ['account.name-taken'],
    async handle({ body, ...input }) {
      const made = await createAccount(managerOf(input), body);
      if (!made.ok) return fail(fromDomainProblem(made.problem));
      const { account, oneTimePassword } = made.value;
      return ok({ account: accountOf(account), oneTimePassword });
    },
  }),
  endpoint({
    method: 'patch',
    path: '/api/accounts/:id',
    access: 'accounts',
    tag: 'account',
    summary: {
      ja: 'アカウントを変える(version が古いと409。役割や範囲が変わるとセッションは終わります)',
      en: 'Change an account (409 where version is old); sessions end where its reach changes',
    },
    params,
    body: changeAccountSchema,
    response: accountSchema,
    personal: true,
    problems: ['account.unknown', 'account.stale', 'account.last-administrator'],
    async handle({ params: { id }, body, ...input }) {
      const changed = await changeAccount(managerOf(input), id, body);
      return changed.ok ? ok(accountOf(changed.value)) : fail(fromDomainProblem(changed.problem));
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/accounts/:id/reset',
    access: 'accounts',
    tag: 'account',
    summary: {
      ja: '一度だけのパスワードを出し直す(二段階認証は解除、セッションは終わります)',
      en: 'Issue a new one-time password; the second factor is removed and sessions end',
    },
    params,
    body: resetAccountSchema,
    response: oneTimePasswordSchema,
    personal: true,
    problems: ['account.unknown', 'account.stale'],
    async handle({ params: { id }, body: { version }, ...input }) {
      const reset = await resetAccount(managerOf(input), id, version);
      if (!reset.ok) return fail(fromDomainProblem(reset.problem));
      const { account, oneTimePassword } = reset.value;
      return ok({ account: accountOf(account), oneTimePassword });
    },
  }),
];

function managerOf(input: {
  readonly context: AppContext;
  readonly actor: Actor;
  readonly request: Request;
}): Manager {
  const { context, actor, request } = input;
  return { database: context.database, actor, origin: originOf(request) };
}

const accountOf = ({ createdAt, lastSignInAt, ...account }: StoredAccount): Account => ({
  ...account,
  createdAt: createdAt.toISOString(),
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
});

import type { Command } from 'commander';
import { Option } from 'commander';
import { createAccountSchema } from '#contract/account';
import { ACCOUNT_FAILURES } from '#domain/access/account-failures';
import { ROLE_LABELS, ROLES, type Role } from '#domain/access/roles';
import { type Problem, ProblemError } from '#domain/problem';
import {
  createAccount,
  type Issued,
  type Manager,
  readAccounts,
  resetAccountByName,
  type StoredAccount,
} from '../services/accounts/manage-accounts.ts';
import { THIS_MACHINE } from '../services/audit/record-access.ts';
import type { ServiceContext } from '../services/context.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { print, printJson } from './print.ts';
import { withContext } from './session.ts';

interface AddFlags {
  readonly role: Role;
  readonly name: string;
  readonly municipality?: string;
  readonly districts?: string;
  readonly shelters?: string;
}

export function registerAccounts(program: Command, say: Say): void {
  const group = program
    .command('accounts')
    .summary(say({ ja: 'アカウント(サインインできる人)', en: 'accounts: who may sign in' }));

  group
    .command('list')
    .summary(say({ ja: '一覧', en: 'list them' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print as JSON' }))
    .action((flags: { json?: true }) =>
      withContext(async (context) => {
        const accounts = await readAccounts(context);
        if (flags.json) printJson(accounts);
        else for (const account of accounts) print(lineOf(account, say));
      }),
    );

  group
    .command('add')
    .summary(
      say({
        ja: '追加する(一度だけのパスワードを表示)',
        en: 'add one; prints its one-time password',
      }),
    )
    .argument('<login>', say({ ja: 'アカウント名', en: 'account name' }))
    .addOption(
      new Option('--role <role>', say({ ja: '役割', en: 'role' }))
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .requiredOption('--name <name>', say({ ja: '氏名', en: 'name of the person' }))
    .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
    .option(
      '--districts <names>',
      say({ ja: '担当する地区(コンマ区切り)', en: 'districts, with commas' }),
    )
    .option(
      '--shelters <ids>',
      say({ ja: '福祉避難所の ID(コンマ区切り)', en: 'ids of facilities, with commas' }),
    )
    .action((login: string, flags: AddFlags) =>
      withContext(async (context) => {
        const parsed = createAccountSchema.safeParse({
          ...{ loginName: login, displayName: flags.name, role: flags.role, residentIds: [] },
          municipalityCode: flags.municipality ?? null,
          districts: listOf(flags.districts),
          shelterIds: listOf(flags.shelters) ?? [],
        });
        if (!parsed.success) throw new ProblemError(problemOf(parsed.error.issues));
        printIssued(unwrap(await createAccount(managerOf(context), parsed.data)), say);
      }),
    );

  group
    .command('reset')
    .summary(
      say({
        ja: '一度だけのパスワードを出し直す(二段階認証は解除されます)',
        en: 'issue a new one-time password; the second factor is removed',
      }),
    )
    .argument('<login>', say({ ja: 'アカウント名', en: 'account name' }))
    .action((login: string) =>
      withContext(async (context) => {
        printIssued(unwrap(await resetAccountByName(managerOf(context), login)), say);
      }),
    );
}

/** Which option has what part of an account. */
const OPTIONS: Readonly<Record<string, string>> = {
  displayName: '--name',
  municipalityCode: '--municipality',
  districts: '--districts',
  shelterIds: '--shelters',
};

function problemOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): Problem {
  const fields = new Set(issues.map(({ path }) => String(path[0])));
  if (fields.has('loginName')) return ACCOUNT_FAILURES.nameInvalid();
  return ACCOUNT_FAILURES.contentInvalid(
    [...fields].map((field) => OPTIONS[field] ?? field).join(', '),
  );
}

/** Printed once: the password stands nowhere else. */
export function printFirstAdministrator(
  made: { readonly loginName: string; readonly oneTimePassword: string } | null,
  say: Say,
): void {
  if (made === null) return;
  print(
    say({
      ja: `管理者を作りました。最初のサインインでパスワードを変えてください(この表示は一度だけです)\n  アカウント名: ${made.loginName}\n  一度だけのパスワード: ${made.oneTimePassword}`,
      en: `An administrator was made. Change the password at the first sign-in (this is shown once)\n  account: ${made.loginName}\n  one-time password: ${made.oneTimePassword}`,
    }),
  );
}

function printIssued({ account, oneTimePassword }: Issued, say: Say): void {
  print(
    say({
      ja: `アカウント名: ${account.loginName}\n一度だけのパスワード: ${oneTimePassword}`,
      en: `account: ${account.loginName}\none-time password: ${oneTimePassword}`,
    }),
  );
}

function lineOf(account: StoredAccount, say: Say): string {
  const marks = [
    account.isDisabled ? say({ ja: '停止中', en: 'disabled' }) : '',
    account.hasSecondFactor ? say({ ja: '二段階認証', en: 'second factor' }) : '',
    account.isLocal ? '' : 'SSO',
  ].filter((mark) => mark !== '');
  return [
    account.loginName,
    account.displayName,
    say(ROLE_LABELS[account.role]),
    account.municipalityCode ?? '-',
    marks.join(','),
  ].join('\t');
}

const listOf = (text: string | undefined): string[] | null =>
  text === undefined ? null : text.split(',').map((part) => part.trim());

const managerOf = ({ database, actor }: ServiceContext): Manager => ({
  database,
  actor,
  origin: THIS_MACHINE,
});

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { RETAINED, type Retained } from '#domain/access/retention';
import { PROBLEMS, ProblemError } from '#domain/problem';
import { type ChainHead, listChains } from '../db/queries/audit/audit-chain.ts';
import { exportChain } from '../services/audit/export-chain.ts';
import { pruneAudit, retentionDays, setRetentionDays } from '../services/audit/prune-audit.ts';
import { recordAccess } from '../services/audit/record-access.ts';
import { type ChainReport, verifyChain } from '../services/audit/verify-chain.ts';
import type { ServiceContext } from '../services/context.ts';
import { readRetention, setRetention } from '../services/retention/rules.ts';
import { unwrap } from './exit.ts';
import type { Say } from './language.ts';
import { existingMunicipality } from './municipality-option.ts';
import { print, printJson } from './print.ts';
import { withContext } from './session.ts';

interface Flags {
  readonly municipality?: string;
  readonly installation?: true;
  readonly json?: true;
}

export function registerAudit(program: Command, say: Say): void {
  const group = program
    .command('audit')
    .summary(say({ ja: '監査の記録', en: 'the log of who saw whom' }));
  const command = (name: string, summary: { ja: string; en: string }) =>
    group
      .command(name)
      .summary(say(summary))
      .option('--municipality <code>', say({ ja: '自治体コード', en: 'code of the municipality' }))
      .option(
        '--installation',
        say({
          ja: 'どの自治体のものでもない記録(管理者のサインイン、バックアップなど)',
          en: 'what is of no municipality: sign-ins of administrators, back-ups',
        }),
      );

  command('verify', {
    ja: '記録が書き換えられていないかを確かめる',
    en: 'find out whether a line was changed or removed',
  })
    .option(
      '--expect <seq:hash>',
      say({
        ja: '前に控えた最後の番号とハッシュ(どの記録かを一つ指定して)',
        en: 'number and hash of the last line as noted before, of the one chain that is named',
      }),
      readHead,
    )
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action((flags: Flags & { expect?: ChainHead }) => verify(flags, say));

  command('export', {
    ja: '記録を、あとから確かめられる形で書き出す',
    en: 'write the log as lines of JSON that can be verified anywhere',
  })
    .requiredOption('--out <file>', say({ ja: '書き込むファイル', en: 'file to write' }))
    .action((flags: Flags & { out: string }) =>
      withContext(async (context) => {
        const code = await chainOf(context, flags);
        const note = { action: 'audit.export', people: [] } as const;
        await recordAccess(context.database, context.actor, code, note);
        const file = createWriteStream(flags.out, { mode: 0o600, flags: 'wx' });
        await pipeline(Readable.from(exportChain(context.database, code)), file).catch(refused);
      }),
    );

  command('prune', {
    ja: '保存期間を過ぎた記録を消す(つながりは残る)',
    en: 'remove lines older than they are kept; the chain stays whole',
  }).action((flags: Flags) =>
    withContext(async (context) => {
      const code = await chainOf(context, flags);
      const removed = await pruneAudit(context.database, context.actor, code);
      print(say({ ja: `${removed} 件を消しました`, en: `${removed} lines removed` }));
    }),
  );

  command('retention', {
    ja: '記録の保存期間を表示・変更する',
    en: 'show or set how long lines are kept',
  })
    .argument('[days]', say({ ja: '日数', en: 'days' }), Number)
    .addOption(
      new Option(
        '--of <what>',
        say({
          ja: '記録のほかに期間を決めるもの(scans 同意書の画像、warnings 警戒レベル、relay 終了したつなぐシート)',
          en: 'what else is kept for so long: scans of consents, past warnings, closed relay sheets',
        }),
      )
        .choices(RETAINED.filter((what) => what !== 'audit'))
        .conflicts('installation'),
    )
    .action((days: number | undefined, { of: what, ...flags }: Flags & { of?: Retained }) =>
      withContext(async (context) => {
        const { database, actor } = context;
        const code = await chainOf(context, flags);
        if (what !== undefined) {
          const before = await ruleIn(context, code, what);
          const rule = { ...before, days: days ?? before.days };
          if (days !== undefined) unwrap(await setRetention(database, actor, code, rule));
          const { days: kept, due } = await ruleIn(context, code, what);
          const keeps =
            kept === null
              ? { ja: '期限なしで保存します', en: 'kept for good' }
              : { ja: `${kept} 日保存します`, en: `kept for ${kept} days` };
          const now = { ja: `(今消すと ${due.count} 件)`, en: ` (a run removes ${due.count} now)` };
          print(say({ ja: keeps.ja + now.ja, en: keeps.en + now.en }));
          return;
        }
        if (days !== undefined) await setRetentionDays(database, actor, code, days);
        const kept = await retentionDays(database, code);
        print(say({ ja: `${kept} 日保存します`, en: `kept for ${kept} days` }));
      }),
    );
}

async function verify(
  { expect, json, ...flags }: Flags & { expect?: ChainHead },
  say: Say,
): Promise<void> {
  await withContext(async (context) => {
    const { database } = context;
    const isNamed = flags.municipality !== undefined || flags.installation === true;
    if (expect !== undefined && !isNamed)
      throw new ProblemError(KEEPING_FAILURES.auditExpectsOne());
    const codes = isNamed ? [await chainOf(context, flags)] : await listChains(database);
    const reports: ChainReport[] = [];
    for (const code of codes) reports.push(await verifyChain(database, code, expect ?? null));
    if (json) printJson(reports);
    else for (const report of reports) print(say(wordsOf(report)));
    const broken = reports.find((report) => report.broken !== null);
    if (broken?.broken)
      throw new ProblemError(
        KEEPING_FAILURES.auditBroken(broken.municipalityCode, broken.broken.seq),
      );
  });
}

async function ruleIn({ database }: ServiceContext, code: string, what: Retained) {
  const { rules } = await readRetention(database, code);
  const rule = rules.find((one) => one.what === what);
  if (rule === undefined) throw new Error(`there is no rule of ${what}`);
  return rule;
}

/** The chain that is meant: of a municipality that there is, or '' for the installation's own. */
const chainOf = async (context: ServiceContext, flags: Flags): Promise<string> =>
  flags.installation === true ? '' : existingMunicipality(context, flags.municipality);

const BREACHES = {
  changed: { ja: '書き換えられています', en: 'was changed' },
  missing: { ja: '抜けています', en: 'is missing' },
  'cut-off': { ja: 'から後が切り取られています', en: 'and what follows was cut off' },
  anchor: { ja: 'までを消した記録と合いません', en: 'does not agree with what was pruned' },
} as const;

function wordsOf({ municipalityCode, entries, head, broken }: ChainReport) {
  const chain = municipalityCode || '-';
  if (broken === null)
    return {
      ja: `${chain}: ${entries} 件のつながりを確かめました。最後は ${head.seq}:${head.hash}`,
      en: `${chain}: ${entries} lines hold. The last is ${head.seq}:${head.hash}`,
    };
  const { ja, en } = BREACHES[broken.breach];
  return {
    ja: `${chain}: ${broken.seq} 番が${ja}(その前の ${entries} 件は無事)`,
    en: `${chain}: line ${broken.seq} ${en} (the ${entries} before it hold)`,
  };
}

function readHead(text: string): ChainHead {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new InvalidArgumentError('SEQ:HASH');
  return { seq: Number(seq), hash };
}

function refused(error: unknown): never {
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    throw new ProblemError(PROBLEMS.fileNotWritten('--out', String(error.code)));
  throw error;
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { KEEPING_FAILURES } from '#domain/access/keeping-failures';
import { localDay } from '#domain/local-day';
import { PROBLEMS, ProblemError } from '#domain/problem';
import type { Config } from '../config.ts';
import { COMMAND_LINE } from '../db/actor.ts';
import { openDatabase } from '../db/data-source.ts';
import { countUnopened } from '../services/accounts/seal-stored-secrets.ts';
import {
  isKeyInDataDir,
  KEY_FILE,
  secondFactorKey,
} from '../services/accounts/second-factor-key.ts';
import { createSecretSealer, type SecretSealer } from '../services/accounts/secret-sealer.ts';
import { createBackup } from '../services/backup/create-backup.ts';
import { restoreBackup } from '../services/backup/restore-backup.ts';
import type { Say } from './language.ts';
import { print, printJson } from './print.ts';
import { settings, withContext } from './session.ts';

interface Flags {
  readonly json?: true;
}

const LEAST_KEY_LENGTH = 16;

const ABOUT_KEY = {
  ja: '鍵は BACKUP_KEY_FILE のファイルか BACKUP_KEY にあるものを使います(16文字以上)。なくすと戻せません。バックアップとは別の場所に保管してください。',
  en: 'The key is what is in the file BACKUP_KEY_FILE, or in BACKUP_KEY (16 characters or more). Without it nothing can be restored: keep it elsewhere.',
};

export function registerBackup(program: Command, say: Say): void {
  program
    .command('backup')
    .summary(say({ ja: '暗号化したバックアップを作る', en: 'write an encrypted back-up' }))
    .description(
      `${say({
        ja: 'データベースとデータのフォルダー(背景地図など)を、動かしたまま、暗号化した一つのファイルにします。',
        en: 'Writes the database and the data directory (base maps) into one encrypted file, while the server runs.',
      })}\n${say(ABOUT_KEY)}`,
    )
    .requiredOption('--out <file>', say({ ja: '書き込むファイル', en: 'file to write' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action(async (flags: Flags & { out: string }) => {
      const secret = await backupKey(settings());
      await withContext(async (context, config) => {
        const report = await createBackup(context, config.dataDir, flags.out, secret);
        const holdsKey = isKeyInDataDir(config) && report.files.includes(KEY_FILE);
        if (flags.json) printJson({ ...report, secondFactorKey: holdsKey ? 'inside' : 'apart' });
        else {
          print(
            say({
              ja: `${flags.out}: ${totalRows(report)} 行、ファイル ${report.files.length} 個`,
              en: `${flags.out}: ${totalRows(report)} rows, ${report.files.length} files`,
            }),
          );
          print(say(holdsKey ? KEY_INSIDE : KEY_APART));
        }
      });
    });
}

export function registerRestore(program: Command, say: Say): void {
  program
    .command('restore')
    .summary(say({ ja: 'バックアップから戻す', en: 'restore a back-up' }))
    .description(
      `${say({
        ja: 'バックアップを空のデータベースに戻します。作ったときと違う種類のデータベースにも戻せます。データのあるデータベースには戻しません。',
        en: 'Restores into an empty database, of either kind, whichever it came from. A database that holds data is left alone.',
      })}\n${say(ABOUT_KEY)}`,
    )
    .argument('<file>', say({ ja: 'バックアップのファイル', en: 'the back-up' }))
    .option('--json', say({ ja: '結果を JSON で出力', en: 'print the result as JSON' }))
    .action(async (file: string, flags: Flags) => {
      const config = settings();
      const secret = await backupKey(config);
      const database = await openDatabase(config, { migrate: false });
      try {
        const context = { database, actor: COMMAND_LINE, today: localDay(new Date()) };
        const report = await restoreBackup(context, config.dataDir, file, secret).catch(unreadable);
        const unopened = await countUnopened(database, await sealerOf(config));
        if (flags.json) printJson({ ...report, unopenedSecondFactors: unopened });
        else {
          print(
            say({
              ja: `${report.createdAt} の状態に戻しました: ${totalRows(report)} 行、ファイル ${report.files.length} 個`,
              en: `restored as of ${report.createdAt}: ${totalRows(report)} rows, ${report.files.length} files`,
            }),
          );
          if (unopened > 0) print(say(keyNeeded(unopened)));
        }
      } finally {
        await database.close();
      }
    });
}

const KEY_INSIDE = {
  ja: '二段階認証の鍵も、暗号化したこのファイルに入っています',
  en: 'The key of second factors is in this encrypted file too',
};
const KEY_APART = {
  ja: '二段階認証の鍵(SECOND_FACTOR_KEY_FILE または SECOND_FACTOR_KEY)は入っていません。戻すときに要ります。別に保管してください',
  en: 'The key of second factors (SECOND_FACTOR_KEY_FILE or SECOND_FACTOR_KEY) is not in it and is needed after a restore: keep it as well',
};
const keyNeeded = (accounts: number) => ({
  ja: `二段階認証を使う ${accounts} 件のアカウントには、元の鍵が要ります。起動の前に SECOND_FACTOR_KEY_FILE に指定してください`,
  en: `${accounts} accounts with a second factor need the key of then: name it as SECOND_FACTOR_KEY_FILE before the start`,
});

/** The key as it is after the restore; null where there is none yet: nothing is made here. */
async function sealerOf(config: Config): Promise<SecretSealer | null> {
  const isThere = !isKeyInDataDir(config) || existsSync(join(config.dataDir, KEY_FILE));
  const key = isThere ? await secondFactorKey(config).catch(() => null) : null;
  return key === null ? null : createSecretSealer(key);
}

const totalRows = ({ tables }: { readonly tables: readonly { readonly rows: number }[] }) =>
  tables.reduce((sum, { rows }) => sum + rows, 0);

/** @throws ProblemError where there is none, or it is so short that it can be guessed */
async function backupKey({ backupKey: given, backupKeyFile }: Config): Promise<string> {
  const key =
    backupKeyFile === null
      ? given
      : await readFile(backupKeyFile, 'utf8').then((text) => text.trim(), unreadable);
  if (key === null || key.length < LEAST_KEY_LENGTH)
    throw new ProblemError(KEEPING_FAILURES.backupKeyMissing());
  return key;
}

function unreadable(error: unknown): never {
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    throw new ProblemError(PROBLEMS.fileUnreadable(String(error.code)));
  throw error;
}

import type { Problem } from '../problem.ts';
import { LEAST_RETENTION_DAYS } from './audit.ts';

/** What may stand in the way of keeping the audit log, of back-up and of restoring. */
export const KEEPING_FAILURES = {
  auditBroken: (code: string, seq: number): Problem => ({
    code: 'audit.broken',
    ja: `監査の記録のつながりが切れています: ${code || 'この機械'} の ${seq} 番`,
    en: `The audit log does not hold: line ${seq} of ${code || 'the installation'}`,
  }),
  retentionTooShort: (): Problem => ({
    code: 'audit.retention-too-short',
    ja: `残す期間は ${LEAST_RETENTION_DAYS} 日以上にしてください(監査の記録は期限なしにはできません)`,
    en: `Keep it for at least ${LEAST_RETENTION_DAYS} days (the audit log has an end)`,
  }),
  dailyForGood: (): Problem => ({
    code: 'retention.daily-for-good',
    ja: '期限なしで残すものは、毎日は消せません。日数を決めてください',
    en: 'What is kept for good is not removed daily: say how many days',
  }),
  retentionStale: (): Problem => ({
    code: 'retention.stale',
    ja: '残す期間は他の人が先に変更しました。読み直してください',
    en: 'How long it is kept was changed by somebody else; read it again',
  }),
  runPending: (): Problem => ({
    code: 'retention.pending',
    ja: '消す予定がすでにあります',
    en: 'A run is ordered already',
  }),
  runGone: (): Problem => ({
    code: 'retention.gone',
    ja: '取り消せる予定がありません。もう始まったか、取り消されています',
    en: 'There is no run to call off: it has begun, or was called off',
  }),
  backupKeyMissing: (): Problem => ({
    code: 'backup.key-missing',
    ja: 'バックアップの鍵がありません。BACKUP_KEY_FILE に鍵のファイルを指定するか、BACKUP_KEY に鍵(16文字以上)を設定してください',
    en: 'There is no key for the back-up: name its file as BACKUP_KEY_FILE, or set BACKUP_KEY (16 characters or more)',
  }),
  backupKeyWrong: (): Problem => ({
    code: 'backup.key-wrong',
    ja: '鍵が違うか、バックアップのファイルが壊れています。データベースは変更していません',
    en: 'The key is wrong, or the back-up was damaged. The database was not changed',
  }),
  secondFactorKeyMissing: (): Problem => ({
    code: 'second-factor.key-missing',
    ja: '二段階認証の鍵がありません。DATABASE_URL を使うときは、SECOND_FACTOR_KEY_FILE に鍵のファイルを指定するか、SECOND_FACTOR_KEY に鍵(32文字以上)を設定してください。作り方: head -c 32 /dev/urandom | base64(docs/operations.md)',
    en: 'There is no key for second factors. With DATABASE_URL, name its file as SECOND_FACTOR_KEY_FILE, or set SECOND_FACTOR_KEY (32 characters or more). To make one: head -c 32 /dev/urandom | base64 (docs/operations.md)',
  }),
  secondFactorKeyWrong: (accounts: number): Problem => ({
    code: 'second-factor.key-wrong',
    ja: `二段階認証の鍵が違います。${accounts} 件のアカウントの秘密は別の鍵で封をしてあります。元の鍵を SECOND_FACTOR_KEY_FILE に指定してください。失った鍵は戻せません。そのときは、そのアカウントを michishirube accounts reset で作り直してください`,
    en: `The key for second factors is not the one that the secrets of ${accounts} accounts were sealed by. Name that one as SECOND_FACTOR_KEY_FILE. A lost key cannot be made again: then reset those accounts by michishirube accounts reset`,
  }),
  backupUnreadable: (): Problem => ({
    code: 'backup.unreadable',
    ja: 'みちしるべのバックアップとして読めないファイルです',
    en: 'This file is no back-up of Michishirube',
  }),
  backupExists: (file: string): Problem => ({
    code: 'backup.exists',
    ja: `${file} はすでにあります。別の名前を指定してください`,
    en: `${file} is there already; choose another name`,
  }),
  backupInsideData: (file: string): Problem => ({
    code: 'backup.inside-data',
    ja: `${file} は DATA_DIR の中です。バックアップは別の場所(できれば別の機械)に置いてください`,
    en: `${file} lies in DATA_DIR; put the back-up somewhere else, best on another machine`,
  }),
  auditExpectsOne: (): Problem => ({
    code: 'audit.expects-one',
    ja: '--expect は、どの自治体の記録かを --municipality で(この機械の記録なら --installation で)指定して使ってください',
    en: '--expect is of one chain: name it by --municipality, or --installation',
  }),
  backupOtherSchema: (migration: string): Problem => ({
    code: 'backup.other-schema',
    ja: `このプログラムより新しい版で作られたバックアップです(${migration})`,
    en: `The back-up was made by a newer version of the program (${migration})`,
  }),
  restoreNotEmpty: (): Problem => ({
    code: 'restore.not-empty',
    ja: 'データベースにデータがあるため戻しません。空のデータベースか、新しい DATA_DIR を指定してください',
    en: 'Nothing was restored: the database holds data. Name an empty one, or a new DATA_DIR',
  }),
} as const;

/** An expected failure: a code for programs, words for people in both languages. */
export interface Problem {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  /** How long to wait, where that is what stands in the way. */
  readonly seconds?: number;
}

/** What the write side may answer in place of a result; the HTTP side maps `code` to a status. */
export const PROBLEMS = {
  badConfig: (names: string): Problem => ({
    code: 'config.invalid',
    ja: `環境変数の値が正しくありません: ${names}`,
    en: `Environment variables have wrong values: ${names}`,
  }),
  originWithoutProxy: (): Problem => ({
    code: 'config.invalid',
    ja: 'PUBLIC_ORIGIN が https ですが、TRUST_PROXY が設定されていません。TLS を受け持つプロキシを信用しないと、Cookie に Secure が付きません。そのプロキシのアドレスを TRUST_PROXY に指定してください(例: loopback、docs/operations.md)',
    en: 'PUBLIC_ORIGIN is https and TRUST_PROXY is not set. Unless the proxy that speaks TLS is believed, cookies are not Secure: name its address by TRUST_PROXY (e.g. loopback; docs/operations.md)',
  }),
  portTaken: (port: number): Problem => ({
    code: 'config.port-taken',
    ja: `ポート ${port} は別のプログラムが使っています。--port で別の番号を指定してください`,
    en: `Port ${port} is taken by another program; choose another by --port`,
  }),
  schemaNewer: (migrations: readonly string[]): Problem => ({
    code: 'database.schema-newer',
    ja: `データベースがこのプログラムより新しい版で更新されています(${migrations.join(', ')})。新しい版のプログラムを使ってください。データは変更していません。`,
    en: `The database was updated by a newer version of the program (${migrations.join(', ')}). Use the newer version; nothing was changed.`,
  }),
  databaseUnreachable: (detail: string): Problem => ({
    code: 'database.unreachable',
    ja: `データベースにつながりません: ${detail}`,
    en: `The database cannot be reached: ${detail}`,
  }),
  socketDirectoryForeign: (directory: string): Problem => ({
    code: 'database.socket-directory-foreign',
    ja: `${directory} を他の利用者が使えるため、データベースを開きません。このフォルダーを確かめて削除するか、DATA_DIR に短いパスを指定してください`,
    en: `The database is not opened: others can use ${directory}. Look at that folder and remove it, or give a shorter path as DATA_DIR`,
  }),
  municipalityUnknown: (code: string): Problem => ({
    code: 'municipality.unknown',
    ja: `自治体 ${code} は登録されていません`,
    en: `There is no municipality ${code}`,
  }),
  municipalityNotNamed: (codes: readonly string[]): Problem => ({
    code: 'municipality.not-named',
    ja: `--municipality で自治体を指定してください(登録済み: ${codes.join(', ') || 'なし'})`,
    en: `Name the municipality by --municipality (known: ${codes.join(', ') || 'none'})`,
  }),
  municipalityNameMissing: (code: string): Problem => ({
    code: 'municipality.name-missing',
    ja: `自治体 ${code} はまだ登録されていません。登録して取り込むには --name で名前を指定してください(番号の誤りでないかも確かめてください)`,
    en: `There is no municipality ${code} yet. To enter it give its name by --name (and see that the code is right)`,
  }),
  settingsStale: (): Problem => ({
    code: 'municipality.stale',
    ja: '設定は他の人が先に変更しました。読み直してください',
    en: 'The settings were changed by somebody else; read them again',
  }),
  warningStale: (): Problem => ({
    code: 'warning.stale',
    ja: '警戒レベルは他の人が先に変更しました。いまの発表を確かめて、もう一度入力してください',
    en: 'Somebody else changed the warning level first; look at what is in force and enter it again',
  }),
  /** `known`: ids that exist, where the caller has them at hand. */
  criteriaUnknown: (id: string, known: readonly string[] = []): Problem => ({
    code: 'criteria.unknown',
    ja: `優先順位の基準 ${id} は登録されていません${known.length === 0 ? '' : `(登録済み: ${known.join(', ')})`}`,
    en: `There are no criteria ${id}${known.length === 0 ? '' : ` (known: ${known.join(', ')})`}`,
  }),
  residentUnknown: (): Problem => ({
    code: 'resident.unknown',
    ja: '対象者が見つかりません',
    en: 'There is no such resident',
  }),
  residentStale: (): Problem => ({
    code: 'resident.stale',
    ja: '対象者は他の人が先に変更しました。読み直してください',
    en: 'The resident was changed by somebody else; read it again',
  }),
  shelterUnknown: (): Problem => ({
    code: 'shelter.unknown',
    ja: '避難所が見つかりません',
    en: 'There is no such shelter',
  }),
  shelterStale: (): Problem => ({
    code: 'shelter.stale',
    ja: '避難所は他の人が先に変更しました。入力は送っていません。今の値と見比べて、もう一度保存してください',
    en: 'The shelter was changed by somebody else first. Nothing was stored; compare with what stands now and save again',
  }),
  scenarioUnknown: (): Problem => ({
    code: 'scenario.unknown',
    ja: '想定区域が見つかりません',
    en: 'There is no such hypothetical zone',
  }),
  scenarioStale: (): Problem => ({
    code: 'scenario.stale',
    ja: '想定区域は他の人が先に変更しました。入力は送っていません',
    en: 'The hypothetical zone was changed by somebody else first; nothing was stored',
  }),
  datasetUnknown: (): Problem => ({
    code: 'dataset.unknown',
    ja: 'データセットが見つかりません',
    en: 'There is no such dataset',
  }),
  datasetNotInForce: (): Problem => ({
    code: 'dataset.not-in-force',
    ja: '使用中のデータセットではないため、元に戻せません',
    en: 'The dataset is not in force, so there is nothing to roll back',
  }),
  noFormerDataset: (): Problem => ({
    code: 'dataset.no-former',
    ja: '戻せる前の名簿がありません。最初の名簿は取り下げられません(全員が名簿から消えた人になるため)。正しい名簿を取り込んで置き換えてください',
    en: 'No former roster is kept. The first roster cannot be withdrawn, because everybody would count as gone: import the right roster in its place',
  }),
  unknownLayout: (
    expected: { ja: string; en: string },
    found: { ja: string; en: string },
  ): Problem => ({
    code: 'import.unknown-layout',
    ja: `ファイルの形式が違います。必要なもの: ${expected.ja}。見つかったもの: ${found.ja}`,
    en: `The file has another layout. Expected: ${expected.en}. Found: ${found.en}`,
  }),
  fileNotWritten: (file: string, detail: string): Problem => ({
    code: 'output.not-written',
    ja: `${file} に書き込めません(${detail})。フォルダーがあるか、書き込めるかを確かめてください`,
    en: `${file} cannot be written (${detail}); see whether the folder exists and may be written to`,
  }),
  fileUnreadable: (detail: string): Problem => ({
    code: 'import.file-unreadable',
    ja: `ファイルを読めません: ${detail}`,
    en: `The file cannot be read: ${detail}`,
  }),
  mixedShelterKinds: (): Problem => ({
    code: 'import.mixed-shelter-kinds',
    ja: '種類の違う避難所の一覧が混ざっています。一覧ごとに取り込んでください',
    en: 'Lists of different kinds of shelters are mixed; import each list by itself',
  }),
  boundaryMissing: (): Problem => ({
    code: 'import.boundary-missing',
    ja: '自治体の境界がありません。先に districts --boundary で取り込んでください',
    en: 'There is no boundary to clip by; import one first (districts --boundary)',
  }),
  mappingUnreadable: (file: string, detail: string): Problem => ({
    code: 'import.mapping-unreadable',
    ja: `列の対応のファイル ${file} を読めません: ${detail}`,
    en: `The column mapping ${file} cannot be read: ${detail}`,
  }),
  importEmpty: (): Problem => ({
    code: 'import.nothing-accepted',
    ja: '取り込める記録が一件もありませんでした。使用中のデータは変えていません',
    en: 'No record could be accepted; the data in force were left as they are',
  }),
  cancelled: (): Problem => ({
    code: 'job.cancelled',
    ja: '取り消しました。何も変更していません',
    en: 'Cancelled; nothing was changed',
  }),
  declined: (): Problem => ({
    code: 'import.declined',
    ja: '適用しませんでした。何も変更していません',
    en: 'Not applied; nothing was changed',
  }),
} as const;

/** A value, or the reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** Carries a problem through code that can only throw; the command line and HTTP print its words. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.ja} / ${problem.en}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

import type { Bilingual } from '../resident/labels.ts';

/** What is written down of access to people: each is one kind of line in the audit log. */
export const AUDIT_ACTIONS = {
  'people.list': { ja: '一覧を見た', en: 'Saw the list' },
  'people.detail': { ja: '対象者の詳細を見た', en: 'Saw one person' },
  'people.history': { ja: '対象者の履歴を見た', en: "Saw a person's history" },
  'people.search': { ja: '検索で見た', en: 'Saw people found by a search' },
  'people.changes': { ja: '変化の一覧を見た', en: 'Saw what changed' },
  'people.export': { ja: 'ファイルに出力した', en: 'Exported people to a file' },
  'people.map': { ja: '地図の点を見た', en: 'Saw people on the map' },
  'people.count': { ja: '地図の範囲の件数を見た', en: 'Saw counts in a part of the map' },
  'people.zone': { ja: '区域の対象者を見た', en: 'Saw people in a zone' },
  'people.scenario': { ja: '想定区域の対象者を見た', en: 'Saw people in a hypothetical zone' },
  'people.routes': { ja: '経路の遮断で孤立する人を見た', en: 'Saw who is cut off by closed roads' },
  'people.whole-chain': { ja: '経路の総点検を見た', en: 'Saw the whole-chain check of a person' },
  'people.fire-check': {
    ja: '消防の経路点検で見た',
    en: 'Saw how the fire department comes to people',
  },
  'people.plan-proposal': { ja: '避難先の提案を見た', en: 'Saw proposed destinations' },
  'people.departures': {
    ja: '避難を始める時刻の計算を見た',
    en: 'Saw when people have to start',
  },
  'plan-proposal.make': { ja: '避難先の提案を作った', en: 'Had destinations proposed' },
  'site-override.change': {
    ja: '道路の現地確認を記録した',
    en: 'Recorded what was found on a road on site',
  },
  'site-override.photo': { ja: '道路の現地の写真を見た', en: 'Saw a photo of a road' },
  'relay-office.change': {
    ja: 'つなぐシートの関係機関を変更した',
    en: 'Changed an office of relay sheets',
  },
  'fire-station.change': { ja: '消防署所を変更した', en: 'Changed a fire station' },
  'travel-profile.change': {
    ja: '移動手段の数値を変更した',
    en: 'Changed figures of a profile of travel',
  },
  'chart.items': { ja: 'カルテの項目を変えた', en: 'Changed the items of charts' },
  'chart.figures': { ja: '市の統計を取り込んだ・取り消した', en: 'Imported or took back figures' },
  'chart.publish': { ja: 'カルテを公開した・取り下げた', en: 'Published or withdrew charts' },
  'people.criteria': { ja: '基準の試行で見た', en: 'Saw people while trying criteria' },
  'people.positions': { ja: '位置の未確定者を見た', en: 'Saw people without a sure position' },
  'people.duplicates': { ja: '重複の候補を見た', en: 'Saw possible duplicates' },
  'people.data': { ja: '取り込みの記録を見た', en: 'Saw records of an import' },
  'people.move': { ja: '位置を変えた', en: 'Changed a position' },
  'people.merge': { ja: '重複を判断した', en: 'Judged duplicates' },
  'people.plan': { ja: '個別避難計画を見た', en: 'Saw the plan of a person' },
  'people.plans': { ja: '個別避難計画の一覧を見た', en: 'Saw where plans stand' },
  'people.response': {
    ja: '災害対応・訓練の対象者を見た',
    en: 'Saw whom to move in a response or rehearsal',
  },
  'response.open': {
    ja: '災害対応・訓練を開いた・警戒レベルを反映した',
    en: 'Opened a response or rehearsal, or took over levels',
  },
  'response.close': {
    ja: '災害対応・訓練を終えた・終了を取り消した',
    en: 'Ended a response or rehearsal, or took its end back',
  },
  'response.report': { ja: '避難の状況を報告した', en: 'Reported how people stand' },
  'people.drill': { ja: '訓練に参加する人を見た', en: 'Saw who takes part in a drill' },
  'drill.save': { ja: '訓練の計画を保存・片付けた', en: 'Saved or removed the plan of a drill' },
  'drill.agree': {
    ja: '訓練への参加の同意を記録した',
    en: 'Recorded that somebody agreed to take part in a drill',
  },
  'drill.run': { ja: '訓練の経過を記録した', en: 'Wrote down what happened in a drill' },
  'drill.photo': { ja: '訓練の写真を見た', en: 'Saw a photo of a drill' },
  'drill.finding': {
    ja: '訓練の課題を記録・反映した',
    en: 'Recorded a finding of a drill, or carried it out',
  },
  'drill.publish': {
    ja: '訓練の結果の公開を進めた・取り下げた',
    en: 'Published or withdrew the results of a drill',
  },
  'relay.see': { ja: 'つなぐシートを見た', en: 'Saw relay sheets' },
  'relay.write': { ja: 'つなぐシートを書いた', en: 'Wrote a relay sheet' },
  'relay.step': { ja: 'つなぐシートを進めた', en: 'Moved a relay sheet on' },
  'people.resources': {
    ja: '歩いて行ける地域の資源を調べた',
    en: 'Saw what resources are within walking distance of a person',
  },
  'people.print': { ja: '計画を印刷した', en: 'Printed plans' },
  'plan.save': { ja: '個別避難計画を保存した', en: 'Saved a plan' },
  'plan.step': { ja: '個別避難計画の手続きを進めた', en: 'Took a step of a plan' },
  'plan.settings': { ja: '計画の手続きの役割を変えた', en: 'Said who does which step of a plan' },
  'consent.see': { ja: '同意の記録を見た', en: 'Saw consents' },
  'consent.change': { ja: '同意を記録した', en: 'Recorded a consent' },
  'consent.rule': { ja: '条例による提供を決めた', en: 'Said whether an ordinance holds' },
  'disaster-mode.open': { ja: '災害時の情報提供を始めた', en: 'Opened disaster mode' },
  'disaster-mode.end': { ja: '災害時の情報提供を終えた', en: 'Ended disaster mode' },
  'data.change': { ja: 'データを取り込み・変更した', en: 'Imported or changed data' },
  'session.begin': { ja: 'サインインした', en: 'Signed in' },
  'session.fail': { ja: 'サインインに失敗した', en: 'Failed to sign in' },
  'session.end': {
    ja: 'サインアウトした・セッションを終えた',
    en: 'Signed out, or ended a session',
  },
  'account.create': { ja: 'アカウントを作った', en: 'Made an account' },
  'account.change': { ja: 'アカウントを変えた', en: 'Changed an account' },
  'account.reset': { ja: 'パスワードを再発行した', en: 'Reset a password' },
  'account.password': { ja: '自分のパスワードを変えた', en: 'Changed the own password' },
  'account.second-factor': {
    ja: '二段階認証を設定・解除した',
    en: 'Set up or removed the second factor',
  },
  'audit.search': { ja: '監査の記録を見た', en: 'Looked into the audit log' },
  'audit.export': { ja: '監査の記録を出力した', en: 'Exported the audit log' },
  'audit.verify': { ja: '記録のつながりを確かめた', en: 'Verified the audit log' },
  'audit.retention': { ja: '保存期間を変えた', en: 'Changed how long the log is kept' },
  'audit.prune': { ja: '古い記録を消した', en: 'Removed old entries of the log' },
  'retention.order': { ja: '古いものを消すよう予約した', en: 'Ordered old things to be removed' },
  'retention.cancel': { ja: '消す予約を取り消した', en: 'Called the removal off' },
  'retention.prune': {
    ja: '保存期間を過ぎたものを消した',
    en: 'Removed what was kept long enough',
  },
  'backup.create': { ja: 'バックアップを作った', en: 'Made a back-up' },
  'backup.restore': { ja: 'バックアップから戻した', en: 'Restored a back-up' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as readonly AuditAction[];

/** How long entries are kept where the city has not said: 個人情報の開示請求 and audits look back years. */
export const DEFAULT_RETENTION_DAYS = 5 * 365;
/** A shorter time would let somebody remove what has just been done. */
export const LEAST_RETENTION_DAYS = 365;

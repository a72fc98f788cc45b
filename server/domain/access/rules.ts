import type { Bilingual } from '../resident/labels.ts';
import { ROLES, type Role } from './roles.ts';

/** Without signing in; whoever is signed in; or those roles. */
export type Admitted = 'public' | 'signed-in' | readonly Role[];

interface AccessRule {
  readonly label: Bilingual;
  readonly admits: Admitted;
}

const rule = (ja: string, en: string, admits: Admitted): AccessRule => ({
  label: { ja, en },
  admits,
});

const OFFICERS = ['disaster-officer', 'welfare-officer'] as const;
const SEE_PEOPLE = [
  ...OFFICERS,
  'fire-department',
  'drill-coordinator',
  'district-organisation',
  'welfare-shelter',
  'supporter',
] as const;
/** Who helps is never masked: whoever sees people masked sees no plan. */
const SEE_PLANS = SEE_PEOPLE.filter((role) => role !== 'drill-coordinator');
const PLAN_THE_RESPONSE = [...OFFICERS, 'fire-department'] as const;
const PLAN_DRILLS = [...OFFICERS, 'drill-coordinator'] as const;

/** The one table: who may do what. Each endpoint names the rule that it is under. */
export const ACCESS_RULES = {
  public: rule('サインイン前に使えるもの', 'What is there before signing in', 'public'),
  'own-account': rule('自分のアカウント', "One's own account", 'signed-in'),
  municipality: rule('自治体と警戒レベルの表示', 'The municipality and its warning', 'signed-in'),
  'disaster-mode.see': rule('災害対応の状態の表示', 'Whether disaster mode is open', 'signed-in'),
  places: rule(
    '地図・区域・避難所・地区の表示',
    'Map, zones, shelters and districts',
    ROLES.filter((role) => role !== 'auditor'),
  ),
  'people.see': rule(
    '対象者の表示(見える範囲で)',
    'People, as far as they may be seen',
    SEE_PEOPLE,
  ),
  'people.history': rule('対象者の履歴の表示', 'What became of a person', OFFICERS),
  'people.change': rule('対象者の位置・重複の整理', 'Positions and duplicates', OFFICERS),
  'plans.see': rule(
    '個別避難計画の表示(見える範囲で)',
    'Plans, as far as they may be seen',
    SEE_PLANS,
  ),
  'plans.work': rule(
    '個別避難計画の手続き(市の設定の役割で)',
    "Steps of plans (by the city's sharing of roles)",
    SEE_PLANS,
  ),
  'plans.print': rule('個別避難計画のまとめての印刷・出力', 'Print and export many plans', [
    ...OFFICERS,
    'district-organisation',
  ]),
  'plans.settings': rule('計画の手続きの役割の設定', 'Say who does which step of a plan', [
    'disaster-officer',
  ]),
  'responses.see': rule(
    '災害対応・訓練の表示(見える範囲で)',
    'Responses and rehearsals, as far as people may be seen',
    SEE_PLANS,
  ),
  'responses.report': rule(
    '安否・避難の状況の報告(見える範囲で)',
    'Report how people stand, as far as they may be seen',
    SEE_PLANS,
  ),
  'responses.open': rule(
    '災害対応・訓練の開始と終了',
    'Open and end responses and rehearsals',
    OFFICERS,
  ),
  'drills.see': rule(
    '訓練の表示(参加者は見える範囲で)',
    'Drills, people as far as they may be seen',
    [...PLAN_DRILLS, 'fire-department', 'district-organisation', 'welfare-shelter'],
  ),
  'drills.plan': rule(
    '訓練の計画・評価・公開の依頼',
    'Plan and evaluate drills, ask to publish',
    PLAN_DRILLS,
  ),
  'drills.agree': rule('訓練への参加の同意の記録', 'Record who agreed to take part', OFFICERS),
  'drills.run': rule('訓練の経過の記録', 'Write down what happens in a drill', [
    ...PLAN_DRILLS,
    'fire-department',
    'welfare-shelter',
  ]),
  'drills.publish': rule(
    '訓練の結果の公開の承認と取り下げ',
    'Approve and withdraw results',
    OFFICERS,
  ),
  'relay.see': rule(
    'つなぐシートの表示(見える範囲で)',
    'Relay sheets, as far as people may be seen',
    SEE_PLANS,
  ),
  'relay.write': rule('つなぐシートの記入と返事', 'Write and answer relay sheets', SEE_PLANS),
  'resources.see': rule(
    '地域の資源の表示',
    'Social resources of the neighbourhood',
    ROLES.filter((role) => role !== 'auditor'),
  ),
  'resources.change': rule('地域の資源の登録と変更', 'Enter and change social resources', OFFICERS),
  'filters.see': rule('保存した絞り込みの表示', 'Saved filters', OFFICERS),
  'filters.change': rule('絞り込みの保存', 'Save filters', OFFICERS),
  'consent.see': rule('同意の記録の表示', 'Records of consent', OFFICERS),
  'consent.change': rule('同意の記録', 'Record consent', OFFICERS),
  'consent.rule': rule('条例による提供の設定', 'Whether an ordinance lets data be given', [
    'disaster-officer',
  ]),
  'disaster-mode.open': rule('災害対応の開始と終了', 'Open and end disaster mode', [
    'disaster-officer',
  ]),
  'warning.set': rule('警戒レベルの発表', 'Declare warning levels', [
    'disaster-officer',
    'fire-department',
  ]),
  'scenarios.see': rule('想定区域の表示と判定', 'Hypothetical zones', PLAN_THE_RESPONSE),
  'scenarios.change': rule('想定区域の作成', 'Draw hypothetical zones', PLAN_THE_RESPONSE),
  'routes.see': rule('経路点検と孤立の確認', 'Check routes, and who is cut off', [
    ...PLAN_THE_RESPONSE,
    'drill-coordinator',
  ]),
  // Who does not see every plan cannot say where there is room.
  'plans.propose': rule('避難先と支援者の提案', 'Proposed destinations and supporters', OFFICERS),
  'closures.change': rule('通行止めの想定の保存', 'Keep sets of closed roads', PLAN_THE_RESPONSE),
  'site-overrides.see': rule('道路の現地確認の表示', 'What was found on roads on site', [
    ...PLAN_THE_RESPONSE,
    'drill-coordinator',
  ]),
  'site-overrides.change': rule(
    '道路の現地確認の記録',
    'Record what was found on roads on site',
    PLAN_THE_RESPONSE,
  ),
  'fire-stations.change': rule('消防署所の登録と変更', 'Enter and change fire stations', [
    'fire-department',
    'administrator',
  ]),
  'travel-profiles.change': rule('移動手段の数値の変更', 'Change figures of profiles of travel', [
    'disaster-officer',
    'fire-department',
    'administrator',
  ]),
  'places.change': rule('避難所の記載の訂正', 'Correct shelters', OFFICERS),
  'criteria.see': rule('優先順位の基準の表示', 'Criteria of priority', OFFICERS),
  'criteria.try': rule('基準の試行と下書き', 'Try and draft criteria', OFFICERS),
  'criteria.adopt': rule('基準の採用', 'Adopt criteria', ['disaster-officer']),
  'data.see': rule('取り込んだデータの表示', 'Imported data', OFFICERS),
  'data.change': rule('データの取り込みと判断', 'Import data and decide on it', OFFICERS),
  'settings.change': rule('自治体の設定の変更', 'Change settings', [
    'disaster-officer',
    'administrator',
  ]),
  'municipality.create': rule('自治体の登録', 'Enter a municipality', [
    'administrator',
    'disaster-officer',
  ]),
  'charts.see': rule('地域福祉カルテの表示(見える範囲で)', 'District charts, of whom may be seen', [
    ...PLAN_THE_RESPONSE,
    'drill-coordinator',
    'district-organisation',
  ]),
  'charts.history': rule(
    'カルテの推移と市の統計の表示',
    'How charts went, and figures of the city',
    OFFICERS,
  ),
  'charts.change': rule(
    'カルテの項目・市の統計の変更',
    'Change items and figures of charts',
    OFFICERS,
  ),
  'charts.publish': rule('カルテのオープンデータの公開', 'Publish charts as open data', OFFICERS),
  accounts: rule('アカウントの管理', 'Accounts', ['administrator']),
  'retention.see': rule('残す期間の表示', 'How long things are kept', ['administrator', 'auditor']),
  'retention.change': rule('残す期間の変更と削除', 'Say how long, and remove what is older', [
    'administrator',
  ]),
  audit: rule('記録の閲覧', 'The audit log', ['auditor']),
} as const satisfies Readonly<Record<string, AccessRule>>;

/** Name of a rule; an endpoint without one does not compile. */
export type Access = keyof typeof ACCESS_RULES;
export const ACCESS_NAMES = Object.keys(ACCESS_RULES) as readonly Access[];

/** Whether somebody of that role may; null: nobody is signed in. */
export function mayUse(role: Role | 'system' | null, access: Access): boolean {
  const { admits }: AccessRule = ACCESS_RULES[access];
  if (admits === 'public' || role === 'system') return true;
  if (role === null) return false;
  return admits === 'signed-in' || admits.includes(role);
}

import { type Merge, mergeContents } from '../plan/merge.ts';
import type { Bilingual } from '../resident/labels.ts';
import type { DrillContent } from './content.ts';

/** Lists without ids, and what is no whole in halves: a place, a change of an inject. */
const WHOLE =
  /^(?:shelterIds|supplies|scenario\/(?:levels|closedRoads|shortfalls|injects\/[^/]+\/change)|people\/[^/]+\/(?:devices|pickUp)|vehicles\/[^/]+\/start|manual\/forms\/[^/]+)$/;

/** Two edits of one drill field by field; rows are told apart by their ids, and where both differ `theirs` stands. */
export function mergeDrills<Content extends DrillContent>(
  base: Content,
  theirs: Content,
  mine: Content,
): Merge<Content> {
  return mergeContents({ base, theirs, mine }, (path) => WHOLE.test(path));
}

const FIELDS: Readonly<Record<string, Bilingual>> = {
  title: { ja: '名称', en: 'Title' },
  shelterIds: { ja: '福祉避難所', en: 'Shelters' },
  date: { ja: '日付', en: 'Date' },
  startTime: { ja: '開始時刻', en: 'Start' },
  supplies: { ja: '介護ベッドと電源', en: 'Care beds and power' },
  levels: { ja: '警戒レベルの推移', en: 'Warning levels' },
  isNight: { ja: '夜間', en: 'Night' },
  isRain: { ja: '雨', en: 'Rain' },
  isPowerCut: { ja: '停電', en: 'Power cut' },
  closedRoads: { ja: '通行止め', en: 'Closed roads' },
  shortfalls: { ja: '人員の不足', en: 'Staff missing' },
  injects: { ja: '状況付与', en: 'Inject' },
  roles: { ja: '役割', en: 'Role' },
  phases: { ja: '段階', en: 'Phase' },
  steps: { ja: '手順', en: 'Step' },
  forms: { ja: '様式', en: 'Form' },
  participants: { ja: '従事者', en: 'Participant' },
  people: { ja: '避難する人', en: 'Person' },
  vehicles: { ja: '車両', en: 'Vehicle' },
  plannedMinutes: { ja: '予定の分数', en: 'planned minutes' },
  isPickUp: { ja: '車両での送迎', en: 'pick-ups by vehicles' },
  after: { ja: '先に済ませる手順', en: 'what comes before' },
  roleId: { ja: '担当する役割', en: 'role' },
  label: { ja: '名前', en: 'label' },
  name: { ja: '名前', en: 'name' },
  order: { ja: '順番', en: 'order' },
};
const LISTS = new Set([
  ...['injects', 'roles', 'phases', 'steps', 'forms', 'participants', 'people', 'vehicles'],
]);

/** What a field of a collision is called, with whose row it is: 手順「受付」の予定の分数. */
export function drillFieldLabel(path: string, ...contents: readonly DrillContent[]): Bilingual {
  const parts = path.split('/');
  let values: unknown[] = [...contents];
  let label: Bilingual = { ja: '', en: '' };
  let inList = false;
  for (const part of parts) {
    values = values.map((value) => childOf(value, part)).filter((value) => value !== undefined);
    if (inList && part !== 'order') {
      const name = values.map(nameOf).find((one) => one !== null);
      if (name !== undefined && name !== null)
        label = { ja: `${label.ja}「${name.ja}」`, en: `${label.en} “${name.en}”` };
      inList = false;
      continue;
    }
    const known = FIELDS[part];
    inList = LISTS.has(part);
    if (known === undefined) continue;
    // The innermost row says enough: 段階「…」手順「…」 would only be longer.
    label =
      inList || label.ja === ''
        ? known
        : { ja: `${label.ja}の${known.ja}`, en: `${label.en}: ${known.en}` };
  }
  return label.ja === '' ? { ja: path, en: path } : label;
}

function childOf(value: unknown, key: string): unknown {
  if (Array.isArray(value))
    return value.find((row: unknown) => (row as { id?: unknown }).id === key);
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function nameOf(row: unknown): Bilingual | null {
  if (typeof row !== 'object' || row === null) return null;
  const { label, title, name, text } = row as Record<string, unknown>;
  for (const words of [label, title, name, text]) {
    if (typeof words === 'string') return { ja: words, en: words };
    if (typeof words === 'object' && words !== null && 'ja' in words) return words as Bilingual;
  }
  return null;
}

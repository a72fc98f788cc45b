import type { ResponseDetail, ToMoveOnWire } from '#contract/response';
import {
  RESPONSE_GROUP_LABELS,
  RESPONSE_KIND_LABELS,
  RESPONSE_STATUS_LABELS,
} from '#domain/plan/response';
import type { Bilingual } from '#domain/resident/labels';
import { plainCell } from '../../output/plain-cell.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

interface Column extends Bilingual {
  cell(person: ToMoveOnWire, about: About): string | number | null;
}
interface About {
  readonly language: 'ja' | 'en';
  readonly detail: ResponseDetail;
  nameOf(shelterId: string | null): string;
}

/** Minutes by the clock of Japan. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tokyo' },
});
const moment = (at: string | null) => (at === null ? null : CLOCK.format(new Date(at)));

const COLUMNS: readonly Column[] = [
  {
    // On each line, so that no line of a rehearsal is taken for a real one.
    ...{ ja: '区分', en: 'Kind' },
    cell: (_, { detail, language }) => RESPONSE_KIND_LABELS[detail.kind][language],
  },
  { ja: '氏名', en: 'Name', cell: ({ name }) => plainCell(name) },
  { ja: '地区', en: 'District', cell: ({ district }) => plainCell(district ?? '') },
  { ja: '住所', en: 'Address', cell: ({ address }) => plainCell(address ?? '') },
  { ja: '優先順位', en: 'Rank', cell: ({ rank }) => (rank === 0 ? null : rank) },
  {
    ...{ ja: '順番の理由', en: 'Why in this place' },
    cell: ({ group }, { language }) => RESPONSE_GROUP_LABELS[group][language],
  },
  {
    ...{ ja: '出発の期限', en: 'Latest start' },
    cell: ({ latestStart }) => moment(latestStart),
  },
  {
    ...{ ja: '期限の注意', en: 'Note on the latest start' },
    cell: ({ isUpperBound, latestStart }, { language }) =>
      isUpperBound && latestStart !== null
        ? { ja: '不明な時間を含まない(実際はより早い)', en: 'Without what is not known: earlier' }[
            language
          ]
        : null,
  },
  {
    ...{ ja: '状況', en: 'Status' },
    cell: ({ status }, { language }) => RESPONSE_STATUS_LABELS[status][language],
  },
  { ja: '状況の時刻', en: 'As of', cell: ({ at }) => moment(at) },
  { ja: '報告者', en: 'Reported by', cell: ({ reportedBy }) => plainCell(reportedBy ?? '') },
  {
    ...{ ja: '計画の避難先', en: 'Destination of the plan' },
    cell: ({ destination, expectedShelterId }, { nameOf }) =>
      plainCell(destination ?? nameOf(expectedShelterId)),
  },
  {
    ...{ ja: '行き先・到着先', en: 'Where to' },
    cell: ({ shelterId }, { nameOf }) => plainCell(nameOf(shelterId)),
  },
];

/** Whom to move, a line each in their order. */
export function responseFile(detail: ResponseDetail, fileName: string): BodyWriter {
  const names = new Map(detail.shelters.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? id));
  return csvBody(fileName, function* (language) {
    yield COLUMNS.map((column) => column[language]);
    const about = { language, detail, nameOf };
    for (const person of detail.people) yield COLUMNS.map(({ cell }) => cell(person, about));
  });
}

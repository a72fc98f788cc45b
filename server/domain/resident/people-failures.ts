import type { Problem } from '../problem.ts';

/** What may stand in the way at the desk of people. */
export const PEOPLE_FAILURES = {
  filterUnknown: (): Problem => ({
    code: 'saved-filter.unknown',
    ja: '保存した条件が見つかりません',
    en: 'There is no such saved filter',
  }),
  filterStale: (): Problem => ({
    code: 'saved-filter.stale',
    ja: '保存した条件は他の人が先に変更しました。一覧を読み直しました',
    en: 'Somebody else changed the saved filter first; the list was read again',
  }),
  filterUnreadable: (): Problem => ({
    code: 'saved-filter.unreadable',
    ja: '絞り込みの条件として読み取れません',
    en: 'This is not a filter of the list',
  }),
  moveNotLatest: (): Problem => ({
    code: 'resident.stale',
    ja: 'そのあとに位置が変わっているため、元に戻せません。履歴を確かめてください',
    en: 'The position was changed again since, so this move cannot be taken back; look at the history',
  }),
  notAPair: (): Problem => ({
    code: 'duplicate.not-a-pair',
    ja: '同じ人かどうかは、名簿の2人について決めてください',
    en: 'Judge two entries of the roster, and keep one of them',
  }),
  planWouldBeLost: (): Problem => ({
    code: 'duplicate.plan-would-be-lost',
    ja: '個別避難計画があるのは、もう一方の記録だけです。計画のある記録を残してください',
    en: 'The other entry alone has a plan: keep the one with the plan',
  }),
  consentsDiffer: (): Problem => ({
    code: 'duplicate.consents-differ',
    ja: '2件の同意の記録が食い違っています。本人の意思を確かめ、どちらの同意も同じ内容に記録してから、1人にまとめてください',
    en: 'The two entries differ in what the person consented to: find out, record the same for both, then make them one',
  }),
} as const;

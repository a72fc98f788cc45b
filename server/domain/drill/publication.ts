import type { Problem } from '../problem.ts';

/** Where the publication of a drill stands: `asked` waits for an officer. */
export const PUBLICATION_STATES = ['none', 'asked', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What may stand in the way of publishing. */
export const PUBLICATION_FAILURES = {
  stale: (): Problem => ({
    code: 'publication.stale',
    ja: '公開の手続きは他の人が先に進めました。読み直してください',
    en: 'Somebody else moved the publication on first; read it again',
  }),
  notOver: (): Problem => ({
    code: 'publication.not-ready',
    ja: '訓練が終わってから公開できます',
    en: 'It can be published once the drill is over',
  }),
  notReady: ({ ja, en }: Problem): Problem => ({ code: 'publication.not-ready', ja, en }),
  nameInText: (count: number): Problem => ({
    code: 'publish.name-in-text',
    ja: `文章の中に名簿の氏名が ${count} か所あります。先に書き換えてください`,
    en: `Names of the roster stand in the texts in ${count} places: write them otherwise first`,
  }),
  nameInReason: (found: string, at: number): Problem => ({
    code: 'publish.name-in-text',
    ja: `理由の ${at + 1} 文字目に名簿の氏名「${found}」があります。書き換えてください`,
    en: `The reason holds a name of the roster, “${found}”, at character ${at + 1}; write it otherwise`,
  }),
  notAsked: (): Problem => ({
    code: 'publication.not-asked',
    ja: '公開の依頼がありません',
    en: 'Nobody has asked to publish it',
  }),
  ownRequest: (): Problem => ({
    code: 'publication.own-request',
    ja: '自分が依頼した公開は承認できません。ほかの担当者が承認します',
    en: 'Whoever asked cannot approve: another officer does',
  }),
  notPublished: (): Problem => ({
    code: 'publication.not-published',
    ja: '公開されていません',
    en: 'It is not published',
  }),
} as const;

import type { Problem } from '../problem.ts';

/** What may stand in the way of a relay sheet. */
export const RELAY_FAILURES = {
  unknown: (): Problem => ({
    code: 'relay.unknown',
    ja: 'つなぐシートが見つかりません',
    en: 'There is no such relay sheet',
  }),
  stale: (): Problem => ({
    code: 'relay.stale',
    ja: '他の人が先にこのシートを進めました。書いたものは消えていません。今の様子と見比べて、もう一度選んでください',
    en: 'Somebody else moved this sheet first. What you wrote is not lost; look at how it stands now and choose again',
  }),
  notYours: (): Problem => ({
    code: 'relay.not-yours',
    ja: 'この操作は、送り先の担当か、書いた人が行います',
    en: 'This is for the office it was sent to, or for who wrote it',
  }),
  notNow: (): Problem => ({
    code: 'relay.not-now',
    ja: 'シートの今の状態では行えません',
    en: 'Not in the state in which the sheet is',
  }),
  textMissing: (): Problem => ({
    code: 'relay.text-missing',
    ja: '内容を書いてください',
    en: 'Write what there is to say',
  }),
  officeMissing: (): Problem => ({
    code: 'relay.office-missing',
    ja: '送り先を選んでください',
    en: 'Choose to whom',
  }),
  sameOffice: (): Problem => ({
    code: 'relay.same-office',
    ja: 'いまの担当と同じ送り先です',
    en: 'It is there already',
  }),
  officeUnknown: (): Problem => ({
    code: 'relay.office-unlisted',
    ja: 'この送り先は登録されていません',
    en: 'There is no such office',
  }),
  /** The same whether there is somebody of that id or not. */
  personNotSeen: (): Problem => ({
    code: 'relay.person-not-seen',
    ja: 'この人について名指しで書くことは、いまの役割ではできません。人を選ばず、場所と見たことだけを書いて送ってください(書いた文は残っています)',
    en: 'Your role may not write about this person by name. Leave the person out and write the place and what you saw (your words are kept)',
  }),
  officeMayNotSee: (): Problem => ({
    code: 'relay.office-may-not-see',
    ja: 'この送り先には、この人の情報を渡せません。福祉担当か防災担当に送ると、渡せるところへ引き継ぎます',
    en: 'Data of this person may not be given to this office. Send it to the welfare or the disaster-prevention office, which hands it on to whom it may',
  }),
  subjectMissing: (): Problem => ({
    code: 'relay.subject-missing',
    ja: '人か場所を選んでください',
    en: 'Choose a person or say where',
  }),
  linkUnknown: (): Problem => ({
    code: 'relay.link-unlisted',
    ja: 'つなげようとしたものが見つかりません',
    en: 'What it should lead to is not there',
  }),
  attachmentUnknown: (): Problem => ({
    code: 'relay-attachment.unknown',
    ja: '添付が見つかりません',
    en: 'There is no such attachment',
  }),
  attachmentUnreadable: (): Problem => ({
    code: 'relay-attachment.unreadable',
    ja: '写真(PNG、JPEG)かPDFのファイルを添付してください。ほかの形式は受け取れません',
    en: 'Attach a photo (PNG, JPEG) or a PDF; other files are not taken',
  }),
  tooManyAttachments: (most: number): Problem => ({
    code: 'relay-attachment.too-many',
    ja: `添付は${most}件までです。要らないものを外してください`,
    en: `There may be ${most} attachments; take one away first`,
  }),
} as const;

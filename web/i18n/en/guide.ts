import type { guide as japanese } from '../ja/guide.ts';

export const guide: typeof japanese = {
  title: 'Personal data',
  tabs: 'What I see, and personal data',
  intro: 'What you may do with what you see, and what not. It can be printed and kept at hand.',
  read: 'I have read it',
  readAt: (moment) => `Read at ${moment} (this role, this version)`,
  version: (version) => `Version ${version}`,
  table: 'Made from the table of roles. The whole table stands under "What I see".',
  openTable: 'Open "What I see"',
  print: 'Print (A4)',
  notice:
    'This is the first time in this role, or the guide has changed. Please read what may be done with personal data.',
  open: 'Read',
  operator: 'You work as the operator of this computer.',
};

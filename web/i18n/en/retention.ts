import type { retention as japanese } from '../ja/retention.ts';

export const retention: typeof japanese = {
  title: 'How long things are kept',
  explain:
    'What is older is removed when somebody orders it, or every day. The audit log says what was removed.',
  sessions: 'Sessions that ended are removed within the hour (there is nothing to set).',
  readOnly: 'The administrator says how long, and has it removed.',
  days: 'Days',
  hint: (least) => `${least} or more`,
  empty: 'empty: for good',
  daily: 'Remove daily',
  save: 'Set',
  forGood: 'Kept for good.',
  set: (moment, who) => `Set by ${who}, ${moment}.`,
  setBefore: 'Who set it, and when, was not written down.',
  notSet: 'Nobody has set it yet.',
  due: (count, oldest, newest) => `A run now removes ${count} (from ${oldest} to ${newest})`,
  dueOne: (day) => `A run now removes 1 (${day})`,
  nothingDue: 'Nothing to remove now.',
  changed: (what) => `Set how long to keep: ${what}`,
  order: (minutes) => `Remove what is older (in ${minutes} minutes)`,
  ordered: 'The removal is ordered',
  pending: (who, moment) => `Ordered by ${who}. It is removed at ${moment}.`,
  callOff: 'Call it off',
  last: (moment, who) => `Last run: ${moment} (ordered by ${who})`,
  removed: (audit, scans, warnings, responses, relay) =>
    `${audit} lines of the audit log, ${scans} scans of consents, ${warnings} warning levels, ${responses} responses or rehearsals and ${relay} relay sheets were removed.`,
  exportFirst:
    'Before that, the auditor can take the whole audit log away as CSV. In a form whose chain can be verified: michishirube audit export, on the server.',
  export: 'Export the whole audit log (CSV)',
};

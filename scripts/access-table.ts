import { writeFileSync } from 'node:fs';
import {
  CASE_LABELS,
  KIND_LABELS,
  LEVEL_LABELS,
  levelTable,
  REACH_LABELS,
  reasonOf,
  STANDING_CASES,
} from '#domain/access/explain';
import { PERSON_RULES } from '#domain/access/policy';
import { ROLE_LABELS, ROLES } from '#domain/access/roles';
import { ACCESS_LABELS } from '#domain/access/rule-labels';
import { ACCESS_NAMES, ACCESS_RULES, type Admitted, mayUse } from '#domain/access/rules';

export const ACCESS_DOCUMENT = new URL('../docs/access.md', import.meta.url);

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function roleSection(role: (typeof ROLES)[number]): string {
  const { ja, en } = ROLE_LABELS[role];
  const rule = PERSON_RULES[role];
  const reason = reasonOf(role);
  const head = `### ${ja} / ${en}\n\n${reason.ja}  \n${reason.en}\n`;
  if (rule.reach === 'nobody') return head;
  const reach = REACH_LABELS[rule.reach];
  const columns = STANDING_CASES.map((name) => `${CASE_LABELS[name].ja} / ${CASE_LABELS[name].en}`);
  const lines = levelTable(role).map(({ kind, levels }) => [
    `${KIND_LABELS[kind].ja} / ${KIND_LABELS[kind].en}`,
    ...STANDING_CASES.map((name) => LEVEL_LABELS[levels[name]].ja),
  ]);
  return `${head}\n対象 / Whose: ${reach.ja} / ${reach.en}\n\n${table(['', ...columns], lines)}\n`;
}

/** The document of who may see and do what, from the tables that the program itself goes by. */
export function accessDocument(): string {
  const doing = ACCESS_NAMES.map((name) => {
    const label = ACCESS_LABELS[name];
    const admits: Admitted = ACCESS_RULES[name];
    const marks = ROLES.map((role) => (mayUse(role, name) ? '●' : ''));
    const publicly = admits === 'public' ? '(サインイン前も / before signing in too)' : '';
    return [`${label.ja} / ${label.en}${publicly}`, `\`${name}\``, ...marks];
  });
  return `# Who may see and do what

Made by \`npm run docs:access\` from \`server/domain/access\`; a test checks that it is current. The server
checks each request by the second table; the database holds the first one by row-level security, under a
role that owns nothing, and by the views of the schema \`access\` (migration 0010). The screen
「自分に見えるもの」 shows each role its own part.

## People

${ROLES.map(roleSection).join('\n')}
## Doing

${table(['', '', ...ROLES.map((role) => ROLE_LABELS[role].ja)], doing)}

## How it is held

- Every statement on personal tables runs in \`withActor\` (server/db/actor.ts): \`SET LOCAL ROLE
  michishirube_app\` and the rule of the role as settings of the transaction. A setting that is missing
  shows nobody. The role cannot log in, owns nothing and has no BYPASSRLS. Whoever migrates a real
  server must be allowed to create it, or be a member of it when it is there already.
- People are read through the views of \`access\`: an initial, the block and a square of 500 m in place
  of the house, no phone, no date of birth, no devices or disabilities, where a role sees them masked.
- Figures beside the list count those whom a role does not see, never fewer than five of them, and hide
  one figure more where the hidden one could be reckoned from a sum. Counts of filters and of the map
  are of those whom the role sees.
- Ranks are numbered anew among those whom a role sees: a gap would tell of somebody.
- A consent that is withdrawn, and disaster mode that is opened, ended or out of time, hold from the next
  request on: what is kept in memory is made for a version of the data that they change.
- The command line acts as the operator of the machine, who holds the database itself.
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync(ACCESS_DOCUMENT, accessDocument());

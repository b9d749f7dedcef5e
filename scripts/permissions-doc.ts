import { BUTTON_TITLES, PERMISSIONS } from '../src/domain/people/permissions';
import type { CaseAction } from '../src/domain/people/permissions';

type Role = (typeof PERMISSIONS)[CaseAction][number];

/** Each role in the words of the document; the compiler asks for a new one. */
const ROLES: Readonly<Record<Role, string>> = {
  assignee: 'assignee',
  gatekeeper: 'gatekeeper',
  supervisor: 'supervisor',
  agent: 'agent',
  'level-2-group': 'Level 2 group',
  'level-3-group': 'Level 3 group',
  opener: 'opener',
  'program-office': 'program office',
  'business-process-analyst': 'analyst',
  'second-line': 'second line',
};

const INTRO = `# Who may do what to a case

Made from the table in \`src/domain/people/permissions.ts\` by \`npm run permissions\`; a test holds the two equal. Rules AC-2, AC-5 and AS-1 in [the policy, rule by rule](policy.md). A refusal says who could.

- **assignee** has the case; **gatekeeper**, **supervisor** and **agent** are those of the group that holds it now.
- **Level 2 group** is anyone of the Level 2 group that holds it, or last held it while Level 3 works it; **Level 3 group** anyone of the Level 3 group that holds it.
- **opener** created the case; **analyst** is a business process analyst of the MSC of the group that holds it.
- **second line** is told when an alert of the group was not heard: those whom the directory names for it, else the analysts of the MSC, else the program office.
- What the state of the case and its level allow is asked beside this. Whether an agent claims a case themself is the policy's to say: in Distribution and Disposition they do.
- Beside cases: who runs a group answers requests for it and connects its channel; the program office makes API keys and answers reported problems; who owns a measure, and the program office, write and close its action plan, which everyone may read.
`;

const ACTIONS = Object.keys(BUTTON_TITLES) as CaseAction[];

/** docs/permissions.md as it should stand: role by action, in columns of even width. */
export function permissionsDoc(): string {
  const roles = Object.keys(ROLES) as Role[];
  const rows = [
    ['action', ...roles.map((role) => ROLES[role])],
    ...ACTIONS.map((action) => [
      BUTTON_TITLES[action],
      ...roles.map((role) => (PERMISSIONS[action].includes(role) ? 'yes' : '')),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = lineOf(widths.map((width) => '-'.repeat(width)));
  return `${INTRO}\n${[lineOf(head), rule, ...body.map(lineOf)].join('\n')}\n`;
}

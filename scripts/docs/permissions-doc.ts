import { BUTTON_TITLES, CORRECTING_ROLES, PERMISSIONS } from '../../src/domain/cases/permissions';
import type { CaseAction } from '../../src/domain/cases/permissions';
import { table } from './table';

type Role = (typeof PERMISSIONS)[CaseAction][number];

/** Each role in the words of the document; the compiler asks for a new one. */
export const ROLES: Readonly<Record<Role, string>> = {
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

Made from the table in \`src/domain/cases/permissions.ts\` by \`npm run docs\`; a test holds the two equal. Rules AC-2, AC-5 and AS-1 in [the policy, rule by rule](policy.md). A refusal says who could.

- **assignee** has the case and belongs to the group that holds it; **gatekeeper**, **supervisor** and **agent** are those of the group that holds it now.
- **Level 2 group** is anyone of the Level 2 group that holds it, or last held it while Level 3 works it; **Level 3 group** anyone of the Level 3 group that holds it.
- **opener** created the case, and left no group that works it; **analyst** is a business process analyst of the MSC of the group that holds it.
- **second line** is told when an alert of the group was not heard: those whom the directory names for it, else the analysts of the MSC, else the program office.
- What the state of the case and its level allow is asked beside this. Whether an agent claims a case themself is the policy's to say: in Distribution and Disposition they do.
- Who left a group works none of its cases any more (rule AC-7), from old cards and forms neither; the refusal names the gatekeeper.
- Beside cases: who runs a group answers requests for it and connects its channel; the business process analysts of its MSC answer requests too, add and remove its members, and change their roles, and the program office does so everywhere; the program office makes API keys and answers reported problems; who owns a measure, and the program office, write and close its action plan, which everyone may read.
`;

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

const AFTER = `
## Who may correct a customer

A contact is corrected (\`correct contact\`) by the ${LIST.format(CORRECTING_ROLES.map((role) => ROLES[role]))} of an open case of that contact, by members of Level 1 groups, and by the program office; nobody else. Whichever case the correction is begun from, any open case of the contact counts, and no closed one. The same holds for the name of an account (\`correct account\`) with the open cases of the account.

Nothing else changes a contact's record: a new case with other data, typed, chosen, or submitted by a customer's system, keeps them for itself, and the record and the other cases stay as they are.

## What everyone in the directory can read

Whoever is in the directory can read, whatever their group: every case in full, with its customer, history, clocks, and links; every account and contact with their corrections; the groups, who is in them, and how that changed; the figures of groups, MSCs, and the enterprise, with the cases behind them; reports and action plans.

Not everyone can read: the figures of one person (the person, who runs a group of theirs, their business process analyst, the program office); membership requests (who runs the group, its business process analyst, and who asked); reported problems (who reported them, the program office); what a conversation gets by itself (whoever is in it); notices that were not delivered, and API keys (the program office).

Who is not in the directory can read nothing of this: they get help and a greeting, ask to join a group, and report a problem. A link in an email or a report opens its one page for whoever has it.
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
  return `${INTRO}\n${table(rows)}\n${AFTER}`;
}

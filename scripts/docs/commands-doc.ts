import { helpRows } from '../../src/commands/help-rows';
import type { AnyCommand } from '../../src/commands/command';
import { PERMISSIONS } from '../../src/domain/cases/permissions';
import type { CaseAction } from '../../src/domain/cases/permissions';
import { allCommands } from '../../src/features/all-commands';
import { ROLES } from './permissions-doc';
import { table } from './table';

const INTRO = `# Commands

Made from the commands by \`npm run docs\`; a test holds it to them. Type a command in your own chat with Casekeeper; in a channel or group chat, mention it first: \`@Casekeeper queue\`.

- \`<…>\` is needed; \`[…]\` may be left out. Letters and zeros of a number may be left out too: \`case 12\` is CS0000012.
- Each command also has a button or a form. A command with something missing opens its form with what you gave.
- A line that Casekeeper does not know gets the nearest commands. A line that could mean two things asks which.
- Ask for figures in plain words: “how are we doing in distribution?”, “csat since 1 October”.

“Everyone” is everyone in the directory. What each role is, and what the state of a case allows: [who may do what](permissions.md).
`;

const PROGRAM_OFFICE = 'program office';
const MANAGERS = 'analysts of the MSC, program office';
const ANSWERERS = 'gatekeepers and supervisors of the group, analysts of the MSC, program office';
const ORDERERS =
  'everyone in their own chat; elsewhere gatekeepers, supervisors, analysts of the MSC, program office';
const CORRECTORS = '[who may correct a customer](permissions.md#who-may-correct-a-customer)';
const PLANNERS = 'who owns the measure, program office';

/** Who may use a command that is neither everyone's nor a case's action; the test beside tries it on people. */
export const WHO: Readonly<Record<string, string>> = {
  'case.new': 'members of Level 1 and Level 2 groups',
  'customers.correct-contact': CORRECTORS,
  'customers.correct-account': CORRECTORS,
  'plan.new': `${PLANNERS}; everyone reads plans`,
  'plan.close': PLANNERS,
  'report.monthly': ORDERERS,
  'report.stop': ORDERERS,
  'review.set': ORDERERS,
  'review.stop': ORDERERS,
  'groups.add-member': MANAGERS,
  'groups.change-role': MANAGERS,
  'groups.remove-member': MANAGERS,
  'groups.connect': 'gatekeepers and supervisors of the group, program office',
  'groups.requests': ANSWERERS,
  'groups.approve': ANSWERERS,
  'groups.decline': ANSWERERS,
  'keys.list': PROGRAM_OFFICE,
  'keys.new': PROGRAM_OFFICE,
  'keys.revoke': PROGRAM_OFFICE,
  'links.revoke': PROGRAM_OFFICE,
  'undelivered.list': PROGRAM_OFFICE,
  'problem.list': PROGRAM_OFFICE,
  'problem.answer': PROGRAM_OFFICE,
  'metrics.verify': PROGRAM_OFFICE,
};

function whoUses({ verb, openToAll }: AnyCommand): string {
  if (openToAll === true) return 'everyone, also who is not in the directory';
  const roles = PERMISSIONS[verb as CaseAction] as (typeof PERMISSIONS)[CaseAction] | undefined;
  return roles?.map((role) => ROLES[role]).join(', ') ?? WHO[verb] ?? 'everyone';
}

/** docs/commands.md as it should stand: area by area, as `help` lists them. */
export function commandsDoc(): string {
  const rows = helpRows(allCommands);
  const who = new Map(allCommands.map((command) => [command.typed?.usage, whoUses(command)] as const));
  const areas = [...new Set(rows.map(({ area }) => area))].map((area) => {
    const own = rows.filter((row) => row.area === area);
    const body = own.map(({ usage, summary }) => [`\`${usage}\``, summary, who.get(usage) ?? '']);
    return `\n## ${area}\n\n${table([['type', 'what it does', 'who may use it'], ...body])}\n`;
  });
  return INTRO + areas.join('');
}

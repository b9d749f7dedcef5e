import type { Case } from './case';
import { no, ok, refusal, type Result } from '../kernel/refusal';
import type { Directory, Group, Person } from '../directory/directory';
import { standsAbove } from './second-line';

/** What is done to a case, each with the title of its button. */
export const BUTTON_TITLES = {
  'case.claim': 'Claim',
  'case.assign': 'Assign',
  'case.note': 'Add note',
  'case.escalate': 'Escalate',
  'case.interim': 'Send interim response',
  'case.status': 'Send status',
  'case.update': 'Send update',
  'case.refer-back': 'Refer back',
  'case.respond': 'Return response',
  'case.recall': 'Recall',
  'case.reassign': 'Reassign',
  'case.resolve': 'Resolve',
  'case.close': 'Close',
  'case.dc-answer': 'Record DC answer',
  'case.ask-supervisors': 'Ask supervisors',
  'case.attach': 'Attach link',
  'case.par': 'Submit PAR',
  'case.par-follow-up': 'Follow up PAR',
  'case.par-done': 'PAR completed',
  'case.par-withdraw': 'Withdraw PAR',
  'case.approve': 'Approve closing',
  'case.decline': 'Decline closing',
  'case.reopen': 'Reopen',
  'case.resend': 'Send again',
  'case.acknowledge': 'Acknowledge',
  'case.link': 'Link case',
  'case.correct': 'Correct',
} as const;
export type CaseAction = keyof typeof BUTTON_TITLES;

/** How a person stands to a case (rule AC-2). "Of the group" is the group that holds it now. */
type CaseRole =
  | 'assignee'
  | 'gatekeeper'
  | 'supervisor'
  | 'agent'
  /** Member of the Level 2 group that holds it, or that last held it while Level 3 works it (L3-1, CK-2). */
  | 'level-2-group'
  /** Member of the Level 3 group that holds it. */
  | 'level-3-group'
  /** Opened the case, and left no group that works it: the customer may call them again. */
  | 'opener'
  | 'program-office'
  /** Of the MSC of the group that holds it (rule AC-5). */
  | 'business-process-analyst'
  /** Stands above the group that holds it, or above the Level 2 group of record: a breach is taken to them. */
  | 'second-line';

/** Who may do what, by role (rules AC-2, AC-5, AS-1, E4 1.a and 1.b). */
export const PERMISSIONS: Readonly<Record<CaseAction, readonly CaseRole[]>> = {
  // Whether an agent takes a case themself is the policy's to say: see decideClaim.
  'case.claim': ['gatekeeper', 'supervisor', 'agent'],
  'case.assign': ['gatekeeper', 'supervisor'],
  'case.note': ['assignee', 'gatekeeper', 'supervisor', 'agent', 'level-2-group', 'opener', 'program-office'],
  'case.escalate': ['assignee', 'gatekeeper', 'supervisor'],
  'case.interim': ['level-2-group'],
  'case.status': ['level-2-group'],
  'case.update': ['level-3-group'],
  'case.refer-back': ['level-3-group'],
  'case.respond': ['level-3-group'],
  'case.recall': ['level-2-group'],
  'case.reassign': ['assignee', 'gatekeeper', 'supervisor', 'program-office', 'business-process-analyst'],
  'case.resolve': ['assignee', 'gatekeeper', 'supervisor'],
  'case.close': ['assignee', 'gatekeeper', 'supervisor'],
  'case.dc-answer': ['assignee', 'gatekeeper', 'supervisor', 'agent', 'level-2-group'],
  'case.ask-supervisors': ['level-2-group'],
  'case.attach': [
    'assignee',
    'gatekeeper',
    'supervisor',
    'agent',
    'level-2-group',
    'opener',
    'program-office',
  ],
  'case.par': ['level-2-group'],
  'case.par-follow-up': ['level-2-group'],
  'case.par-done': ['level-2-group'],
  'case.par-withdraw': ['level-2-group'],
  'case.approve': ['supervisor'],
  'case.decline': ['supervisor'],
  'case.reopen': ['assignee', 'gatekeeper', 'supervisor', 'agent', 'opener'],
  'case.resend': ['assignee', 'gatekeeper', 'supervisor', 'level-2-group'],
  'case.acknowledge': ['assignee', 'gatekeeper', 'supervisor', 'level-2-group', 'second-line'],
  // Who sees it twice: everyone who may add a note.
  // The people who work the case; Level 2 of record too while Level 3 has it (rule CA-10).
  'case.correct': ['assignee', 'gatekeeper', 'supervisor', 'level-2-group'],
  'case.link': ['assignee', 'gatekeeper', 'supervisor', 'agent', 'level-2-group', 'opener', 'program-office'],
};

/**
 * Who may correct a contact or an account by an open case of theirs (rules AC-1, AC-2): a case is not needed by Level 1
 * and the program office, see `mayCorrect`.
 */
export const CORRECTING_ROLES: readonly CaseRole[] = ['assignee', 'gatekeeper', 'supervisor'];

/** Every role in which a person stands to a case. */
export function rolesOn(subject: Case, person: Person, directory: Directory): readonly CaseRole[] {
  const { id } = person;
  const holding = directory.group(subject.group);
  const isMember = (key: string | undefined): boolean =>
    key !== undefined && directory.members(key).some((member) => member.id === id);
  const level2 = subject.level === 3 ? subject.level2OfRecord?.group : subject.group;
  const left = [holding, directory.group(level2 ?? '')].some((group) => group?.former?.includes(id));
  const holds: Readonly<Record<CaseRole, boolean>> = {
    // Who left the group works none of its cases any more, whatever they were to one (rule AC-7).
    assignee: subject.assignee === id && isMember(subject.group),
    gatekeeper: holding?.gatekeepers.includes(id) === true,
    supervisor: holding?.supervisors.includes(id) === true,
    agent: holding?.agents.includes(id) === true,
    'level-2-group': subject.level !== 1 && isMember(level2),
    'level-3-group': subject.level === 3 && isMember(subject.group),
    opener: subject.openedBy === id && !left,
    'program-office': person.roles.includes('program-office'),
    'business-process-analyst':
      person.roles.includes('business-process-analyst') &&
      person.msc === (holding?.msc ?? subject.details.msc),
    'second-line': standsAbove(id, subject, directory),
  };
  return (Object.keys(holds) as CaseRole[]).filter((role) => holds[role]);
}

/**
 * Whether the person may do this to the case by their role. The refusal `not-permitted` says who could.
 * State and level are not asked here: see `actionsOf`.
 */
export function mayAct(
  action: CaseAction,
  person: Person,
  subject: Case,
  directory: Directory,
): Result<true> {
  const roles = rolesOn(subject, person, directory);
  if (PERMISSIONS[action].some((role) => roles.includes(role))) return ok(true);
  return no(notPermitted(action, subject, directory));
}

/** The refusal of an action to a person without a role for it; `who` names who could, in words. */
export const notPermitted = (action: CaseAction, subject: Case, directory: Directory) =>
  refusal('not-permitted', {
    action: BUTTON_TITLES[action],
    number: subject.number,
    who: whoCould(action, subject, directory),
  });

/** Who could do it, in words: "a gatekeeper of Aviation Supplier Operations (Kim Lee)". */
function whoCould(action: CaseAction, subject: Case, directory: Directory): string {
  const holding = directory.group(subject.group);
  const level2 = subject.level2OfRecord && directory.group(subject.level2OfRecord.group);
  const assignee = directory.members(subject.group).find(({ id }) => id === subject.assignee);
  const words: Readonly<Record<CaseRole, string | undefined>> = {
    assignee: assignee && `its assignee ${assignee.name}`,
    gatekeeper: holding && staffOf(holding, 'gatekeepers', 'a gatekeeper', directory),
    supervisor: holding && staffOf(holding, 'supervisors', 'a supervisor', directory),
    agent: action === 'case.claim' ? undefined : holding && `an agent of ${holding.name}`,
    'level-2-group': level2 && `a member of ${level2.name}`,
    'level-3-group': holding?.level === 3 ? `a member of ${holding.name}` : undefined,
    opener: action === 'case.reopen' ? 'the person who opened it' : undefined,
    'program-office': 'the program office',
    'business-process-analyst': undefined,
    'second-line': holding && `the next level up from ${holding.name}`,
  };
  const parts = PERMISSIONS[action].flatMap((role) => words[role] ?? []);
  return parts.length > 0
    ? new Intl.ListFormat('en', { type: 'disjunction' }).format(parts)
    : 'no one right now';
}

function staffOf(
  group: Group,
  staff: 'gatekeepers' | 'supervisors',
  title: string,
  directory: Directory,
): string | undefined {
  const names = group[staff].flatMap((id) => directory.person(id)?.name ?? []);
  return names.length === 0 ? undefined : `${title} of ${group.name} (${names.slice(0, 3).join(', ')})`;
}

import type { Case } from '../../src/domain/cases/case';
import { changeOf } from '../../src/domain/cases/change';
import type { CaseDetails } from '../../src/domain/cases/details/details';
import { projectCase } from '../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../src/domain/cases/timeline';
import type { Result } from '../../src/domain/kernel/refusal';
import { aWorld, levelOf, MINUTE, START } from './site';

/** Details of an Aviation case of High priority, with a customer who waits; `change` replaces any of it. */
export const details = (change: Partial<CaseDetails> = {}): CaseDetails => ({
  account: { kind: 'DoDAAC', code: 'W25G1V' },
  contact: { name: 'Pat Customer', email: 'pat@example.mil' },
  customerChannel: 'telephone',
  externalContact: true,
  msc: 'aviation',
  ipd: 2,
  nsn: '5331-00-618-5361',
  pr: '7001234567',
  reason: 'order-status',
  description: 'When does the O-ring ship?',
  problemNotes: 'Backordered since June.',
  ...change,
});

type Opened = Extract<CaseEvent, { kind: 'opened' }>;

/** The opening of a case by `<group>-agent` who holds it; `assignee: undefined` leaves it unassigned. */
export function opened(
  group = 'av2',
  change: { details?: CaseDetails; assignee?: string | undefined } = {},
): Opened {
  const assignee = 'assignee' in change ? change.assignee : `${group}-agent`;
  const level = levelOf(group);
  return {
    kind: 'opened',
    origin: level === 1 ? 'level-1' : 'level-2',
    level,
    group,
    ...(assignee === undefined ? {} : { assignee }),
    details: change.details ?? details(),
  };
}

/** What an escalation leaves in a timeline. */
export const escalated = (
  group = 'av3',
  change: Partial<Extract<CaseEvent, { kind: 'escalated' }>> = {},
): CaseEvent => ({
  kind: 'escalated',
  direction: levelOf(group) === 2 ? 'level-1-to-2' : 'pre-award',
  group,
  level: levelOf(group),
  action: 'PR Expedite',
  findings: [{ item: 'stock-on-hand', label: 'Stock on hand', finding: 'none' }],
  justification: [],
  ...change,
});

/** What happened, and optionally when and by whom. */
export type Happened = CaseEvent & { readonly at?: number; readonly by?: string; readonly cause?: string };

/**
 * A case of these events, a minute after each other from `START`; one that does not begin with `opened` is opened
 * at Level 2 by av2-agent first.
 */
export function aCase(...events: readonly Happened[]): Case {
  const all = events[0]?.kind === 'opened' ? events : [opened(), ...events];
  const entries = all.map((each, index): Entry => {
    const by = each.kind === 'opened' ? (each.assignee ?? 'casekeeper') : 'someone';
    return { at: START + index * MINUTE, by, cause: `cause-${index}`, ...each };
  });
  return projectCase('CS0000001', entries);
}

/** The case after events, ten minutes after `START` unless said otherwise. */
export function applied(
  subject: Case,
  events: readonly CaseEvent[],
  act: { readonly by?: string; readonly at?: number } = {},
): Case {
  const cause = `act-${subject.timeline.length}`;
  const { by = 'av2-agent', at = START + 10 * MINUTE } = act;
  return changeOf(subject, events, { by, at, cause }, aWorld(at)).state;
}

/** The value of a decision; the test fails with the refusal where there is none. */
export function decided<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a decision, in short: its code, parameters and the fields at fault. */
export function refused(result: Result<unknown>): {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
} {
  if (result.ok) throw new Error(`Decided: ${JSON.stringify(result.value)}`);
  const { code, params, faults } = result.refusal;
  const messages = Object.fromEntries(faults.map(({ field, message }) => [field, message]));
  return { code, params, fields: faults.map(({ field }) => field), messages };
}

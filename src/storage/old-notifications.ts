import type { Notification, NotificationAddress } from '../domain/kernel/notification';

// Until version 2 of the records each kind of record had notifications of its own, told apart by the member that named the record.

/** What notifications of all those kinds had in common. */
interface OldNotification {
  readonly id: string;
  readonly to: NotificationAddress;
  readonly madeAt: number;
  readonly mentions?: Notification['mentions'];
  readonly [member: string]: unknown;
}

/** A notification about a case said more in its subject. */
interface OldSubject {
  readonly kind: string;
  readonly entry?: number;
  readonly clock?: string;
  readonly dueAt?: number;
  readonly lost?:
    { readonly kind: 'group'; readonly group: string } | { readonly kind: 'person'; readonly person: string };
  readonly reference?: string;
  readonly record?: { readonly kind: string; readonly id: string; readonly why: string };
}

/** The member that named the record, and the kind of record that it is. */
const KIND_BY_MEMBER = {
  request: 'membership',
  problem: 'problem',
  plan: 'plan',
  report: 'reportOrder',
} as const;

/** A stored notification of any version as this one has it. */
export function readNotification(stored: unknown): Notification {
  const old = stored as OldNotification & Partial<Notification>;
  if (old.about !== undefined) return old as Notification;
  const { id, to, madeAt, mentions = [] } = old;
  const common = { id, to, mentions, madeAt };
  const { caseNumber } = old;
  if (typeof caseNumber === 'string')
    return { ...common, ...ofCase(caseNumber, old['subject'] as OldSubject) };
  for (const [member, kind] of Object.entries(KIND_BY_MEMBER)) {
    const number = old[member];
    if (typeof number !== 'string') continue;
    const month = old['month'];
    return {
      ...common,
      about: { kind, id: number },
      topic: String(old['subject']),
      ...(typeof old.dueAt === 'number' ? { dueAt: old.dueAt } : {}),
      ...(typeof month === 'string' ? { detail: { month } } : {}),
    };
  }
  // No version wrote such a notification; the shape check rejects it.
  return stored as Notification;
}

function ofCase(
  number: string,
  { kind: topic, entry, clock, dueAt, lost, reference = '', record }: OldSubject,
): Pick<Notification, 'about' | 'topic' | 'entry' | 'clock' | 'dueAt' | 'detail' | 'bundle'> {
  if (topic === 'set-aside') {
    const { kind, id, why } = record ?? { kind: 'case', id: number, why: 'clocks' };
    return { about: { kind: 'quarantine', id: number }, topic: why, detail: { reference, kind, id } };
  }
  return {
    about: { kind: 'case', id: number },
    topic,
    ...(topic === 'assignee-left' ? { bundle: 'left' } : {}),
    ...(entry === undefined ? {} : { entry }),
    ...(clock === undefined ? {} : { clock }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(lost === undefined
      ? {}
      : { detail: lost.kind === 'group' ? { group: lost.group } : { person: lost.person } }),
  };
}

import { z } from 'zod/v4';
import type { Notice } from '../../domain/cases/notices/notice';
import { STATE_NAMES } from '../../domain/cases/case';
import type { Case } from '../../domain/cases/case';
import { projectCase } from '../../domain/cases/project-case';
import type { Entry, EntryOf } from '../../domain/cases/timeline';
import type { SlaState } from '../../domain/metrics/open-figures';
import type { RecordKind } from '../store';
import { caseWords } from './case-words';
import { ACCOUNT_SHAPE, CONTACT_SHAPE, ENTRY_SHAPE, NOTICE_SHAPE } from './shapes';

/** A case as it is kept: its timeline, from which all else is read, and what its last changes still have to send. */
export interface CaseRecord {
  readonly number: string;
  readonly timeline: readonly Entry[];
  readonly pending: readonly Notice[];
  readonly nextDueAt?: number;
  /** That the figures have the case up to so many entries, and how its clocks stood then. Every change drops it. */
  readonly counted?: { readonly entries: number; readonly sla: SlaState };
}

const folded = new WeakMap<CaseRecord, Case>();

/** The case of a record; read from its timeline once, however often it is asked for. */
export function caseOf(record: CaseRecord): Case {
  const known = folded.get(record) ?? projectCase(record.number, record.timeline);
  folded.set(record, known);
  return known;
}

/** The account's cases for one stock number, as one key. */
export const nsnOfAccount = (account: string, nsn: string): string =>
  `${account} ${nsn.replaceAll('-', '')}`.toUpperCase();

/** The PR number as the latest entry that gives one writes it. */
function prAsWritten(timeline: readonly Entry[]): string | undefined {
  const last = timeline.findLast((entry) => prGivenBy(entry) !== undefined || takesPrOff(entry));
  return last && prGivenBy(last);
}

/** The PR number that an entry gives the case; undefined where it gives none. */
export function prGivenBy(entry: Entry): string | undefined {
  if (entry.kind === 'opened') return entry.details.pr;
  if (entry.kind === 'case-corrected') return prCorrection(entry)?.to;
  return entry.kind === 'escalated' ? entry.pr : undefined;
}

const takesPrOff = (entry: Entry): boolean =>
  entry.kind === 'case-corrected' && prCorrection(entry) !== undefined;
const prCorrection = ({ changes }: EntryOf<'case-corrected'>) => changes.find(({ field }) => field === 'pr');

/** How open cases are counted: of all, of an MSC, a group or a person, the oldest first. */
const OPEN_BY = ['openSla', 'openReason', 'openStart'].flatMap((by) =>
  [[], ['msc'], ['group'], ['assignee']].map((scope) => ({
    name: [...scope, by].join('-'),
    fields: [...scope, by, 'openedAt'],
  })),
);

const CASE_SHAPE = z.looseObject({
  number: z.string(),
  timeline: z.array(ENTRY_SHAPE).min(1),
  pending: z.array(NOTICE_SHAPE),
  counted: z.looseObject({ entries: z.number(), sla: z.string() }).optional(),
});

/** What is read of every case, wherever several are shown or counted. */
const READ_SHAPE = z.looseObject({
  state: z.enum(Object.keys(STATE_NAMES)),
  level: z.literal([1, 2, 3]),
  group: z.string(),
  assignee: z.string().optional(),
  details: z.looseObject({
    account: ACCOUNT_SHAPE,
    contact: CONTACT_SHAPE,
    msc: z.string(),
    reason: z.string(),
    description: z.string(),
    problemNotes: z.string(),
  }),
});

/** What cases are asked for by. The fields named `open…` are there while the case is open only. */
export const CASE: RecordKind<CaseRecord> = {
  name: 'case',
  // 1: cases are asked for by account. 2: by what the figures have of them. 3: by the PR number as it is compared.
  revision: 3,
  fields: {
    open: 'boolean',
    group: 'string',
    assignee: 'string',
    msc: 'string',
    account: 'string',
    openedAt: 'number',
    changedAt: 'number',
    nextDueAt: 'number',
    hasPending: 'boolean',
    cause: 'string',
    openPr: 'string',
    openPrNumber: 'string',
    openRequisition: 'string',
    openNsn: 'string',
    uncounted: 'boolean',
    openSla: 'string',
    openReason: 'string',
    openStart: 'string',
  },
  indexes: [
    { name: 'cause', fields: ['cause'], unique: true },
    // As it was written: two open cases of before numbers were compared in one form may have the same number.
    { name: 'openPr', fields: ['openPr'], unique: true },
    { name: 'openPrNumber', fields: ['openPrNumber'] },
    { name: 'openRequisition', fields: ['openRequisition'] },
    { name: 'openNsn', fields: ['openNsn'] },
    { name: 'groupAssignee', fields: ['group', 'assignee', 'open', 'openedAt'] },
    { name: 'group', fields: ['group', 'open', 'openedAt'] },
    { name: 'assignee', fields: ['assignee', 'open', 'openedAt'] },
    { name: 'msc', fields: ['msc', 'open', 'openedAt'] },
    { name: 'account', fields: ['account', 'open', 'openedAt'] },
    { name: 'open', fields: ['open', 'openedAt'] },
    { name: 'changedAt', fields: ['changedAt'] },
    { name: 'nextDueAt', fields: ['nextDueAt'] },
    { name: 'hasPending', fields: ['hasPending'] },
    { name: 'uncounted', fields: ['uncounted', 'changedAt'] },
    ...OPEN_BY,
  ],
  indexed: (record) => {
    const current = caseOf(record);
    const { account, nsn, pr, requisition, msc } = current.details;
    const open = current.state !== 'closed';
    const [first] = record.timeline;
    return {
      open,
      group: current.group,
      // Nobody's open cases are asked for; nobody's closed ones are not.
      assignee: current.assignee ?? (open ? '' : undefined),
      msc,
      account: account.code,
      openedAt: current.openedAt,
      changedAt: current.changedAt,
      nextDueAt: record.nextDueAt,
      hasPending: record.pending.length > 0 ? true : undefined,
      cause: first?.cause,
      openPr: open ? prAsWritten(record.timeline) : undefined,
      openPrNumber: open ? pr : undefined,
      openRequisition: open ? requisition : undefined,
      uncounted: record.counted?.entries === record.timeline.length ? undefined : true,
      openSla: open ? record.counted?.sla : undefined,
      openReason: open ? current.details.reason : undefined,
      openStart: open && first?.kind === 'opened' ? first.group : undefined,
      openNsn: open && nsn !== undefined ? nsnOfAccount(account.code, nsn) : undefined,
    };
  },
  words: (record) => caseWords(caseOf(record)),
  shape: CASE_SHAPE,
  check: (record) => void READ_SHAPE.parse(caseOf(record)),
};

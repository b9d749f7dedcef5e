import { z } from 'zod/v4';
import type { RecordIndex } from '../kernel/record-type';
import { wordsOfTexts } from '../kernel/text/search-words';
import { STATE_NAMES, type Case } from './case';
import { ACCOUNT_SHAPE, CONTACT_SHAPE } from './details/stored-details';
import type { Entry, EntryOf } from './timeline';

/** The account's cases for one stock number, as one key. */
export const nsnOfAccount = (account: string, nsn: string): string =>
  `${account} ${nsn.replaceAll('-', '')}`.toUpperCase();

/** The PR number as the latest entry that gives one writes it. */
function prAsWritten(timeline: readonly Entry[]): string | undefined {
  const last = timeline.findLast((entry) => prGivenBy(entry) !== undefined || takesPrOff(entry));
  return last && prGivenBy(last);
}

/** The PR number that an entry gives the case; undefined where it gives none. */
function prGivenBy(entry: Entry): string | undefined {
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

/** What is read of every case, wherever several are shown or counted. */
export const CASE_READ_SHAPE = z.looseObject({
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

const localPart = (email: string): string => email.replace(/@.*$/s, '');

/** The words by which a case is found. Of an email address the part before the @ alone. */
function caseWords({ number, details }: Case): readonly string[] {
  const { account, contact, nsn, pr, requisition } = details;
  const keys = [number, account.code, nsn, nsn?.replaceAll('-', ''), pr, requisition];
  const names = [contact.name, localPart(contact.email ?? ''), details.reason];
  return wordsOfTexts([...keys, ...names, details.description, details.problemNotes]);
}

/** Whether the last act on a case gave it its PR, or opened it anew with it. */
function takesPr({ timeline, state }: Case): boolean {
  const cause = timeline.at(-1)?.cause;
  const before = timeline.findLastIndex((entry) => entry.cause !== cause);
  const act = timeline.slice(before + 1);
  return (
    state !== 'closed' && act.some((entry) => entry.kind === 'reopened' || prGivenBy(entry) !== undefined)
  );
}

/**
 * What cases are asked for by. The fields named `open…` are there while the case is open only; `uncounted` and `openSla` say
 * what the figures have of it, which its store knows.
 */
export const CASE_INDEX: RecordIndex<Case> = {
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
  of: (current) => {
    const { account, nsn, pr, requisition, msc } = current.details;
    const open = current.state !== 'closed';
    const [first] = current.timeline;
    return {
      open,
      group: current.group,
      // Nobody's open cases are asked for; nobody's closed ones are not.
      assignee: current.assignee ?? (open ? '' : undefined),
      msc,
      account: account.code,
      openedAt: current.openedAt,
      changedAt: current.changedAt,
      openPr: open ? prAsWritten(current.timeline) : undefined,
      openPrNumber: open ? pr : undefined,
      openRequisition: open ? requisition : undefined,
      openReason: open ? current.details.reason : undefined,
      openStart: open && first?.kind === 'opened' ? first.group : undefined,
      openNsn: open && nsn !== undefined ? nsnOfAccount(account.code, nsn) : undefined,
    };
  },
  words: caseWords,
  // The unique index knows one spelling of a number only (rule ES-6).
  exclusive: (current) => {
    const { pr } = current.details;
    return pr !== undefined && takesPr(current)
      ? { index: 'openPr', where: { openPrNumber: pr } }
      : undefined;
  },
};

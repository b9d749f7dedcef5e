import { caseDecision, happens } from '../decision';
import type { Case } from '../case';
import { comingDatesOf, readDate } from '../../kernel/text/date-range';
import type { EntryOf } from '../timeline';

/** Which date an update gives: Estimated Shipping Date or Estimated Award Date. */
const DATE_KINDS = { ESD: 'ESD', EAD: 'EAD' } as const;

/**
 * Level 3's quality status update to Level 2: a bottom line up front, quotes where they may be released, an ESD or EAD
 * (rule L3-4, DLAM 3000.05 E5 2.c). A recurring one acknowledges a change against the first: the same words with the
 * same date are refused. Fields: `bluf`, `quotes`, `dateKind`, `date`.
 */
export const decideUpdate = caseDecision('case.update', (subject, form, by, context) => {
  const bluf = form.requiredText(
    'bluf',
    'The bottom line up front',
    'The bottom line up front (BLUF) is missing. Start with what Level 2 can tell the customer.',
  );
  const quotes = form.text('quotes', 'Quotes');
  const dateKind = form.requiredChoice('dateKind', 'The kind of date', DATE_KINDS);
  const missing = 'The date is missing. Enter the Estimated Shipping Date or the Estimated Award Date.';
  const date = form.required('date', missing, readDate(comingDatesOf(subject, context)));
  const first = firstUpdate(subject);
  if (first !== undefined && bluf !== undefined && same(first.bluf, bluf) && first.date === date) {
    form.fault(
      'bluf',
      'This repeats the first update. Say what has changed since, or that nothing has and why.',
    );
  }
  const read = form.complete({ bluf, dateKind, date });
  if (!read.ok) return read;
  return happens({ kind: 'quality-update', ...read.value, ...(quotes === undefined ? {} : { quotes }) });
});

/** The first update since the case last came to Level 3: those that follow are recurring ones. */
function firstUpdate(subject: Case): EntryOf<'quality-update'> | undefined {
  const came = subject.timeline.findLastIndex((entry) => entry.kind === 'escalated' && entry.level === 3);
  return subject.timeline.slice(came + 1).find((entry) => entry.kind === 'quality-update');
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (one: string, other: string): boolean => words(one) === words(other);

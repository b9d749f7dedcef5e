import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ProblemReport } from '../../domain/problems/problem-report';
import { clip, oneLine } from '../shared/escape-text';
import { NO_CLOCKS, type EntryWords, type Subject } from '../shared/subject';
import { reporterName, whereMet } from './problem-message';

/** A reported problem as the shared cards show it. */
export function problemSubject(report: ProblemReport, context: DomainContext): Subject {
  const { id, text, timeline } = report;
  const title = `Problem report: ${clip(oneLine(text), 120)}`;
  return {
    ref: { kind: 'problem', id },
    title,
    about: title,
    zone: DEFAULT_ZONE,
    timeline,
    words: (index) => wordsOf(report, index, context),
    ...NO_CLOCKS,
    open: { title: 'Open report', verb: 'problem.list', data: { problem: id } },
  };
}

function wordsOf(report: ProblemReport, index: number, context: DomainContext): EntryWords {
  const entry = report.timeline[index];
  if (entry?.kind === 'answered') return { what: 'Answered', details: [entry.text], formatted: false };
  const { reference, text } = report;
  const met = `Met ${whereMet(report, context)}${reference === undefined ? '' : ` · reference ${reference}`}`;
  const what = `Problem reported by ${reporterName(report, context)}`;
  return { what, details: [met, text], formatted: false };
}

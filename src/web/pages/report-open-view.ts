import type { Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/calendar/calendars';
import { toTenth } from '../../domain/metrics/figure-text';
import { slaStateOf, type SlaState } from '../../domain/metrics/open-figures';
import { mscOf } from '../../domain/cases/escalation/msc-of';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { Report } from '../../domain/reports/report';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ReportBook } from '../../ports/reports';
import { html, type Html } from './html';
import { date, number, tableHtml, words, type TableCell } from './report-table';

const SLA_NAMES: Readonly<Record<SlaState, string>> = {
  missed: 'A clock is missed',
  warned: 'A clock is running out',
  'in-time': 'In time',
};

const counts = (caption: string, first: string, rows: readonly (readonly [string, number])[]): Html =>
  tableHtml({
    caption,
    head: [first, 'Open cases'],
    rows: rows.map(([name, count]) => [words(name), number(count)]),
  });

/** The group in which a case was created: its age is by that group's calendar. */
const startedIn = ({ timeline, group }: Case): string => {
  const [first] = timeline;
  return first?.kind === 'opened' ? first.group : group;
};

function agedRow(one: Case, context: DomainContext): readonly TableCell[] {
  const { calendars, directory, now, policies } = context;
  const calendar = calendars.ofGroup(startedIn(one));
  const age = toTenth(calendar.elapsed(one.openedAt, now) / BUSINESS_DAY_MS);
  const reason = policies.at(one.openedAt).reasons[one.details.reason] ?? one.details.reason;
  return [
    words(one.number),
    words(one.details.account.code),
    words(directory.group(one.group)?.name ?? one.group),
    words(MSC_NAMES[mscOf(one, directory)]),
    words(reason),
    words(SLA_NAMES[slaStateOf(one, context)]),
    date(calendar.dateOf(one.openedAt)),
    number(age),
  ];
}

function agedHtml({ report, agedCases }: ReportBook, context: DomainContext): Html {
  const { over, count } = report.aged;
  if (count === 0) return html`<p>No open case is over ${over} business days old.</p>`;
  const shown = agedCases.length < count ? `, the oldest ${agedCases.length} of ${count}` : '';
  return tableHtml({
    caption: `Open over ${over} business days${shown}`,
    head: ['Case', 'Account', 'Held by', 'MSC', 'Reason', 'Clocks', 'Opened', 'Age in business days'],
    rows: agedCases.map((one) => agedRow(one, context)),
  });
}

const reasonsOf = ({ scorecard: { open } }: Report): Html | '' =>
  open.topReasons.length === 0
    ? ''
    : counts(
        'Top reasons',
        'Reason',
        open.topReasons.map(({ name, count }) => [name, count]),
      );

/** The open cases as they are now: by age, by clock status, the aged ones, and their reasons (rule ME-5). */
export function openHtml(book: ReportBook, context: DomainContext): Html {
  const { open } = book.report.scorecard;
  if (open.count === 0) return html`<p>No cases are open.</p>`;
  const are = open.count === 1 ? 'One case is open' : `${open.count} cases are open`;
  return html`<p>${are} now, not at the end of the month.</p>
<div class="tables">
${counts(
  'By age',
  'Age',
  open.byAge.map(({ name, count }) => [name, count]),
)}
${counts(
  'By clock status',
  'State',
  Object.entries(SLA_NAMES).map(([key, name]) => [name, open.bySla[key as SlaState]]),
)}
${reasonsOf(book.report)}
</div>
${agedHtml(book, context)}`;
}

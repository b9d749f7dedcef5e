import { instantIn } from '../../domain/kernel/text/iso-date';
import { daysBefore, daysName } from '../../domain/metrics/days';
import { zoneOf } from '../../domain/metrics/summary';
import { DEFINITIONS } from '../../domain/reports/definitions';
import { hasEnded, scoredOf, type Report } from '../../domain/reports/report';
import { changedSince } from '../../domain/reports/snapshot';
import type { ReportClaim } from '../../domain/reports/report-key';
import { storyOf } from '../../domain/reports/story';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ReportBook } from '../../ports/reports';
import { html, type Html } from './html';
import type { PageAnswer } from './page';
import { historyHtml } from './report-charts';
import { interimHtml, scopesHtml, scorecardHtml, shareWords } from './report-figures-view';
import { openHtml } from './report-open-view';
import { plansHtml } from './report-plans-view';
import { REPORT_STYLE } from './report-style';
import { pageOf } from './shell';

/** A part of the page, with its heading; nothing if it is empty. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

const sectionHtml = ({ id, title, body }: Section): Html =>
  html`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${body}\n</section>\n`;

/** Numbers that changed since the report was posted: late facts count in the month they are about. */
function changedHtml(report: Report, { postedAt, figures }: ReportClaim, zone: string): Html | '' {
  const posted = instantIn(zone, postedAt);
  if (figures === undefined) return '';
  const changed = changedSince(figures, report);
  if (changed.length === 0)
    return html`<p class="as-of quiet">Posted ${posted}; the month's numbers haven't changed since.</p>`;
  const items = changed.map(
    ({ name, then, now }) => html`<li>${name}: ${shareWords(then)} then, ${shareWords(now)} now</li>`,
  );
  const why = hasEnded(report)
    ? "Reopened cases and customers' answers count in the month they belong to, even if they come late."
    : 'The month has not ended.';
  return html`<section class="changed" aria-labelledby="changed">
<h2 id="changed">Changed since posting on ${posted}</h2>
<ul>${items}</ul>
<p>${why}</p>
</section>`;
}

function definitionsHtml(report: Report, { now, policies }: DomainContext): Html {
  const { goals } = policies.at(Math.min(report.month.period.before - 1, now));
  const all = scoredOf(report.scorecard).map(({ key, name, rule, goal }) => {
    const { counts, goal: row } = DEFINITIONS[key];
    return html`<dt>${name}</dt>\n<dd>${counts} Goal: ${goal}. Rule ${rule}; ${goals[row].source}.</dd>\n`;
  });
  return html`<dl>
${all}<dt>Business day</dt>
<dd>24 hours, excluding the assignment group's weekends and holidays (rules BT-1 to BT-5).</dd>
<dt>Nothing to count</dt>
<dd>No case in the month falls under the measure, so neither 0 % nor 100 % would be true (rule ME-6).</dd>
</dl>`;
}

function sectionsOf(book: ReportBook, context: DomainContext): readonly Section[] {
  const { report } = book;
  const month = report.month.period.name;
  const story = storyOf(report).map((sentence) => html`<li>${sentence}</li>`);
  const scopes = (title: string, id: string, first: string, of: ReportBook['mscs']): readonly Section[] =>
    of.length === 0 ? [] : [{ id, title, body: scopesHtml(`${title} in ${month}`, first, of) }];
  return [
    { id: 'story', title: 'In short', body: html`<ul class="story">${story}</ul>` },
    {
      id: 'scorecard',
      title: 'Scorecard',
      body: scorecardHtml(report, daysName(daysBefore(report.month.days))),
    },
    {
      id: 'history',
      title: 'Twelve months',
      body: html`${book.history.map((one) => historyHtml(one, report.scope))}`,
    },
    ...scopes('By MSC', 'mscs', 'MSC', book.mscs),
    ...scopes('By assignment group', 'groups', 'Assignment group', book.groups),
    { id: 'interim', title: 'Interim response', body: interimHtml(report) },
    { id: 'open', title: 'Open cases', body: openHtml(book, context) },
    { id: 'plans', title: 'Action plans', body: plansHtml(report) },
    { id: 'definitions', title: 'How it is counted', body: definitionsHtml(report, context) },
  ];
}

/** The report as a page to read and to print (rule ME-7). */
export function reportView(book: ReportBook, claim: ReportClaim, context: DomainContext): PageAnswer {
  const { report } = book;
  const zone = zoneOf(report.scope, context.directory);
  const sections = sectionsOf(book, context);
  const title = `Report of ${report.month.period.name}: ${report.scope.name}`;
  const counted = report.scorecard.asOf ?? report.madeAt;
  const goesOn = report.scorecard.asOf === undefined ? '' : '; later changes are not counted yet';
  const contents = sections.map((one) => html`<li><a href="#${one.id}">${one.title}</a></li>`);
  const main = html`<a class="skip" href="#story">Skip to the report</a>
<h1>${title}</h1>
<p class="as-of">As of ${instantIn(zone, counted)}${goesOn}.</p>
${changedHtml(report, claim, zone)}
<nav aria-labelledby="contents">
<h2 id="contents">On this page</h2>
<ul>${contents}</ul>
</nav>
${sections.map(sectionHtml)}`;
  return pageOf({ title, main, context, style: REPORT_STYLE });
}

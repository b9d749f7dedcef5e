import { createMailbox } from '../../../scripts/demo/mailbox/mailbox';
import type { Mailbox } from '../../../scripts/demo/mailbox/mailbox';
import { mailboxPage, newsOf, nothingPage } from '../../../scripts/demo/mailbox/mailbox-view';
import type { FieldFault } from '../../../src/domain/kernel/refusal';
import { closedMonth, siteCalendar } from '../../../src/domain/metrics/month-close';
import { snapshotOf } from '../../../src/domain/reports/snapshot';
import type { ReportBook } from '../../../src/ports/reports';
import { reportView } from '../../../src/web/pages/report-view';
import { formPage, sayingPage, standingPage, thanksPage } from '../../../src/web/pages/satisfaction-view';
import { aCase, escalated, opened } from '../../support/cases';
import { memoryReports } from '../../support/memory/memory-reports';
import { aWorld, DAY, START } from '../../support/site';

const HOSTILE = `"'><evil onclick="x">&amp;`;

/** How often a page shows the hostile text as text; in none of its places has it become markup, or been escaped twice. */
function readings(page: unknown): number {
  expect(String(page)).not.toMatch(/<evil|"'>|&amp;(?:lt|quot|#\d+);/u);
  return String(page).split('&quot;&#39;&gt;&lt;evil onclick=&quot;x&quot;&gt;&amp;amp;').length - 1;
}

/** The texts of a report that come from elsewhere, made hostile; what names a row of our own tables is left. */
const SHOWN = ['name', 'rule', 'goal', 'number', 'code', 'reason', 'id', 'measure', 'what', 'byWhen'];
const hostile = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    typeof each === 'string' && SHOWN.includes(key) ? HOSTILE : each,
  ) as Value;

it('Hostile text stays text in every place of a report', async () => {
  const context = aWorld(START + 90 * DAY);
  const { cases, reports } = memoryReports(() => context);
  const subject = aCase(opened('av2'), escalated('av3'));
  await cases.insert({ id: subject.number, state: subject, notifications: [] });
  const month = closedMonth(Date.parse('2026-12-05T12:00:00Z'), siteCalendar(context.calendars));
  const book = await reports.book({ scope: { kind: 'enterprise', name: 'Enterprise' }, month });
  const [plan, asked] = [
    { id: 'AP1', measure: 'x', overdue: true },
    { what: 'x', byWhen: 'x' },
  ];
  const report = { ...book.report, plans: [plan, { ...plan, planned: asked }] };
  const { history, ...rest } = { ...book, report } satisfies ReportBook;
  const shown = { ...hostile(rest), history };
  const counted = Object.keys(snapshotOf(report)).map((key) => [key, [1, 1_000]] as const);
  const claim = {
    scope: 'enterprise',
    month: '2026-11',
    postedAt: START,
    figures: Object.fromEntries(counted),
  };
  expect(readings(reportView(shown, claim, context).body)).toBeGreaterThan(60);
});

it('Hostile text stays text in every place of the survey page', () => {
  const context = aWorld(START);
  const faults: FieldFault[] = ['degree', 'comment'].map((field) => ({ field, message: HOSTILE }));
  const answer = {
    kind: 'satisfaction-answered',
    degree: '5',
    supervisors: [],
    comment: HOSTILE,
    at: START,
    by: 'x',
    cause: 'x',
  } as const;
  const pages = [
    formPage(HOSTILE, { comment: HOSTILE }, faults, context),
    thanksPage(HOSTILE, context),
    standingPage(HOSTILE, answer, context),
    sayingPage('reopened', context, HOSTILE),
  ];
  expect(pages.map(({ body }) => readings(body))).toEqual([7, 2, 4, 1]);
});

it('Hostile text stays text in every place of the demo mailbox', () => {
  const box: Mailbox = createMailbox();
  box.take({
    from: { name: HOSTILE, address: HOSTILE },
    to: [HOSTILE],
    subject: HOSTILE,
    at: START,
    text: `${HOSTILE} https://a.example/?b=1&c=2 ${HOSTILE}`,
    headers: HOSTILE,
  });
  const looked = { to: HOSTILE, open: box.get(1)! };
  const { html } = newsOf(box, looked) as { readonly html: string };
  const pages = [
    mailboxPage(box, looked),
    html,
    mailboxPage(createMailbox(), { to: HOSTILE }),
    nothingPage(HOSTILE),
  ];
  expect(pages.map(readings)).toEqual([13, 3, 3, 1]);
});

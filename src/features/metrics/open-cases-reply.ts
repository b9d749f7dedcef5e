import type { Button, CardValue, ListRow } from '../../cards/shared/card-value';
import { SLA_NAMES } from '../../cards/metrics/metrics-open-view';
import { caseRows } from '../../commands/cases/case-rows';
import { reply, type CommandContext, type Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN } from '../../commands/list-length';
import type { Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/calendar/calendars';
import { toTenth } from '../../domain/metrics/figure-text';
import { ageOf, AGE_BANDS } from '../../domain/metrics/open-figures';
import { questionKeys } from '../../domain/metrics/question-key';
import type { MetricsQuestion, OpenAsked } from '../../ports/metrics';
import { shownText } from '../../commands/page-of';

/** The last case of the page before, and how many came up to it. */
interface PageAfter {
  readonly after: Case;
  readonly start: number;
}

/** A page of the open cases of a scope, the oldest first (rule ME-5); the period is that of the card to go back to. */
export async function openCasesReply(
  question: MetricsQuestion,
  by: Omit<OpenAsked, 'scope'>,
  context: CommandContext,
  page?: PageAfter,
): Promise<Outcome> {
  const asked: OpenAsked = { scope: question.scope, ...by };
  // One more than is shown tells whether there is more.
  const { count, cases } = await context.metrics.openCases(asked, ROWS_SHOWN + 1, page?.after);
  return reply(cardOf(question, by, { count, cases, start: page?.start ?? 0 }, context));
}

function cardOf(
  question: MetricsQuestion,
  by: Omit<OpenAsked, 'scope'>,
  found: { readonly count: number; readonly cases: readonly Case[]; readonly start: number },
  context: CommandContext,
): CardValue {
  const cases = found.cases.slice(0, ROWS_SHOWN);
  const last = found.start + cases.length;
  const page = shownText(found.start, cases.length, found.count);
  const { scope, period } = question;
  const keys = questionKeys({ scope, period }, context.directory);
  const more = { ...keys, ...by, next: cases.at(-1)?.number ?? '', shown: String(last) };
  const buttons: readonly Button[] = [
    ...(found.cases.length > ROWS_SHOWN ? [button('More', 'metrics.open', more)] : []),
    button('Metrics', 'metrics.show', keys),
  ];
  return {
    card: 'list',
    title: `Open cases · ${question.scope.name}`,
    intro: [aboutText(by, context), page === '' ? '' : `Oldest first: ${page}.`].join('\n').trim(),
    rows: cases.map((one) => openRow(one, context)),
    empty: 'No open cases here.',
    buttons,
  };
}

/** Which of the open cases, in words. */
function aboutText({ sla, reason, age }: Omit<OpenAsked, 'scope'>, { policies }: CommandContext): string {
  if (sla !== undefined) return `Clock status: ${SLA_NAMES[sla].toLowerCase()}`;
  if (reason !== undefined) {
    const name = policies.all.map(({ reasons }) => reasons[reason]).findLast((one) => one !== undefined);
    return `Reason: ${name ?? reason}`;
  }
  const band = AGE_BANDS.find(({ key }) => key === age);
  return band === undefined ? '' : `Age in business days: ${band.name.toLowerCase()}`;
}

/** A case as lists show it, with its account and how long it is open. */
function openRow(subject: Case, context: CommandContext): ListRow {
  const [row = { title: subject.number, subtitle: '', facts: [], tone: 'plain' }] = caseRows(
    [subject],
    context,
  );
  const days = toTenth(ageOf(subject, context) / BUSINESS_DAY_MS);
  const { kind, code } = subject.details.account;
  return {
    ...row,
    subtitle: `${kind} ${code} · ${row.subtitle}`,
    facts: [`Open for ${days} business ${days === 1 ? 'day' : 'days'}`, ...row.facts],
  };
}

import { z } from 'zod/v4';
import type { Button, CardValue, ListRow } from '../../cards/card-value';
import { SLA_NAMES } from '../../cards/metrics-open-view';
import { caseRows } from '../../commands/case-rows';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext } from '../../commands/command';
import { button } from '../../commands/fields';
import { optional } from '../../commands/inputs';
import { ROWS_SHOWN } from '../../commands/list-length';
import type { Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/clocks/calendars';
import { ageOf, AGE_BANDS, SLA_STATES } from '../../domain/metrics/open-figures';
import { questionKeys } from '../../domain/metrics/question-key';
import type { MetricsQuestion, OpenAsked } from '../../ports/metrics';
import { shownText, startOf } from './page-of';
import { readAllowed } from './read-allowed';

const AGES = AGE_BANDS.map(({ key }) => key);

/**
 * Open cases as a button carries them: by one of clocks, reason and age, or all; `next` is the last case of the page before.
 * The period is that of the card to go back to: open cases are those of now.
 */
const schema = z.object({
  scope: optional,
  period: optional,
  sla: z.enum(['', ...SLA_STATES]).default(''),
  reason: optional,
  age: z.enum(['', ...AGES]).default(''),
  next: optional,
  shown: optional,
});
type OpenCases = z.infer<typeof schema>;

/** Lists the open cases behind a figure, the oldest first (rule ME-5). */
export const openCasesCommand: Command<OpenCases> = {
  verb: 'metrics.open',
  title: 'Open cases',
  area: 'Metrics',
  typed: {
    words: ['open cases'],
    usage: 'open cases [group, MSC or me]',
    summary: 'Open cases of the enterprise, an MSC, a group or your own, the oldest first.',
    example: 'open cases aviation',
    read: (rest) => ({ scope: rest }),
  },
  schema,
  run: async (input, context) => {
    const question = readAllowed(input.scope, input.period, context);
    if (!question.ok) return refuse(question.refusal);
    const by = narrowed(input);
    const after = input.next === '' ? undefined : (await context.cases.get(input.next))?.case;
    const asked: OpenAsked = { scope: question.value.scope, ...by };
    // One more than is shown tells whether there is more.
    const { count, cases } = await context.metrics.openCases(asked, ROWS_SHOWN + 1, after);
    const start = after === undefined ? 0 : startOf(input.shown);
    return reply(cardOf(question.value, by, { count, cases, start }, context));
  },
};

/** One of the three, the first that is given. */
function narrowed({ sla, reason, age }: OpenCases): Omit<OpenAsked, 'scope'> {
  if (sla !== '') return { sla };
  if (reason !== '') return { reason };
  return age === '' ? {} : { age };
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
  const keys = questionKeys(question, context.directory);
  const more = { ...keys, ...by, next: cases.at(-1)?.number ?? '', shown: String(last) };
  const buttons: readonly Button[] = [
    ...(found.cases.length > ROWS_SHOWN ? [button('More', 'metrics.open', more)] : []),
    button('Metrics', 'metrics.show', keys),
  ];
  return {
    card: 'list',
    title: `Open cases · ${question.scope.name}`,
    intro: [aboutText(by, context), page === '' ? '' : `The oldest first: ${page}.`].join('\n').trim(),
    rows: cases.map((one) => openRow(one, context)),
    empty: 'No open case here.',
    buttons,
  };
}

/** Which of the open cases, in words. */
function aboutText({ sla, reason, age }: Omit<OpenAsked, 'scope'>, { policies }: CommandContext): string {
  if (sla !== undefined) return `State of their clocks: ${SLA_NAMES[sla].toLowerCase()}`;
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
  const days = Number((ageOf(subject, context) / BUSINESS_DAY_MS).toFixed(1));
  const { kind, code } = subject.details.account;
  return {
    ...row,
    subtitle: `${kind} ${code} · ${row.subtitle}`,
    facts: [`Open for ${days} business ${days === 1 ? 'day' : 'days'}`, ...row.facts],
  };
}

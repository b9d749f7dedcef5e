import { z } from 'zod/v4';
import type { Button, CardValue, Form } from '../../cards/shared/card-value';
import { countedText, figureText, numberText } from '../../domain/metrics/figure-text';
import { refuse, reply, type Command, type CommandContext } from '../../commands/command';
import { button, choice, oneSection, sendOrCancel, text, type Given } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { ROWS_SHOWN } from '../../commands/list-length';
import { PRIORITIES } from '../../domain/cases/details/details';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { hasPriorities, MEASURES, measureRow } from '../../domain/metrics/measures';
import { measureOfKey, questionKeys, type AskedMeasure } from '../../domain/metrics/question-key';
import type { Scored } from '../../domain/metrics/scorecard';
import type { Measure } from '../../domain/metrics/summary';
import type { DrillDown, FigureAsked } from '../../ports/metrics';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { factRow } from './fact-row';
import { openCasesReply } from './open-cases-reply';
import { shownText, startOf } from '../../commands/page-of';
import { MEASURE_FORMS, NO_MEASURE } from '../../commands/resolve/measure-named';
import { questionAsked } from './read-question';

const VERB = 'metrics.cases';

/**
 * A figure as it was typed or as a button carries it, and where its page begins: `next` of the one before, and how many
 * rows came before.
 */
const schema = z.object({
  words: optional,
  scope: optional,
  period: optional,
  measure: optional,
  priority: z.enum(['', ...PRIORITIES], { error: 'Choose a priority, or none.' }).default(''),
  next: z.string().max(250).default(''),
  shown: optional,
});
type DrillDownInput = z.infer<typeof schema>;

/** Lists the cases behind a number, worst first; they add up to it (rule ME-6). */
export const drillDownCommand: Command<DrillDownInput> = {
  verb: VERB,
  title: 'Cases',
  area: 'Metrics',
  typed: {
    words: ['cases behind'],
    usage: 'cases behind <measure> [group, MSC or me] [period]',
    summary: 'The cases behind a number on the scorecard, worst first.',
    example: 'cases behind interim response aviation last month',
    hint: MEASURE_FORMS,
    read: (rest) => ({ words: rest }),
  },
  schema,
  form: (given) => formOf(given),
  run: async ({ priority, next, shown, ...input }, context) => {
    // A button and the form carry a key, a line has words.
    if (input.words === '' && !isScored(measureOfKey(input.measure))) return refuse(NO_MEASURE);
    const question = questionAsked(input, VERB, context);
    if (!question.ok) return question.outcome;
    const { measure } = question.value;
    if (measure === 'open-cases') return openCasesReply(question.value, {}, context);
    if (!isScored(measure)) return refuse(NO_MEASURE);
    const asked = { ...question.value, measure, ...(priority === '' ? {} : { priority }) };
    const [scored, behind] = await Promise.all([
      context.metrics.figure(asked),
      context.metrics.drillDown(asked, ROWS_SHOWN, next === '' ? undefined : next),
    ]);
    return reply(await cardOf(asked, scored, behind, next === '' ? 0 : startOf(shown), context));
  },
};

/** Open cases have a list of their own. */
const isScored = (measure: AskedMeasure | undefined): measure is Measure['key'] =>
  measure !== undefined && measure !== 'open-cases';

/** Asks for the measure; where there was a line, it is kept as the scope. */
const formOf = (given: Given): Form => ({
  title: 'Cases behind a number',
  sections: oneSection(
    choice(given, 'measure', 'Measure', {
      required: true,
      choices: MEASURES.map(({ key, name }) => ({ title: name, value: key })),
    }),
    text(given, 'scope', 'Metrics for', {
      otherwise: given['words'] ?? '',
      hint: 'A group, an MSC, or me. Leave empty for the enterprise.',
    }),
    text(given, 'period', 'Period', {
      hint: 'For example, last month, FY26, or 2026-10. Leave empty for this month.',
    }),
  ),
  ...sendOrCancel('Show', VERB),
});

async function cardOf(
  asked: FigureAsked,
  scored: Scored,
  { facts, next }: DrillDown,
  start: number,
  context: CommandContext,
): Promise<CardValue> {
  const cases = await Promise.all(facts.map(({ number }) => unlessUnreadable(context.cases.get(number))));
  const about = [
    asked.period.name,
    ...(asked.priority === undefined ? [] : [PRIORITY_NAMES[asked.priority]]),
  ];
  const page = shownText(start, facts.length, scored.count);
  return {
    card: 'list',
    title: `${scored.name} · ${asked.scope.name}`,
    intro: `${about.join(' · ')}\n${figureLine(scored)}${page === '' ? '' : `\nWorst first: ${page}.`}`,
    rows: facts.map((fact, place) => factRow(fact, cases[place]?.state, scored.goalDays, context)),
    empty: 'Nothing to count in this period.',
    buttons: buttonsOf(asked, next, start + facts.length, context),
  };
}

/** "113 of 120 interim responses: 94.1%. Goal 100% in time: missed." */
function figureLine({ count, met, percent, unit, goal, reached }: Scored): string {
  if (reached === undefined) return `Goal ${goal}.`;
  const verdict = reached ? 'met' : 'missed';
  return `${numberText(met)} of ${countedText(count, unit)}: ${figureText(percent)}. Goal ${goal}: ${verdict}.`;
}

/** More of the same, the way back, and the priorities to narrow it to. */
function buttonsOf(
  asked: FigureAsked,
  next: string | undefined,
  shown: number,
  { directory }: CommandContext,
): readonly Button[] {
  const { measure, priority } = asked;
  const question = questionKeys(asked, directory);
  const figure = { ...question, measure };
  const here = priority === undefined ? figure : { ...figure, priority };
  const { scope = '', period = '' } = question;
  const priorities = hasPriorities(measureRow(measure)) ? PRIORITIES : [];
  return [
    ...(next === undefined ? [] : [button('More', 'metrics.cases', { ...here, next, shown: String(shown) })]),
    button('Metrics', 'metrics.show', { scope, period }),
    ...(priority === undefined
      ? priorities.map((one) => button(PRIORITY_NAMES[one], 'metrics.cases', { ...figure, priority: one }))
      : [button('All priorities', 'metrics.cases', figure)]),
  ];
}

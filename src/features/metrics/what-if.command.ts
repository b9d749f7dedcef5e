import { z } from 'zod/v4';
import type { Form } from '../../cards/shared/card-value';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { button, cancel, choice, sendButton, text, oneSection } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { withFaults } from '../../commands/forms/form-faults';
import { optional } from '../../commands/forms/inputs';
import { goalsOver } from '../../domain/metrics/goals-over';
import { measureRow } from '../../domain/metrics/measures';
import { questionKeys } from '../../domain/metrics/question-key';
import { CRT_MEASURES } from '../../domain/metrics/what-if';
import { faulty, type FieldFault } from '../../domain/kernel/refusal';
import type { MetricsQuestion } from '../../ports/metrics';
import { askWhich } from './ask-which';
import { questionPrecondition } from './read-question';
import { readBoth } from './read-words';
import { readWhatIf } from './what-if-line';
import { MIN, MAX, readTrial, type Trial, type TrialInput } from './what-if-trial';

/** What was typed after the words, or measure, days, scope and period from a form or a button. */
interface WhatIfInput extends TrialInput {
  readonly words: string;
}

const VERB = 'metrics.what-if';

/** Shows how past cases would have scored with a different goal, for the scope and each group in it (rules ME-6, ME-7). */
export const whatIfCommand: Command<WhatIfInput> = {
  verb: VERB,
  title: 'What if',
  area: 'Metrics',
  typed: {
    words: ['what if', 'whatif'],
    usage: 'what if CRT were <days> [group] [period]',
    summary: 'How past cases would have scored with a different goal for resolution time.',
    example: 'what if CRT were 6 days for aviation last quarter',
    hint: 'For cases of Levels 2 and 3, type what if level 2 and 3 CRT were 12 days. Each group is shown too.',
    freeText: 'words',
    read: (rest) => (rest === '' ? {} : { words: rest }),
  },
  schema: z.object({ words: optional, measure: optional, days: optional, scope: optional, period: optional }),
  form: (given, context) => formOf(fieldsOf(given, context)),
  run: async (input, context) => {
    if (input.words !== '') return fromLine(input.words, context);
    const trial = readTrial(input, context);
    return trial.ok ? tried(trial.value, context) : refuse(faulty(trial.faults));
  },
};

/** The fields of a form that is opened: what a line said, where one was typed, else what a button carries, in words. */
const fieldsOf = (given: Given, context: CommandContext): Given =>
  (given['words'] ?? '') === '' ? named(given, context) : readWhatIf(given['words'] ?? '', context).given;

/** Scope and period by their names, where these are read back to the very same. */
function named(given: Given, context: CommandContext): Given {
  const { scope = '', period = '' } = given;
  const of = readBoth(scope, period, context);
  if (!of.ok) return given;
  const again = readBoth(of.value.scope.name, of.value.period.name, context);
  const keys = (read: MetricsQuestion): string => JSON.stringify(questionKeys(read, context.directory));
  if (!again.ok || keys(again.value) !== keys(of.value)) return given;
  return {
    ...given,
    ...(scope === '' ? {} : { scope: of.value.scope.name }),
    ...(period === '' ? {} : { period: of.value.period.name }),
  };
}

/** A line that says all is answered; for what is missing, wrong or not understood the form opens with the rest in it. */
async function fromLine(words: string, context: CommandContext): Promise<Outcome> {
  const { given, unknown, questions } = readWhatIf(words, context);
  const { days = '', measure = '', scope = '', period = '' } = given;
  if (unknown.length > 0) {
    const said = unknown.join('” and “');
    return asForm(given, [], `I didn't understand “${said}”. Enter the rest here.`);
  }
  if (questions.length > 1) return askWhich(questions, { said: words, verb: VERB, data: { days } }, context);
  const trial = readTrial({ days, measure, scope, period }, context);
  if (trial.ok) return tried(trial.value, context);
  // What was never given is asked for, not complained of.
  return asForm(
    given,
    trial.faults.filter(({ field }) => (given[field] ?? '') !== ''),
  );
}

const asForm = (given: Given, faults: readonly FieldFault[], refused?: string): Outcome =>
  reply({ card: 'form', form: withFaults(formOf(given), faults, refused) });

/** The card of a trial. Figures of a person are refused to who may not see them (rule AC-5). */
async function tried(trial: Trial, context: CommandContext): Promise<Outcome> {
  const denied = questionPrecondition(trial, context);
  if (denied !== undefined) return refuse(denied);
  const { scope, period, measure, days } = trial;
  const goal = measureRow(measure).goalOf(goalsOver(period, context));
  const history = await context.metrics.whatIf({ scope, period }, measure, days);
  const { percent, days: goalDays = 0 } = goal;
  return reply({
    card: 'what-if',
    whatIf: { scope, period, measure, days, goal: { percent, days: goalDays }, ...history },
  });
}

function formOf(given: Given): Form {
  return {
    title: 'What if the goal were different?',
    intro:
      'See how the closed cases of a period would have scored with a different goal for resolution time.',
    sections: oneSection(
      text(given, 'days', 'Business days', {
        required: true,
        maxLength: 4,
        placeholder: '6',
        hint: `A whole number from ${MIN} to ${MAX}.`,
      }),
      choice(given, 'measure', 'Measure', {
        otherwise: 'enterprise-crt',
        choices: CRT_MEASURES.map((key) => ({ title: measureRow(key).name, value: key })),
      }),
      text(given, 'scope', 'Metrics for', {
        maxLength: 120,
        placeholder: 'Enterprise',
        hint: "An MSC, a group's key or name, a person, or me. Leave empty for the enterprise.",
      }),
      text(given, 'period', 'Period', {
        maxLength: 80,
        placeholder: 'This month',
        hint: 'For example, last quarter, FY26, or since 1 October. Leave empty for this month.',
      }),
    ),
    submit: sendButton('Show', VERB),
    others: [button('Metrics', 'metrics.show'), cancel],
  };
}

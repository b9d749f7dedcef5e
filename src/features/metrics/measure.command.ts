import { z } from 'zod/v4';
import { refuse, type Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { answerQuestion } from './answer-question';
import { MEASURE_FORMS, NO_MEASURE } from '../../commands/resolve/measure-named';
import { questionAsked, type QuestionInput } from './read-question';

const VERB = 'metrics.measure';

/**
 * Shows one measure with its trend over twelve periods and, of Case Resolution Time, its distribution (rules ME-1 to ME-6).
 * What everyone may see of a scorecard everyone may see of this; of a person who may (rule AC-5).
 */
export const measureCommand: Command<QuestionInput> = {
  verb: VERB,
  title: 'Measure',
  area: 'Metrics',
  typed: {
    words: ['measure'],
    usage: 'measure <name> [group, MSC or me] [period]',
    summary: 'One measure: its trend over twelve periods and the cases behind it.',
    example: 'measure crt aviation last month',
    hint: MEASURE_FORMS,
    read: (rest) => ({ words: rest }),
  },
  schema: z.object({ words: optional, measure: optional, scope: optional, period: optional }),
  run: async (input, context) => {
    const asked = questionAsked(input, VERB, context);
    if (!asked.ok) return asked.outcome;
    if (asked.value.measure === undefined) return refuse(NO_MEASURE);
    return answerQuestion(asked.value, context);
  },
};

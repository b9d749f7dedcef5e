import { z } from 'zod/v4';
import type { Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { answerQuestion } from './answer-question';
import { plainQuestion } from './read-plain-question';
import { questionAsked, type QuestionInput } from './read-question';

/**
 * Shows the metrics of the enterprise, an MSC or an assignment group over a period, which everyone may see, or those of a
 * person (rules ME-6, AC-5).
 */
export const metricsCommand: Command<QuestionInput> = {
  verb: 'metrics.show',
  title: 'Metrics',
  area: 'Metrics',
  typed: {
    words: ['metrics', 'metric'],
    usage: 'metrics [measure] [group, MSC or me] [period]',
    summary: 'Resolution time and timeliness against their goals, and open cases by age.',
    example: 'metrics aviation last month',
    hint: 'Ask in your own words: metrics csat FY26, metrics me since 1 October, metrics updates L3-AVN last 3 months, or without the word: how are we doing in distribution this quarter?',
    read: (rest) => ({ words: rest }),
    question: plainQuestion,
  },
  schema: z.object({ words: optional, scope: optional, period: optional, measure: optional }),
  run: async (input, context) => {
    const asked = questionAsked(input, 'metrics.show', context);
    return asked.ok ? answerQuestion(asked.value, context) : asked.outcome;
  },
};

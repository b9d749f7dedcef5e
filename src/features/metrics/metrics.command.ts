import { z } from 'zod/v4';
import { refuse, reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { optional } from '../../commands/inputs';
import { summarise } from '../../domain/metrics/summarise';
import { gatherFacts } from './gather-facts';
import { readBoth, readWords } from './read-words';

/** What was typed after the word, or a scope and a period from a button. */
interface MetricsInput {
  readonly words: string;
  readonly scope: string;
  readonly period: string;
}

/** Shows the metrics of the enterprise, an MSC or an assignment group over a period (rule ME-6). Everyone may see them. */
export const metricsCommand: Command<MetricsInput> = {
  verb: 'metrics.show',
  title: 'Metrics',
  area: 'Metrics',
  typed: {
    words: ['metrics', 'metric'],
    usage: 'metrics [group or MSC] [period]',
    summary: 'Resolution time and timeliness beside their goals, and open cases by age.',
    example: 'metrics aviation last month',
    read: (rest) => ({ words: rest }),
  },
  schema: z.object({ words: optional, scope: optional, period: optional }),
  run: async ({ words, scope, period }, context) => {
    const asked = words === '' ? readBoth(scope, period, context) : readWords(words, context);
    if (!asked.ok) return refuse(asked.refusal);
    const facts = await gatherFacts(context.cases, asked.value, context);
    const { goals } = context.policies.at(context.now);
    return reply({
      card: 'metrics',
      summary: summarise(facts, asked.value.scope, asked.value.period, goals),
    });
  },
};

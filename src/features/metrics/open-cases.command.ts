import { z } from 'zod/v4';
import type { Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { AGE_BANDS, SLA_STATES } from '../../domain/metrics/open-figures';
import type { OpenAsked } from '../../ports/metrics';
import { openCasesReply } from './open-cases-reply';
import { startOf } from '../../commands/page-of';
import { questionAsked } from './read-question';

const VERB = 'metrics.open';
const AGES = AGE_BANDS.map(({ key }) => key);

/**
 * Open cases as they were typed, or as a button carries them: by one of clocks, reason and age, or all; `next` is the last case of the page before.
 * The period is that of the card to go back to: open cases are those of now.
 */
const schema = z.object({
  words: optional,
  scope: optional,
  period: optional,
  sla: z.enum(['', ...SLA_STATES]).default(''),
  reason: optional,
  age: z.enum(['', ...AGES]).default(''),
  next: optional,
  shown: optional,
});
type OpenCases = z.infer<typeof schema>;

/** Lists the open cases behind a number, oldest first (rule ME-5). */
export const openCasesCommand: Command<OpenCases> = {
  verb: VERB,
  title: 'Open cases',
  area: 'Metrics',
  typed: {
    words: ['open cases'],
    usage: 'open cases [group, MSC or me]',
    summary: 'Open cases of the enterprise, a group, an MSC, or yourself, oldest first.',
    example: 'open cases aviation',
    read: (rest) => ({ words: rest }),
  },
  schema,
  run: async (input, context) => {
    const { words, scope, period } = input;
    const question = questionAsked({ words, scope, period, measure: '' }, VERB, context);
    if (!question.ok) return question.outcome;
    const after = input.next === '' ? undefined : (await context.cases.get(input.next))?.state;
    const page = after === undefined ? undefined : { after, start: startOf(input.shown) };
    return openCasesReply(question.value, narrowed(input), context, page);
  },
};

/** One of the three, the first that is given. */
function narrowed({ sla, reason, age }: OpenCases): Omit<OpenAsked, 'scope'> {
  if (sla !== '') return { sla };
  if (reason !== '') return { reason };
  return age === '' ? {} : { age };
}

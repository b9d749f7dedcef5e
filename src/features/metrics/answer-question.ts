import { reply, type CommandContext, type Outcome } from '../../commands/command';
import type { MetricsQuestion } from '../../ports/metrics';
import { measureShown } from './measure-shown';
import { openCasesReply } from './open-cases-reply';

/**
 * What a question about the figures is answered with: the scorecard; where one measure is asked its own card, and where
 * the open cases are, the oldest of them (rules ME-5, ME-6).
 */
export async function answerQuestion(question: MetricsQuestion, context: CommandContext): Promise<Outcome> {
  const { measure } = question;
  if (measure === undefined) {
    const { metrics, plans } = context;
    const [scorecard, open] = await Promise.all([metrics.scorecard(question), plans.openFor(question.scope)]);
    return reply({ card: 'metrics', scorecard, plans: open });
  }
  if (measure === 'open-cases') return openCasesReply(question, {}, context);
  return reply({ card: 'measure', shown: await measureShown(measure, question, context) });
}

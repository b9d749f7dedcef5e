import { z } from 'zod/v4';
import type { Form } from '../../cards/shared/card-value';
import { reportedProblem, reporterName } from '../../cards/problems/problem-message';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext } from '../../commands/command';
import { button, cancel, longText, sendButton } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { OFFERED, whichRecord } from '../../commands/which-record';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { answerProblem, barredFromProblems } from '../../domain/problems/problem-report';
import { refusal } from '../../domain/kernel/refusal';
import type { SavedProblem } from '../../ports/problems';
import { problemNumber, problemThen } from './problem-number';

// A report is changed by each answer, and by the relay, which takes its notices off.
const TRIES = 6;
const VERB = 'problem.answer';

/** Answers a reported problem; who reported it is told in their own chat (rule AC-6). */
export const answerProblemCommand: Command<{ problem: string } & Record<string, string>> = {
  verb: VERB,
  title: 'Answer problem',
  area: 'Help',
  typed: {
    words: ['answer problem'],
    usage: 'answer problem PB0000001 <text>',
    summary: 'Program office: answers a reported problem; who reported it is told.',
    example: 'answer problem PB0000012 It is corrected since this morning.',
    freeText: 'answer',
    read: problemThen('answer'),
  },
  schema: z.object({ problem: problemNumber }).catchall(z.string()),
  form: async (given, context, reopening = false) => {
    const { actor, problems } = context;
    const barred = barredFromProblems(actor);
    if (barred !== undefined && !reopening) return barred;
    const id = problemNumber.safeParse(given['problem']);
    if (!id.success) return whichProblem(given, context);
    const saved = await problems.get(id.data);
    if (saved === undefined) return refusal('no-such-problem', { problem: id.data });
    return {
      title: `Answer ${saved.report.id}`,
      intro: `${reporterName(saved.report, context)} wrote: ${saved.report.text}`,
      sections: [
        { fields: [longText(given, 'answer', 'Answer', { required: true, maxLength: TEXT_LIMITS.text })] },
      ],
      submit: sendButton('Answer', VERB, { problem: saved.report.id }),
      others: [cancel],
    };
  },
  run: async (input, context) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const saved = await context.problems.get(input.problem);
      if (saved === undefined) return refuse(refusal('no-such-problem', { problem: input.problem }));
      const answered = await answer(saved, input, context);
      if (answered !== undefined) return answered;
    }
    throw new Error(`The answer to ${input.problem} could not be saved in ${TRIES} tries`);
  },
};

/** Asks which report is meant, where none was named. */
async function whichProblem(given: Given, { problems }: CommandContext): Promise<Form> {
  const open = await problems.open(OFFERED);
  const waiting = open.map(({ id }) => button(id, VERB, { ...given, problem: id }));
  const title = 'Answer: which report?';
  const names = { input: 'problem', label: 'Report number', placeholder: 'PB0000012' };
  return whichRecord({ verb: VERB, title, ...names, waiting }, given);
}

/** Undefined where someone else changed the report meanwhile. */
async function answer(saved: SavedProblem, input: Record<string, string>, context: CommandContext) {
  const { actor, cause, now: at, problems } = context;
  if (saved.report.answers.some((given) => given.cause === cause))
    return reply(reportedProblem(saved.report, context));
  const decided = answerProblem(saved.report, input, actor, { at, cause });
  if (!decided.ok) return refuse(decided.refusal);
  if (!(await problems.save(saved.version, decided.value))) return undefined;
  context.saved?.(input['problem'] ?? '');
  return reply(reportedProblem(decided.value.report, context));
}

import { z } from 'zod/v4';
import type { Form } from '../../cards/shared/card-value';
import { reportedProblem, reporterName } from '../../cards/problems/problem-message';
import { changeInTurn } from '../../commands/change-in-turn';
import { refuse, reply, type Command, type CommandContext } from '../../commands/command';
import { button, longText, oneSection, sendOrCancel, type Given } from '../../commands/forms/fields';
import { OFFERED, whichRecord } from '../../commands/which-record';
import { answerProblem, problemsPrecondition } from '../../domain/problems/problem-report';
import type { ProblemReport } from '../../domain/problems/problem-report';
import { problemType } from '../../domain/problems/problem-type';
import { refusal } from '../../domain/kernel/refusal';
import { problemNumber, problemThen } from './problem-number';

const VERB = 'problem.answer';

/** Answers a reported problem; the person who reported it gets a message in their personal chat (rule AC-6). */
export const answerProblemCommand: Command<{ problem: string } & Record<string, string>> = {
  verb: VERB,
  title: 'Answer problem',
  area: 'Help',
  typed: {
    words: ['answer problem'],
    usage: 'answer problem PB0000001 <text>',
    summary: 'Program office: answers a reported problem. The person who reported it gets a message.',
    example: 'answer problem PB0000012 This was fixed this morning.',
    freeText: 'answer',
    read: problemThen('answer'),
  },
  schema: z.object({ problem: problemNumber }).catchall(z.string()),
  form: async (given, context, reopening = false) => {
    const { actor, problems } = context;
    const denied = problemsPrecondition(actor);
    if (denied !== undefined && !reopening) return denied;
    const id = problemNumber.safeParse(given['problem']);
    if (!id.success) return whichProblem(given, context);
    const saved = await problems.get(id.data);
    if (saved === undefined) return refusal('no-such-problem', { problem: id.data });
    return {
      title: `Answer ${saved.state.id}`,
      intro: `${reporterName(saved.state, context)} wrote: ${saved.state.text}`,
      sections: oneSection(longText(given, 'answer', 'Answer', { required: true })),
      ...sendOrCancel('Answer', VERB, { problem: saved.state.id }),
    };
  },
  run: async (input, context) => {
    const kept = { type: problemType, records: context.problems };
    const decide = (report: ProblemReport) => answerProblem(report, input, context.actor);
    const changed = await changeInTurn(kept, input.problem, decide, context);
    if (changed.kind === 'missing') return refuse(refusal('no-such-problem', { problem: input.problem }));
    if (changed.kind === 'refused') return refuse(changed.refusal);
    return reply(reportedProblem(changed.saved.state, context));
  },
};

/** Asks which report is meant if none was named. */
async function whichProblem(given: Given, { problems }: CommandContext): Promise<Form> {
  const open = await problems.open(OFFERED);
  const waiting = open.map(({ id }) => button(id, VERB, { ...given, problem: id }));
  const title = 'Answer: which report?';
  const names = { input: 'problem', label: 'Report number', placeholder: 'PB0000012' };
  return whichRecord({ verb: VERB, title, ...names, waiting }, given);
}

import { z } from 'zod/v4';
import { answeredProblem, reportedProblem, reporterName } from '../../cards/problems/problem-message';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { shorten } from '../../commands/shorten';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import { problemsPrecondition } from '../../domain/problems/problem-report';
import { refusal } from '../../domain/kernel/refusal';
import { problemNumber, problemThen } from './problem-number';

/** Lists the reports that wait for the program office, or shows one; who made a report may see it too (rule AC-6). */
export const problemsCommand: Command<{ problem?: string | undefined }> = {
  verb: 'problem.list',
  title: 'Problems',
  area: 'Help',
  typed: {
    words: ['problems', 'problem'],
    usage: 'problems [PB0000001]',
    summary: 'Program office: reported problems waiting for an answer, or one of them.',
    example: 'problems',
    read: problemThen(),
  },
  schema: z.object({ problem: problemNumber.optional() }),
  run: ({ problem }, context) => (problem === undefined ? list(context) : show(problem, context)),
};

async function show(id: string, context: CommandContext): Promise<Outcome> {
  const { actor, problems } = context;
  const saved = await problems.get(id);
  const denied = problemsPrecondition(actor);
  if (denied === undefined)
    return saved === undefined
      ? refuse(refusal('no-such-problem', { problem: id }))
      : reply(reportedProblem(saved.state, context));
  // To anyone else a report of somebody else is as one that is not there.
  return saved?.state.person === actor.id ? reply(answeredProblem(saved.state, context)) : refuse(denied);
}

async function list(context: CommandContext): Promise<Outcome> {
  const denied = problemsPrecondition(context.actor);
  if (denied !== undefined) return refuse(denied);
  const open = await context.problems.open(ROWS_SHOWN + 1);
  return reply({
    card: 'list',
    title: 'Reported problems',
    intro: 'Waiting for an answer, oldest first.',
    rows: open.slice(0, ROWS_SHOWN).map((report) => ({
      title: `${report.id}: ${reporterName(report, context)}`,
      subtitle: shorten(report.text, 120),
      facts: [
        instantIn(DEFAULT_ZONE, report.at),
        ...(report.reference === undefined ? [] : [`Reference ${report.reference}`]),
      ],
      tone: 'plain',
      button: button('Open', 'problem.list', { problem: report.id }),
    })),
    empty: 'No reports are waiting for an answer.',
    ...moreThan(open.length, 'More will show as you answer these.'),
    buttons: [],
  });
}

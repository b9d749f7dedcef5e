import { instantIn } from '../../domain/kernel/text/iso-date';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { ProblemReport } from '../../domain/problems/problem-report';
import { sizeWarning } from '../../domain/kernel/record-size';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ValueOf } from '../shared/presented';
import { actorName } from '../shared/names';

/** Who reported it, by their name in the directory if they are in it by now. */
export const reporterName = ({ person, name }: ProblemReport, context: DomainContext): string =>
  context.directory.person(person)?.name ?? name;

const answersOf = ({ answers }: ProblemReport, context: DomainContext): readonly string[] =>
  answers.flatMap(({ text, by, at }) => [
    `Answered by ${actorName(by, context)}, ${instantIn(DEFAULT_ZONE, at)}:`,
    text,
  ]);

/** Where it was met: "in the channel of Aviation Level 2". */
export function whereMet({ metIn }: ProblemReport, context: DomainContext): string {
  if (metIn.kind === 'personal') return 'in a personal chat';
  if (metIn.kind === 'group-chat') return 'in a group chat';
  const bound = context.directory.groups.filter(
    ({ channel }) => channel?.conversationId === metIn.conversationId,
  );
  return bound.length === 0
    ? 'in a channel'
    : `in the channel of ${bound.map(({ name }) => name).join(', ')}`;
}

/** A report as the program office sees it: who, when, where, the reference for the log, and every answer. */
export function reportedProblem(report: ProblemReport, context: DomainContext): ValueOf<'message'> {
  const { id, at, text, reference, answers } = report;
  const known = reference === undefined ? '' : ` · reference ${reference}`;
  const isOpen = answers.length === 0;
  return {
    card: 'message',
    tone: isOpen ? 'warning' : 'plain',
    title: `${id}: ${reporterName(report, context)} reports a problem`,
    text: [
      `${instantIn(DEFAULT_ZONE, at)}, ${whereMet(report, context)}${known}`,
      text,
      ...answersOf(report, context),
      sizeWarning(answers) ?? [],
    ]
      .flat()
      .join('\n'),
    buttons: [
      { title: isOpen ? 'Answer' : 'Answer again', verb: 'problem.answer', data: { problem: id } },
      { title: 'Problems', verb: 'problem.list', data: {} },
    ],
  };
}

/** A report for the person who made it, with every answer. */
export function answeredProblem(report: ProblemReport, context: DomainContext): ValueOf<'message'> {
  const { id, text, answers } = report;
  return {
    card: 'message',
    tone: answers.length === 0 ? 'plain' : 'good',
    title:
      answers.length === 0 ? `${id} is waiting for the program office` : `Your report ${id} was answered`,
    text: [...answersOf(report, context), 'You wrote:', text].join('\n'),
    buttons: [],
  };
}

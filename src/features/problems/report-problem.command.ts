import { z } from 'zod/v4';
import { insertInTurn } from '../../commands/change-in-turn';
import { refuse, replyDone, type Command } from '../../commands/command';
import { button, longText, oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { conversationOf } from '../../commands/where-of';
import { readProblem, reportProblem } from '../../domain/problems/problem-report';
import { problemType } from '../../domain/problems/problem-type';
import { refusal } from '../../domain/kernel/refusal';

const REFERENCE = /\breference:?\s+([2-9A-HJKMNP-Z]{4})\b[\s,.:;]*/iu;

/** Splits a typed report into the error reference, if one is named, and what happened. */
function readLine(rest: string): Record<string, string> {
  const reference = REFERENCE.exec(rest)?.[1]?.toUpperCase();
  // A reference alone says nothing of what happened: the form asks for it.
  const said = rest.replace(REFERENCE, '').trim() === '' ? '' : rest;
  return { ...(said === '' ? {} : { text: said }), ...(reference === undefined ? {} : { reference }) };
}

/** Reports a problem with the system itself to the program office, from anywhere, by anyone (rule AC-6). */
export const reportProblemCommand: Command<Record<string, string>> = {
  verb: 'problem.report',
  title: 'Report a problem',
  area: 'Help',
  openToAll: true,
  typed: {
    words: ['report a problem', 'report problem'],
    usage: 'report problem <text>',
    summary:
      "Reports a problem with Casekeeper itself to the program office. You'll get a message with the answer.",
    example: 'report problem The card of CS0000012 shows no clocks.',
    freeText: 'text',
    read: readLine,
  },
  schema: z.object({ text: z.string().default('') }).catchall(z.string()),
  form: (given) => ({
    title: 'Report a problem with Casekeeper',
    intro:
      "The program office is notified, and you'll get its answer in your personal chat. For a customer's problem, create a case.",
    sections: oneSection(
      longText(given, 'text', 'What happened', {
        required: true,
        hint: 'What you did, what happened, and what you expected.',
      }),
      text(given, 'reference', 'Reference', {
        maxLength: 10,
        hint: 'The four letters and digits that “Something went wrong” showed, if it did.',
      }),
    ),
    ...sendOrCancel('Report', 'problem.report'),
  }),
  run: async (input, context) => {
    const { actor, cause, directory, now: at, place, problems } = context;
    const read = readProblem(input);
    if (!read.ok) return refuse(read.refusal);
    if (directory.person(actor.id) === undefined) {
      const waitMs = await problems.countOfStranger(actor.id, at, cause);
      const minutes = String(Math.ceil((waitMs ?? 0) / 60_000));
      if (waitMs !== undefined) return refuse(refusal('too-many-reports', { minutes }));
    }
    const metIn = { kind: place.kind, conversationId: conversationOf(place) };
    const kept = { type: problemType, records: problems };
    const { saved } = await insertInTurn(kept, [reportProblem(read.value, actor, metIn)], context);
    const { id, answers } = saved.state;
    // The same form again, after it was answered (rule CA-11).
    const told = answers.length === 0 ? "You'll get" : 'You reported it before, and you got';
    return replyDone({
      title: `${id}: your report is with the program office`,
      text: `${told} the answer in your chat with Casekeeper.`,
      buttons: [button('Help', 'help.show')],
    });
  },
};

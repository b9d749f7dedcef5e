import { caseAction } from '../../commands/cases/case-action';
import { readCaseNumber, splitCaseNumber } from '../../commands/cases/case-number';
import { doneReply } from '../../commands/cases/case-reply';
import { refuse, type Command } from '../../commands/command';
import { longText, text, oneSection } from '../../commands/forms/fields';
import type { CaseInput } from '../../commands/forms/inputs';
import { linkCases } from '../../commands/cases/link-cases';
import { decideLink } from '../../domain/cases/decisions/decide-link';

/** The two numbers, with or without a word between them, and what follows as why. */
function read(line: string): Record<string, string> {
  const first = splitCaseNumber(line.trim());
  const second = splitCaseNumber(first.after.replace(/^(?:to|and|with|&)\s+/i, ''));
  return {
    ...(first.number === undefined ? {} : { case: first.number }),
    ...(second.number === undefined ? {} : { other: second.number }),
    ...(second.after === '' ? {} : { why: second.after }),
  };
}

const asked = caseAction({
  action: 'case.link',
  area: 'Cases',
  typed: {
    words: ['link duplicate', 'link cases', 'link case', 'link'],
    usage: 'link CS0000001 CS0000002 <why>',
    summary: 'Links two related cases. Both show the link.',
    example: 'link CS0000012 CS0000034 Same customer, same requisition',
    freeText: 'why',
    records: 2,
    read,
  },
  form: ({ number }, given) => ({
    title: `Link ${number} to another case`,
    intro: 'For two related cases. Both show the link and stay open, each with its own clocks.',
    sections: oneSection(
      text(given, 'other', 'The other case', {
        required: true,
        maxLength: 20,
        placeholder: 'CS0000034',
        hint: 'You can leave out the zeros: cs34.',
      }),
      longText(given, 'why', 'Why', {
        required: true,
        hint: 'What the two have in common.',
      }),
    ),
  }),
  decide: decideLink,
  confirmation: () => '',
});

/** Links two related cases (rule CA-3). It changes both, so it doesn't run as an action on one case. */
export const linkCommand: Command<CaseInput> = {
  ...asked,
  run: async ({ case: number, other = '', why = '' }, context) => {
    const to = readCaseNumber(other) ?? other;
    const linked = await linkCases(context, number, to, why);
    if (!linked.ok) return refuse(linked.refusal);
    return doneReply(linked.value, () => `Linked to ${to}.`, context);
  },
};

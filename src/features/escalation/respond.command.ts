import type { Field } from '../../cards/shared/card-value';
import { caseAction } from '../../commands/cases/case-action';
import type { CommandContext } from '../../commands/command';
import { choice, date, longText, oneSection, type Given } from '../../commands/forms/fields';
import type { Case } from '../../domain/cases/case';
import { decideRespond } from '../../domain/cases/decisions/decide-respond';
import { RESPONSES, responsesTo } from '../../domain/cases/level-3/responses';
import { parName } from '../../domain/cases/pars/par-name';
import { comingDatesOf, deliveryDates } from '../../domain/kernel/text/date-range';
import { askedOfLevel3 } from '../../domain/cases/escalation/last-escalation';

/** Level 3 gives its response, one of those to what it was asked: pre-award, post-award, or a site issue (rule L3-5). */
export const respondCommand = caseAction({
  action: 'case.respond',
  area: 'Level 3',
  typed: {
    words: ['return response', 'respond'],
    usage: 'respond CS0000001',
    summary: 'Level 3: sends the response and returns the case to Level 2.',
    example: 'respond CS0000012',
    freeText: 'text',
  },
  form: (current, given, context) => ({
    title: `Response to ${current.number}`,
    intro: introOf(current, context),
    sections: oneSection(
      choice(given, 'kind', 'Response', {
        required: true,
        choices: responsesTo(current).map((value) => ({ title: RESPONSES[value].name, value })),
      }),
      dateField(current, given, context),
      longText(given, 'text', 'What Level 2 can tell the customer', {
        required: true,
      }),
    ),
  }),
  decide: decideRespond,
  confirmation: (after, { directory }) =>
    after.level === 3
      ? 'The response is in the notes. The case stays with Level 3 until the award.'
      : `The response is in the notes. The case is back with ${directory.group(after.group)?.name ?? after.group}.`,
});

function introOf(current: Case, { policies }: CommandContext): string {
  const { longLeadDays } = policies.at(current.openedAt);
  switch (askedOfLevel3(current)) {
    case 'pre-award':
      return `Your response goes to Level 2 with the case. If the delay is ${longLeadDays} calendar days or less, the case stays with Level 3 until the award.`;
    case 'post-award':
      return current.openPar === undefined
        ? 'Your response goes to Level 2 with the case.'
        : `Your response goes to Level 2 with the case, and completes ${parName(current.openPar.number)} unless it's a delay.`;
    case 'distribution-center':
      return 'Your response goes to Level 2 with the case.';
  }
}

/** One date for whichever response needs one; each response has its own range within that of the field. */
const dateField = (current: Case, given: Given, context: CommandContext): Field =>
  askedOfLevel3(current) === 'pre-award'
    ? date(given, 'date', 'Date', comingDatesOf(current, context), {
        hint: "Estimated Completion Date (ESA), Contract Delivery Date (award), or the date it's delayed until.",
      })
    : date(given, 'date', 'Date', deliveryDates(current, context), {
        hint: "The date the action was taken (today or earlier), or the date it's delayed until.",
      });

import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { longText } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { wordFields, wordIntro, afterClosing } from '../../commands/word-fields';
import { finalText } from '../../cards/customer-text';
import { dateText } from '../../cards/time-text';
import { barredFromClosing, decideClose, longLeadOf } from '../../domain/cases/decide-close';
import type { Case } from '../../domain/cases/case';
import type { EntryOf } from '../../domain/cases/timeline';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';
import type { Field } from '../../cards/card-value';

const maxLength = TEXT_LIMITS.text;

/** Closes a resolved case with the final resolution as it goes to the customer (rules CL-2, CL-3, CL-5). */
export const closeCommand = caseAction({
  action: 'case.close',
  area: 'Closing',
  reachesCustomer: true,
  typed: {
    words: ['close'],
    usage: 'close CS0000001',
    summary: 'Closes a resolved case with the final resolution to the customer.',
    example: 'close CS0000012',
    freeText: 'text',
    read: caseThen('text'),
  },
  schema: caseInput,
  barred: (current, context) => barredFromClosing(current, context.actor, context),
  form: (current, given, context) => {
    const until = longLeadOf(current, context);
    const waits = current.details.externalContact;
    const label = waits ? 'Final resolution to the customer' : 'How the case ended';
    const asked = lastAsked(current);
    return {
      title: `Close ${current.number}`,
      ...(waits ? { intro: wordIntro(current) } : {}),
      sections: [
        {
          fields: waits
            ? wordFields(
                given,
                current,
                'final',
                label,
                asked?.text ?? finalText(current, context),
                asked?.word,
              )
            : [
                longText(given, 'text', label, {
                  required: true,
                  maxLength,
                  otherwise: asked?.text ?? resolutionNotes(current),
                }),
              ],
        },
        ...(until === undefined ? [] : [longLead(until, asked, given)]),
      ],
    };
  },
  decide: (current, input, context) => decideClose(current, input, context.actor, context),
  said: (after, _input, world) => {
    if (after.state === 'closed') return afterClosing('Closed.', after, world);
    return 'The lead time is long: your supervisors are asked to approve the closing. You are told of the answer.';
  },
});

/** What the resolution said, to begin with. */
const resolutionNotes = (current: Case): string =>
  current.timeline.findLast((entry) => entry.kind === 'resolved')?.notes ?? '';

/** The closing as it was asked for, declined or not: what was written is not written again. */
function lastAsked({ timeline }: Case): EntryOf<'closing-asked'> | undefined {
  const since = timeline.findLastIndex(({ kind }) => kind === 'resolved' || kind === 'closed');
  return timeline.slice(since + 1).findLast((entry) => entry.kind === 'closing-asked');
}

/** What is added where the lead time is long (rule CL-5). */
const longLead = (
  until: string,
  asked: EntryOf<'closing-asked'> | undefined,
  given: Given,
): { title: string; text: string; fields: Field[] } => ({
  title: 'Long lead time',
  text: `The customer waits until ${dateText(until)}. A Level 2 supervisor approves the closing, with a quality reason and, if possible, an alternative. Both go to the customer with the final resolution.`,
  fields: [
    longText(given, 'reason', 'Reason for closing', {
      required: true,
      maxLength,
      hint: 'A quality reason, as the customer is told it.',
      otherwise: asked?.reason ?? '',
    }),
    longText(given, 'alternative', 'Alternative for the customer', {
      maxLength,
      otherwise: asked?.alternative ?? '',
      hint: 'Local purchase, lateral support, additive manufacturing.',
    }),
  ],
});

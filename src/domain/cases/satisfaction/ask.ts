import type { Case } from '../case';
import { greetingOf } from '../messages/greeting';
import type { CaseEvent } from '../timeline';
import type { DomainContext } from '../../kernel/domain-context';

type Asked = Extract<CaseEvent, { kind: 'satisfaction-asked' }>;

/**
 * What is asked of the customer when a case is closed (rule CL-7): where the final resolution went by email, once a
 * case, and only where the site has an address for the page. Without external contact, or by phone alone, nobody
 * is asked.
 */
export function askedAtClosing(before: Case, after: Case, context: DomainContext): readonly Asked[] {
  if (context.asksCustomers !== true || before.state === 'closed' || after.state !== 'closed') return [];
  if (after.timeline.some(({ kind }) => kind === 'satisfaction-asked')) return [];
  const word = after.timeline.findLast((entry) => entry.kind === 'closed')?.word;
  if (!after.details.externalContact || word?.by !== 'email') return [];
  const subject = `Case ${after.number}: how satisfied are you?`;
  return [{ kind: 'satisfaction-asked', to: word.to, subject }];
}

/** Where the link stands in the text, on a line of its own: it is put in when the mail leaves, and is in no timeline. */
const LINK = '{link}';

/** The text of the email that asks, which greets the contact by name; its link is not in it yet. */
export const askingText = ({ number, details }: Pick<Case, 'number' | 'details'>): string =>
  [
    greetingOf(details.contact),
    '',
    `Your case ${number} is closed. How satisfied are you with how it was handled?`,
    "It's one question, takes a minute, and needs no sign-in:",
    '',
    LINK,
    '',
    "The link is for this case only and works for a few weeks. Replies to this email aren't counted.",
    `Please include case number ${number} when you contact us.`,
    '',
    'Respectfully,',
    'Customer Support',
  ].join('\n');

/** The same text as it leaves. A name that looks like the place of the link is no line of its own. */
export const withLink = (text: string, link: string): string =>
  text
    .split('\n')
    .map((line) => (line === LINK ? link : line))
    .join('\n');

import { askingText } from '../satisfaction/ask';
import type { Case } from '../case';
import type { Entry, EntryOf } from '../timeline';

/** An email to the customer as an entry of the timeline holds it. */
export interface CustomerEmail {
  /** Index of the entry. */
  readonly entry: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds at which it was written, in the case's time. */
  readonly at: number;
  /** Id of the activity that brought it: with case and entry, what makes the email recognisable. */
  readonly cause: string;
  /** The link to the page where the customer answers is put into the text when it leaves (rule CL-7). */
  readonly needsLink?: true;
  /** No person wrote it: the program sends it by itself. */
  readonly automatic?: true;
}

/** The entries that may carry a message to the customer. */
type MessageEntry = EntryOf<'interim-sent' | 'status-sent' | 'closed' | 'word-repeated'>;

/** Whether an entry is a message to the customer. */
export const isCustomerMessage = (entry: Entry | undefined): entry is MessageEntry =>
  entry?.kind === 'interim-sent' ||
  entry?.kind === 'status-sent' ||
  entry?.kind === 'closed' ||
  entry?.kind === 'word-repeated';

/** The email of the entry at an index; undefined where it is none: the message was given by phone, or sent by its writer. */
export function customerEmailOf(of: Case, entry: number): CustomerEmail | undefined {
  const { number, timeline } = of;
  const written = timeline[entry];
  if (written?.kind === 'satisfaction-asked') {
    const { to, subject, at, cause } = written;
    return { entry, to, subject, text: askingText(of), at, cause, needsLink: true, automatic: true };
  }
  if (!isCustomerMessage(written) || written.word?.by !== 'email') return undefined;
  const { to, subject } = written.word;
  return { entry, to, subject, text: textOf(written, number), at: written.at, cause: written.cause };
}

/** How a letter to the customer ends, above the name of the group; what is added to it stands before. */
export const emailClosing = (number: string): readonly string[] => [
  `Please include case number ${number} when you contact us.`,
  '',
  'Respectfully,',
];

/** The text as it goes: that of a closing with its long lead time's reason and alternative (rule CL-5). */
const textOf = (entry: MessageEntry, number: string): string =>
  entry.kind !== 'closed' || entry.longLead === undefined
    ? entry.text
    : withLongLead(entry.text, entry.longLead, number);

/** The final resolution with the reason for a long lead time and the alternative, before it is signed (rule CL-5). */
export function withLongLead(
  text: string,
  { reason, alternative }: { readonly reason: string; readonly alternative?: string | undefined },
  number: string,
): string {
  const added = [
    `Reason for the lead time: ${reason}`,
    ...(alternative === undefined ? [] : [`What you can do in the meantime: ${alternative}`]),
  ];
  return addedTo(text, added, number);
}

/** Whether a text is a letter as it stands: it greets, or ends as letters do. */
export const isWholeEmail = (text: string, number: string): boolean =>
  /^\s*dear\s/iu.test(text) || endIn(text.split('\n'), number) >= 0;

/** A letter with lines added before its end; after what the agent wrote, where they wrote it anew. */
export function addedTo(letter: string, added: readonly string[], number: string): string {
  const written = letter.split('\n');
  const end = endIn(written, number);
  if (end < 0) return [...written, '', ...added].join('\n');
  return [...written.slice(0, end), ...added, '', ...written.slice(end)].join('\n');
}

function endIn(written: readonly string[], number: string): number {
  const ends = emailClosing(number).filter((line) => line !== '');
  return written.findIndex((line) => ends.includes(line.trim()));
}

/** The entries that say what became of an email. */
export type DeliveryOutcome = EntryOf<'mail-sent' | 'mail-refused' | 'mail-not-sent'>;

/** Whether an entry says what became of an email. */
export const isDeliveryOutcome = (entry: Entry): entry is DeliveryOutcome =>
  entry.kind === 'mail-sent' || entry.kind === 'mail-refused' || entry.kind === 'mail-not-sent';

/** What became of the email of an entry as far as is known: the latest that was said of it; undefined while nothing was. */
export function deliveryOutcomeOf({ timeline }: Case, entry: number): DeliveryOutcome | undefined {
  return timeline.findLast((each): each is DeliveryOutcome => isDeliveryOutcome(each) && each.of === entry);
}

/** Whether the message of an entry was given again in place of its email. */
export const wasResent = ({ timeline }: Case, entry: number): boolean =>
  timeline.some((each) => each.kind === 'word-repeated' && each.of === entry);

/** The index of the latest message whose email was refused or not sent and that was not given again since. */
export function messageToResend({ timeline }: Case): number | undefined {
  const settled = new Set(
    timeline.flatMap((each) => (each.kind === 'mail-sent' || each.kind === 'word-repeated' ? [each.of] : [])),
  );
  return timeline.findLast(
    (each): each is DeliveryOutcome =>
      isDeliveryOutcome(each) && !settled.has(each.of) && isCustomerMessage(timeline[each.of]),
  )?.of;
}

/** The index of the latest message whose email is still being sent: nothing was said of it, and it was not given again. */
export const emailUnderWay = (of: Case): number | undefined => {
  const index = of.timeline.findLastIndex(
    (entry, at) =>
      isCustomerMessage(entry) &&
      entry.word?.by === 'email' &&
      deliveryOutcomeOf(of, at) === undefined &&
      !wasResent(of, at),
  );
  return index < 0 ? undefined : index;
};

/** An email as a customer's mail program has it. */
export interface Received {
  /** Counts up from 1 in the order of arrival. */
  readonly id: number;
  /** The sender, encodings undone; without a name where there is none. */
  readonly from: { readonly name: string; readonly address: string };
  /** Who it was delivered to: the envelope's recipients. */
  readonly to: readonly string[];
  readonly subject: string;
  /** When it was written, epoch milliseconds: its own date, which is the demo's time. */
  readonly at: number;
  readonly text: string;
  /** Where it has a part in HTML; shown in place of the text, as mail programs do. */
  readonly html?: string;
  /** The lines of its head as they came. */
  readonly headers: string;
}

/** What came in, newest first; of more than it keeps, the oldest go. */
export interface Mailbox {
  take(mail: Omit<Received, 'id'>): void;
  /** Those to one recipient, or all. */
  list(to?: string): readonly Received[];
  get(id: number): Received | undefined;
  /** Who has mail here, in the order of the alphabet. */
  recipients(): readonly string[];
}

const MAX = 500;

export function createMailbox(most = MAX): Mailbox {
  const mails: Received[] = [];
  let last = 0;
  return {
    take: (mail) => {
      mails.unshift({ ...mail, id: ++last });
      mails.length = Math.min(mails.length, most);
    },
    list: (to) => (to === undefined ? [...mails] : mails.filter((mail) => mail.to.includes(to))),
    get: (id) => mails.find((mail) => mail.id === id),
    recipients: () => [...new Set(mails.flatMap(({ to }) => to))].sort(),
  };
}

import { LoggableError } from './log';

/** An email as it leaves: plain text, one recipient. */
export interface Mail {
  /** The same for each attempt to send the same email: `<…@domain>` without its domain, which is the sender's. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** When it was written, epoch milliseconds. */
  readonly at: number;
  /** No person wrote it: it says so to the programs that would answer it. */
  readonly automatic?: boolean;
}

/** Hands emails to the site's mail server, which answers for them from then on. Throws a `MailFault`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/**
 * Why a mail was not accepted: `refused` (the server wants this mail or its recipient never), else to be tried again.
 * `said` are the server's words, which may name the recipient: for the case, never for the log.
 */
export class MailFault extends LoggableError {
  constructor(
    readonly why: 'refused' | 'later',
    /** The server's answer as a number, or the name of what failed: safe to log. */
    readonly answer: string,
    readonly said?: string,
  ) {
    super(`The email was not accepted: ${answer}`);
    this.name = 'MailFault';
  }

  /** The status that the mail server answered, like 550; undefined if it did not answer. */
  get status(): number | undefined {
    const [status] = /\d{3}$/.exec(this.answer) ?? [];
    return status === undefined ? undefined : Number(status);
  }

  /** What the mail library calls it, like EENVELOPE. */
  get code(): string | undefined {
    return /^[A-Z_]+\b/.exec(this.answer)?.[0];
  }
}

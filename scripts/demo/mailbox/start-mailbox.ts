import { startMailServer } from './mail-server';
import { createMailbox } from './mailbox';
import { startMailboxServer } from './mailbox-server';

/** The customers' mailbox of a demo that runs. */
export interface RunningMailbox {
  /** Where its page is. */
  readonly url: string;
  /** Where the bot hands its emails to, as `SMTP_URL` takes it. */
  readonly smtpUrl: string;
  close(): Promise<void>;
}

/** Starts a mail server and, at `port` of loopback, the page that shows what it takes. What it holds ends with it. */
export async function startMailbox(port: number): Promise<RunningMailbox> {
  const mailbox = createMailbox();
  const page = await startMailboxServer(mailbox, port);
  const server = await startMailServer(mailbox);
  return {
    url: page.url,
    smtpUrl: `smtp://127.0.0.1:${server.port}`,
    close: async () => {
      await Promise.all([server.close(), page.close()]);
    },
  };
}

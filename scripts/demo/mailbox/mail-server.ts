import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox';

/** Many times what Casekeeper sends. */
const MAX_BYTES = 256 * 1024;

/** A mail server of the demo. */
export interface MailServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes every email that is handed to it into the mailbox; it passes none on. On loopback alone, on a port that the
 * system gives, without TLS or log-in.
 */
export async function startMailServer(mailbox: Mailbox): Promise<MailServer> {
  const server = new SMTPServer({
    name: 'demo',
    size: MAX_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, { envelope }, done) => {
      simpleParser(stream, { skipHtmlToText: true, skipTextToHtml: true }).then(
        (mail) => {
          if (stream.sizeExceeded) {
            done(Object.assign(new Error('The email is too large for the demo'), { responseCode: 552 }));
            return;
          }
          const [from] = mail.from?.value ?? [];
          mailbox.take({
            from: { name: from?.name ?? '', address: from?.address ?? '' },
            to: envelope.rcptTo.map(({ address }) => address),
            subject: mail.subject ?? '',
            at: mail.date?.getTime() ?? Date.now(),
            text: mail.text ?? '',
            ...(mail.html === undefined || mail.html === false ? {} : { html: mail.html }),
            headers: mail.headerLines.map(({ line }) => line).join('\n'),
          });
          done();
        },
        (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault))),
      );
    },
  });
  // A connection that breaks off is its sender's to mend.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

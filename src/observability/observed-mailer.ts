import type { TimeSource } from '../ports/time-source';
import type { Tracker } from '../runtime/in-flight';
import { MailFault } from '../ports/mail';
import type { Mailer } from '../ports/mail';
import type { Figures, MailResult } from './figures';

/** The mailer with what came of each mail, and how long it took, told to the figures, and each counted while it runs. */
export function observedMailer(
  mailer: Mailer,
  figures: Figures,
  time: TimeSource,
  tracker?: Tracker,
): Mailer {
  return {
    send: async (mail) => {
      const from = time.now();
      let result: MailResult = 'sent';
      try {
        const sending = mailer.send(mail);
        await (tracker?.track('mails', sending) ?? sending);
      } catch (error) {
        result = error instanceof MailFault ? error.why : 'defect';
        throw error;
      } finally {
        figures.mail(result, time.now() - from);
      }
    },
  };
}

import type { TimeSource } from '../ports/time-source';
import { MailFault } from '../ports/mail';
import type { Mailer } from '../ports/mail';
import type { Figures, MailResult } from './figures';

/** The mailer with what came of each mail, and how long it took, told to the figures. */
export function observedMailer(mailer: Mailer, figures: Figures, time: TimeSource): Mailer {
  return {
    send: async (mail) => {
      const from = time.now();
      let result: MailResult = 'sent';
      try {
        await mailer.send(mail);
      } catch (error) {
        result = error instanceof MailFault ? error.why : 'defect';
        throw error;
      } finally {
        figures.mail(result, time.now() - from);
      }
    },
  };
}

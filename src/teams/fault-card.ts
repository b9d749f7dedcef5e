import type { CardValue } from '../cards/shared/card-value';
import { StoreBusy } from '../ports/store-busy';

/** What a person reads if something broke, with a button to report it to the program office (rule AC-6). */
export const faultCard = (reference: string, error: unknown): CardValue => ({
  card: 'message',
  tone: 'attention',
  ...wordsOf(reference, error),
});

const HELP = { title: 'Help', verb: 'help.show', data: {} };

/** A database that is busy needs no report: it is free again on its own, or an operator sees it. */
const wordsOf = (reference: string, error: unknown) =>
  error instanceof StoreBusy
    ? {
        title: `The database is busy, reference ${reference}`,
        text: 'Nothing was saved. Try again in a minute.',
        buttons: [HELP],
      }
    : {
        title: `Something went wrong, reference ${reference}`,
        text: 'Nothing is lost; try again. If it happens again, report it. The program office can find it by the reference.',
        buttons: [{ title: 'Report a problem', verb: 'problem.report', data: { reference } }, HELP],
      };

import type { CardValue } from '../cards/card-value';

/** What a person reads where something broke, with the way to say so to the program office (rule AC-6). */
export const faultCard = (reference: string): CardValue => ({
  card: 'message',
  tone: 'attention',
  title: `Something went wrong, reference ${reference}`,
  text: 'Nothing is lost: try again. If it happens again, report it; the program office finds it by the reference.',
  buttons: [
    { title: 'Report a problem', verb: 'problem.report', data: { reference } },
    { title: 'Help', verb: 'help.show', data: {} },
  ],
});

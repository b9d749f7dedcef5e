/** What training says of itself wherever it speaks (rule AC-4). */
export const TRAINING = 'TRAINING: no real case, customer, or deadline.';

/** Put before a card’s notification and a mail’s subject. */
export const TRAINING_PREFIX = 'Training: ';

/** A mail that says so in its subject and before its text. */
export const trainingMail = <M extends { readonly subject: string; readonly text: string }>(mail: M): M => ({
  ...mail,
  subject: `${TRAINING_PREFIX}${mail.subject}`,
  text: `${TRAINING}\n\n${mail.text}`,
});
